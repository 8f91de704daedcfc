"""Syncs by itself while somebody sits at the desk: every few minutes, where the station belongs to a hub."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.changes import Changes
from app.ui.kit.jobs import Jobs
from app.ui.parts.sync_run import SyncRun

if TYPE_CHECKING:
    from app.services.hub_sync import SyncState

#: The first sync waits until the start is long over; how it stands is looked at sooner and oftener.
_FIRST, EVERY = timedelta(minutes=2), timedelta(minutes=5)
_LOOK_FIRST, _LOOK = timedelta(seconds=20), timedelta(minutes=1)


class SyncWatch(QObject):
    """`stands()` when how the station stands with its hub may be another. A sync that fails is no end: the next comes.

    ``run`` is the sync itself, also one that somebody began by hand on the page of the hub.
    """

    stands = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._next_at: datetime | None = None
        self._look_at: datetime | None = None
        self.now: datetime | None = None
        self.state: SyncState | None = None
        self.run = SyncRun.of(jobs)
        jobs.ticked.connect(self._tick)
        jobs.changed.connect(self._follow)
        self.run.begun.connect(self.stands)
        self.run.moved.connect(self.stands)
        self.run.ended.connect(self._end)

    def look(self) -> None:
        """Ask whether a sync is due, and do it."""
        from app.services import hub_sync  # no start waits for it

        if not self.run.running:
            self._jobs.ask(hub_sync.due, key="sync_due", done=self._begin, every=EVERY)

    def refresh(self) -> None:
        """Ask how the station stands."""
        from app.services import hub_sync

        self._jobs.ask(hub_sync.state, key="sync_state", done=self._show)

    def start(self) -> None:
        """Sync now; a second start while one runs does nothing."""
        self.run.start(self)

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
        if due:
            self.start()

    def _end(self) -> None:
        self.refresh()
        self.stands.emit()

    def _follow(self, _changes: Changes, initiator: object) -> None:
        """Look again when a sync brought something, or somebody may have decided something."""
        state = self.state
        if initiator is self.run or (state is not None and state.enrolled and state.decisions):
            self.refresh()

    def _show(self, found: "SyncState") -> None:
        self.state = found
        self.stands.emit()
