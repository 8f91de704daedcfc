"""Makes planned documents while somebody sits at the desk and nobody is with a caller; tells what went wrong."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from app.services.report_plans import Outcome

#: The first look waits until the start is long over.
_FIRST, EVERY = timedelta(minutes=3), timedelta(minutes=5)


class ReportWatch(QObject):
    """`made(count)` after documents were made by plan; failures go the way of every error of the window."""

    made = Signal(int)

    def __init__(self, jobs: Jobs, busy: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._busy = jobs, busy
        self._next_at: datetime | None = None
        self._running = False
        jobs.ticked.connect(self._tick)

    def look(self) -> None:
        """Ask whether a document is due, and make it."""
        from app.services import report_plans  # no start waits for it

        if not self._running and not self._busy():
            self._jobs.ask(report_plans.is_due, key="reports_due", done=self._begin)

    def _tick(self, now: datetime) -> None:
        if self._next_at is None:
            self._next_at = now + _FIRST
        elif now >= self._next_at:
            self._next_at = now + EVERY
            self.look()

    def _begin(self, due: bool) -> None:
        from app.services import figures

        if due:
            self._running = True
            self._jobs.do(figures.catch_up, done=self._make, failed=self._fail)

    def _make(self, _looked_at: int) -> None:
        from app.services import report_plans

        self._jobs.ask(report_plans.make_due, done=self._keep, failed=self._fail)

    def _keep(self, outcomes: "Sequence[Outcome]") -> None:
        from app.services import report_plans

        self._jobs.do(report_plans.keep, done=self._done, ended=self._end, outcomes=outcomes)
        trouble = report_plans.trouble(outcomes)
        if trouble is not None:
            self._jobs.failed.emit(trouble)

    def _done(self, count: int) -> None:
        if count:
            self.made.emit(count)

    def _fail(self, error: object) -> None:
        self._running = False
        self._jobs.failed.emit(error)

    def _end(self) -> None:
        self._running = False
