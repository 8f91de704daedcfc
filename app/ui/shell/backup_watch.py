"""Backs the station up by its plan while somebody sits at the desk and nobody is with a caller."""

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.ui.kit.jobs import Jobs

#: The first look waits until the start is long over.
_FIRST, EVERY = timedelta(minutes=5), timedelta(minutes=10)


class BackupWatch(QObject):
    """`kept()` after a backup, `missed(error)` when one failed: a later look tries again when its time has come."""

    kept = Signal()
    missed = Signal(object)

    def __init__(self, jobs: Jobs, busy: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._busy = jobs, busy
        self._next_at: datetime | None = None
        self._running = False
        jobs.ticked.connect(self._tick)

    def look(self) -> None:
        """Ask whether a backup is due, and make it."""
        from app.services import backup_plans  # no start waits for it

        if not self._running and not self._busy():
            self._jobs.ask(backup_plans.is_due, key="backup_due", done=self._begin)

    def _tick(self, now: datetime) -> None:
        if self._next_at is None:
            self._next_at = now + _FIRST
        elif now >= self._next_at:
            self._next_at = now + EVERY
            self.look()

    def _begin(self, due: bool) -> None:
        from app.services import backup_plans

        if due:
            self._running = True
            self._jobs.ask(backup_plans.run_due, done=self._done, failed=self._fail, ended=self._end)

    def _done(self, _proof: object) -> None:
        self.kept.emit()

    def _fail(self, error: AppError) -> None:
        self.missed.emit(error)

    def _end(self) -> None:
        self._running = False
