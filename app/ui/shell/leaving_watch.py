"""Closes the accounts of those whose last day is over, while somebody else sits at the desk."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.accounts import Permission, Person
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import number

if TYPE_CHECKING:
    from app.services.leaving import Went

#: The first look waits until the start is long over.
_FIRST, EVERY = timedelta(minutes=2), timedelta(minutes=30)


class LeavingWatch(QObject):
    """Looks by itself. That an account is closed is told nobody: it stands in the list of accounts.

    `came(text)` where a station that had not synced for long has brought open work of somebody who was gone already.
    """

    came = Signal(str)

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
            self._jobs.do(leaving.let_go, done=self._tell)

    def _tell(self, went: "Sequence[Went]") -> None:
        given = self.tr("Open work of {person}, who has left, came from another station: {count} to {heir}.")
        free = self.tr("Open work of {person}, who has left, came from another station: {count}; nobody has it yet.")
        for one in went:
            if one.late:
                count = number(one.left.inquiries + one.left.callbacks)
                text = given if one.heir else free
                self.came.emit(text.format(person=one.display, count=count, heir=one.heir))


def watch_leaving(jobs: Jobs, desk: Any, person: Person) -> None:
    """Let a desk close the accounts of those who left, and tell who hands work on what came of them later."""
    watch = LeavingWatch(jobs, desk)
    if person.may(Permission.REASSIGN_INQUIRIES):
        watch.came.connect(desk.strip.info)
