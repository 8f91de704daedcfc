"""The one sync of an open house: begun by the window itself or by hand, seen and stopped from wherever it is shown."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.changes import Changes
from app.models.errors import AppError
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress

if TYPE_CHECKING:
    from app.services.hub_sync import Synced


class SyncRun(QObject):
    """`begun()`, `moved()` and `ended()`; how far it is and what came of the last one stand in the attributes.

    ``phase`` and ``count`` are what the sync last told; ``result`` is None while one is under way and where it
    failed; ``error`` says why, and beside a result why lists and documents were not given. ``by`` is who began it.
    """

    begun = Signal()
    moved = Signal()
    ended = Signal()
    _came = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._progress: Progress | None = None
        self.by: object = None
        self.phase, self.count = "", 0
        self.result: Synced | None = None
        self.error: AppError | None = None
        self._came.connect(self._announce)

    @staticmethod
    def of(jobs: Jobs) -> "SyncRun":
        """Return the one of these jobs; it outlives the desk of a person who leaves while it is under way."""
        return jobs.findChild(SyncRun) or SyncRun(jobs)

    @property
    def running(self) -> bool:
        """Whether a sync is under way."""
        return self._progress is not None

    def start(self, by: object) -> None:
        """Sync now; a second start while one runs does nothing."""
        from app.services import hub_sync  # no start of the window waits for it

        if self._progress is not None:
            return
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self.by, self.phase, self.count, self.result, self.error = by, "", 0, None, None
        self.begun.emit()
        heard: dict[str, Any] = {"told": self._told, "came": self._came.emit, "wish": self._progress}
        self._jobs.ask(hub_sync.run, done=self._done, failed=self._fail, ended=self._end, **heard)

    def cancel(self) -> None:
        """Stop it, also while it waits for the hub; what has gone over by then stays."""
        if self._progress is not None:
            self._progress.cancel()

    def _told(self, phase: str, done: int) -> None:
        """Hear from the thread of the sync how far it is; stops it there once somebody wants that."""
        if self._progress is not None:
            self._progress.at(done, 0, phase)

    def _move(self, done: int, _total: int, phase: str) -> None:
        self.phase, self.count = phase, done
        self.moved.emit()

    def _announce(self, changes: Changes) -> None:
        """Tell the panes what the records brought; lists and documents may still be under way to the hub."""
        self._jobs.changed.emit(changes, self)  # what others did is not to be taken back here
        self.moved.emit()

    def _done(self, found: "Synced") -> None:
        self.result, self.error = found, found.missed

    def _fail(self, error: AppError) -> None:
        self.error = error

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.deleteLater()
        self._progress = None
        self.ended.emit()
