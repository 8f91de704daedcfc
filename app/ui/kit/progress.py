"""How far a long command or question has come, and the wish to stop it: one small object for both."""

import time
from threading import Event

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
        self._last_s = 0.0

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Say how many of `total` (0 = unknown) are done. Raises Stopped once `cancel` was called."""
        if self._stop.is_set():
            raise Stopped
        now_s = time.monotonic()
        if done >= total > 0 or now_s - self._last_s >= self._STEP_S:
            self._last_s = now_s
            self.moved.emit(done, total, note)

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next step."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()
