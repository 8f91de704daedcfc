"""Tells the owner of inquiries that due times were computed again, because a year's schedule became known."""

from PySide6.QtCore import QObject, Signal

from app.services import estimates
from app.services.estimates import News
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip


class ReckonNews(QObject):
    """``wanted(inquiry id)`` to go to the first of them."""

    wanted = Signal(bytes)

    def __init__(self, jobs: Jobs, strip: MessageStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._strip = jobs, strip
        self._told: frozenset[bytes] = frozenset()
        self._first = b""
        jobs.changed.connect(self._follow)

    def begin(self) -> None:
        """Begin with another person, who has been told of nothing."""
        self._told = frozenset()
        self.look()

    def look(self) -> None:
        """Ask what there is to tell."""
        self._jobs.ask(estimates.news, key="reckoned", done=self._tell, failed=self._not_now)

    def _follow(self, changes: object, _initiator: object) -> None:
        if "inquiry_event" in getattr(changes, "entities", ()):
            self.look()

    def _tell(self, found: News) -> None:
        fresh = [one for one in found.inquiries if one not in self._told]
        self._told = self._told | set(fresh)
        if not fresh:
            return
        self._first = fresh[0]
        text = self.tr("The schedule of {years} is known now: due times of yours were computed again ({count})")
        self._strip.info(text.format(years=found.years, count=len(fresh)), step_text=self.tr("Open"), step=self._go)

    def _go(self) -> None:
        if self._first:
            self.wanted.emit(self._first)

    def _not_now(self, _error: object) -> None:
        """Leave it: the next change asks again."""
