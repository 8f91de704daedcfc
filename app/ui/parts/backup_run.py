"""The one backup of an open house: made by the plan or by hand, and shown wherever somebody looks at it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.ui.kit.jobs import Jobs


class BackupRun(QObject):
    """`begun()` and `ended()`. ``by`` is what began it by hand, None for the plan; ``error`` is why one failed.

    ``untold`` is why one of the plan failed, until somebody could read it: whoever sat here may have left meanwhile.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self.running = False
        self.by: object = None
        self.error: AppError | None = None
        self.untold: AppError | None = None

    @staticmethod
    def of(jobs: Jobs) -> "BackupRun":
        """Return the one of these jobs; it outlives the desk of a person who leaves while it is under way."""
        return jobs.findChild(BackupRun) or BackupRun(jobs)

    def start(self, how: Callable[..., Any], by: object = None) -> None:
        """Back up now, by one of the questions that do; a second start while one runs does nothing."""
        if self.running:
            return
        self.running, self.by, self.error, self.untold = True, by, None, None
        self.begun.emit()
        self._jobs.ask(how, failed=self._fail, ended=self._end)

    def _fail(self, error: AppError) -> None:
        self.error = error
        if self.by is None:
            self.untold = error

    def _end(self) -> None:
        self.running = False
        self.ended.emit()
