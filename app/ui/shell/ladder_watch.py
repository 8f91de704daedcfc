"""Lets the supervision ladder climb while somebody sits at the desk: a look each minute, a round where one is due."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.accounts import Permission, Person
from app.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from app.services.ladder_firing import Round

_AGAIN = timedelta(minutes=1)


class LadderWatch(QObject):
    """`climbed(count)` when rungs fired."""

    climbed = Signal(int)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._next_at: datetime | None = None
        jobs.ticked.connect(self._tick)

    def _tick(self, now: datetime) -> None:
        if self._next_at is not None and now >= self._next_at:
            self.look()
        if self._next_at is None or now >= self._next_at:
            self._next_at = now + _AGAIN

    def look(self) -> None:
        """Ask whether a round is due, and do it."""
        from app.services import ladder_firing  # no start waits for it

        self._jobs.ask(ladder_firing.is_due, key="ladder", done=self._begin)

    def _begin(self, due: bool) -> None:
        from app.services import ladder_firing

        if due:
            self._jobs.do(ladder_firing.run, done=self._follow)

    def _follow(self, done: "Round") -> None:
        if done.fired:
            self.climbed.emit(len(done.fired))
        if done.more:
            self.look()


def climb(jobs: Jobs, desk: QObject, person: Person) -> None:
    """Let the ladder climb at a desk whose person sees inquiries."""
    if person.may(Permission.SEE_INQUIRIES):
        LadderWatch(jobs, desk)
