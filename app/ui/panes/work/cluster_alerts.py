"""Tells those who supervise when an incident has grown past a step, and what may be one, each once to a person."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.clusters import ClusterCard
from app.services import clusters
from app.services.worklists import Listing
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip

#: How often it is looked around (seconds).
_EVERY_S = 300


class ClusterAlerts(QObject):
    """``wanted(inquiry id)`` to go to the incident that was told of, ``listed(Listing)`` to see what may be one."""

    wanted = Signal(bytes)
    listed = Signal(object)

    def __init__(self, jobs: Jobs, strip: MessageStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._strip = jobs, strip
        self._told: set[tuple[bytes, int]] = set()
        self._lead: bytes | None = None
        self._seen: set[tuple[str, str]] = set()
        self._listing: Listing | None = None
        self._seconds = 0
        jobs.ticked.connect(self._tick)
        jobs.changed.connect(self._follow)

    def begin(self) -> None:
        """Begin with another person, who has been told of nothing."""
        self._told, self._seen = set(), set()
        self._lead = self._listing = None
        self.look()
        self.look_around()

    def look(self) -> None:
        """Ask what has grown."""
        self._jobs.ask(clusters.grown, key="grown", done=self._tell, failed=self._not_now)

    def look_around(self) -> None:
        """Ask what may be an incident that nobody has put together yet."""
        self._jobs.ask(clusters.proposed, key="proposed", done=self._propose, failed=self._not_now)

    def _tick(self, _now: object) -> None:
        self._seconds += 1
        if self._seconds % _EVERY_S == 0:
            self.look_around()

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

    def _propose(self, listings: list[Listing]) -> None:
        fresh = [one for one in listings if (one.area, one.text) not in self._seen]
        for one in fresh[:1]:
            self._seen.add((one.area, one.text))
            self._listing = one
            text = self.tr("Perhaps one incident in {area}: many say “{word}” today")
            self._strip.info(
                text.format(area=one.area, word=one.text.strip()), step_text=self.tr("Show"), step=self._list
            )

    def _list(self) -> None:
        if self._listing is not None:
            self.listed.emit(self._listing)

    def _not_now(self, _error: object) -> None:
        """Leave it: the next change asks again."""

    def _go(self) -> None:
        if self._lead is not None:
            self.wanted.emit(self._lead)
