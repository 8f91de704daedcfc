"""How far a long command or question has come, and the wish to stop it: one small object for both."""

import time
from collections.abc import Callable
from threading import Event, Lock

from PySide6.QtCore import QObject, Signal

from app.models.errors import CannotNow


class Stopped(CannotNow):
    """A person stopped the work before it was done; its transaction is rolled back."""


class Progress(QObject):
    """Handed to a command as ``progress=``; its service calls ``at`` now and then from its own thread.

    ``moved(done, total, note)`` arrives on the UI thread at most twenty times a second, and always for the last step.
    """

    moved = Signal(int, int, str)
    _STEP_S = 0.05

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._lock = Lock()
        self._ends: list[Callable[[], None]] = []
        self._last_s = 0.0

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Say how many of `total` (0 = unknown) are done. Raises Stopped once `cancel` was called."""
        self.heed()
        now_s = time.monotonic()
        if done >= total > 0 or now_s - self._last_s >= self._STEP_S:
            self._last_s = now_s
            self.moved.emit(done, total, note)

    def heed(self) -> None:
        """Raise Stopped once `cancel` was called."""
        if self._stop.is_set():
            raise Stopped

    def then(self, ends: Callable[[], None]) -> None:
        """Call this once `cancel` is, there, or now if it was: it ends what the work waits for between its steps."""
        with self._lock:
            self._ends.append(ends)
            is_late = self._stop.is_set()
        if is_late:
            ends()

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next step, and where it said how, in the middle of one."""
        with self._lock:
            self._stop.set()
            ends, self._ends = self._ends, []
        for one in ends:
            one()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()
