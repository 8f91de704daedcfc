"""Tells those who supervise when an incident has grown past a step, once for each step and person."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.clusters import ClusterCard
from app.services import clusters
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip


class ClusterAlerts(QObject):
    """``wanted(inquiry id)`` when the person goes to the incident that was told of."""

    wanted = Signal(bytes)

    def __init__(self, jobs: Jobs, strip: MessageStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._strip = jobs, strip
        self._told: set[tuple[bytes, int]] = set()
        self._lead: bytes | None = None
        jobs.changed.connect(self._follow)

    def begin(self) -> None:
        """Begin with another person, who has been told of nothing."""
        self._told = set()
        self._lead = None
        self.look()

    def look(self) -> None:
        """Ask what has grown."""
        self._jobs.ask(clusters.grown, key="grown", done=self._tell, failed=self._not_now)

    def _follow(self, changes: Any, _initiator: object) -> None:
        if "cluster" in changes.entities:
            self.look()

    def _tell(self, grown: list[ClusterCard]) -> None:
        fresh = [one for one in grown if (one.cluster.id, one.cluster.alerted) not in self._told]
        self._told.update((one.cluster.id, one.cluster.alerted) for one in fresh)
        for one in fresh[:1]:
            self._lead = one.lead.id if one.lead else None
            text = self.tr("An incident grows: {title}, {count} inquiries within a day")
            self._strip.warning(
                text.format(title=one.cluster.title, count=one.lately), step_text=self.tr("Open"), step=self._go
            )

    def _not_now(self, _error: object) -> None:
        """Leave it: the next change asks again."""

    def _go(self) -> None:
        if self._lead is not None:
            self.wanted.emit(self._lead)
