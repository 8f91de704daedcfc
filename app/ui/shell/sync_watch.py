"""Syncs by itself while somebody sits at the desk: every few minutes, where the station belongs to a hub."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.changes import Changes
from app.models.errors import AppError
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress, Stopped

if TYPE_CHECKING:
    from app.services.hub_sync import Synced, SyncState

#: The first sync waits until the start is long over; how it stands is looked at sooner and oftener.
_FIRST, EVERY = timedelta(minutes=2), timedelta(minutes=5)
_LOOK_FIRST, _LOOK = timedelta(seconds=20), timedelta(minutes=1)


class SyncWatch(QObject):
    """`synced()` after each sync, `missed(error)` when one could not be done: the next comes all the same.

    `stands()` when how the station stands with its hub may be another.
    """

    synced = Signal()
    missed = Signal(object)
    stands = Signal()
    _came = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._next_at: datetime | None = None
        self._look_at: datetime | None = None
        self._progress: Progress | None = None
        self._elsewhere = False
        self.now: datetime | None = None
        self.state: SyncState | None = None
        self.done_so_far = 0
        jobs.ticked.connect(self._tick)
        jobs.changed.connect(self._follow)
        self._came.connect(self._announce)

    @property
    def running(self) -> bool:
        """Whether a sync is under way, also one that somebody began by hand on the page of the hub."""
        return self._progress is not None or self._elsewhere

    @property
    def can_stop(self) -> bool:
        """Whether it is ours to stop."""
        return self._progress is not None

    def look(self) -> None:
        """Ask whether a sync is due, and do it."""
        from app.services import hub_sync  # no start waits for it

        if not self.running:
            self._jobs.ask(hub_sync.due, key="sync_due", done=self._begin, every=EVERY)

    def refresh(self) -> None:
        """Ask how the station stands."""
        from app.services import hub_sync

        self._jobs.ask(hub_sync.state, key="sync_state", done=self._show)

    def start(self) -> None:
        """Sync now; a second start while one runs does nothing."""
        self._begin(due=True)

    def cancel(self) -> None:
        """Stop a sync, also while it waits for the hub; what has gone over by then stays."""
        if self._progress is not None:
            self._progress.cancel()

    def _tick(self, now: datetime) -> None:
        self.now = now
        if self._next_at is None or self._look_at is None:
            self._next_at, self._look_at = now + _FIRST, now + _LOOK_FIRST
            return
        if now >= self._look_at:
            self._look_at = now + _LOOK
            self.refresh()
        if now >= self._next_at:
            self._next_at = now + EVERY
            self.look()

    def _begin(self, due: bool) -> None:
        from app.services import hub_sync

        if due and not self.running:
            self._progress, self.done_so_far = Progress(self), 0
            self._progress.moved.connect(self._move)
            heard: dict[str, Any] = {"told": self._told, "came": self._came.emit, "wish": self._progress}
            self._jobs.ask(hub_sync.run, done=self._done, failed=self._fail, ended=self._end, **heard)
            self.stands.emit()

    def _told(self, phase: str, done: int) -> None:
        """Hear from the thread of the sync how far it is; stops it there once somebody wants that."""
        if self._progress is not None:
            self._progress.at(done, 0, phase)

    def _move(self, done: int, _total: int, _phase: str) -> None:
        self.done_so_far = done
        self.stands.emit()

    def _announce(self, changes: Changes) -> None:
        """Tell the panes what the records brought; lists and documents may still be under way to the hub."""
        self._jobs.changed.emit(changes, self)
        self.synced.emit()
        self.refresh()

    def _done(self, found: "Synced") -> None:
        if found.missed is not None:
            self._fail(found.missed)

    def _fail(self, error: AppError) -> None:
        if not isinstance(error, Stopped):
            self.missed.emit(error)

    def _end(self) -> None:
        self._progress = None
        self.refresh()
        self.stands.emit()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        """Look again when somebody synced by hand elsewhere, or may have decided something."""
        state = self.state
        if "sync_begun" in changes.entities:
            self._elsewhere, self.done_so_far = True, 0
            self.stands.emit()
        elif "sync_log" in changes.entities:
            self._elsewhere = False
        if "sync_log" in changes.entities or (state is not None and state.enrolled and state.decisions):
            self.refresh()

    def _show(self, found: "SyncState") -> None:
        self.state = found
        self.stands.emit()
