"""Syncs by itself while somebody sits at the desk: every few minutes, where the station belongs to a hub."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.errors import AppError
from app.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from app.services.hub_sync import Synced

#: The first sync waits until the start is long over.
_FIRST, EVERY = timedelta(minutes=2), timedelta(minutes=5)


class SyncWatch(QObject):
    """`synced()` after each sync, `missed(error)` when one could not be done: the next comes all the same."""

    synced = Signal()
    missed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._next_at: datetime | None = None
        self._running = False
        jobs.ticked.connect(self._tick)

    def look(self) -> None:
        """Ask whether a sync is due, and do it."""
        from app.services import hub_sync  # no start waits for it

        if not self._running:
            self._jobs.ask(hub_sync.due, key="sync_due", done=self._begin, every=EVERY)

    def _tick(self, now: datetime) -> None:
        if self._next_at is None:
            self._next_at = now + _FIRST
        elif now >= self._next_at:
            self._next_at = now + EVERY
            self.look()

    def _begin(self, due: bool) -> None:
        from app.services import hub_sync

        if due:
            self._running = True
            self._jobs.ask(hub_sync.run, done=self._done, failed=self._fail, ended=self._end, told=_quiet)

    def _done(self, found: "Synced") -> None:
        self._jobs.changed.emit(found.changes, self)
        self.synced.emit()

    def _fail(self, error: AppError) -> None:
        self.missed.emit(error)

    def _end(self) -> None:
        self._running = False


def _quiet(_phase: str, _done: int) -> None:
    """Show nothing."""
