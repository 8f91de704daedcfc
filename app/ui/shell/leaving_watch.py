"""Closes the accounts of those whose last day is over, while somebody else sits at the desk."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from app.ui.kit.jobs import Jobs

#: The first look waits until the start is long over.
_FIRST, EVERY = timedelta(minutes=2), timedelta(minutes=30)


class LeavingWatch(QObject):
    """Looks by itself; nobody is told anything: who left stands in the list of accounts."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._next_at: datetime | None = None
        jobs.ticked.connect(self._tick)

    def look(self) -> None:
        """Ask whether somebody's last day is over."""
        from app.services import leaving  # no start waits for it

        self._jobs.ask(leaving.is_due, key="leaving", done=self._begin)

    def _tick(self, now: datetime) -> None:
        if self._next_at is None:
            self._next_at = now + _FIRST
        elif now >= self._next_at:
            self._next_at = now + EVERY
            self.look()

    def _begin(self, due: bool) -> None:
        from app.services import leaving

        if due:
            self._jobs.do(leaving.let_go, initiator=self)
