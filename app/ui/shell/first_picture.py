"""The middle of the window, which knows when it was first seen: what no person waits for begins after that."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit import garbage

#: Where nobody looks at the window, what waits for the first picture begins after this time all the same.
_LATEST_MS = 1000
#: Between the first picture and what needs the window's own thread: nobody has begun to type by then.
_BREATH_MS = 40
#: Where nobody signs in, the start is over all the same.
_STARTED_MS = 30_000


class Ground(QWidget):
    """`pictured()` once, after the first picture: what runs beside the window may begin. `rested()` a breath later:
    so may what runs in its thread.
    """

    pictured = Signal()
    rested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._seen = self._told = False

    @property
    def told(self) -> bool:
        """Whether `pictured` came."""
        return self._told

    def expect(self) -> None:
        """Wait for the picture from now on, and no longer than a second."""
        QTimer.singleShot(_LATEST_MS, self._tell)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that the window is on the screen, once everything in this picture is."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.pictured.emit()
            QTimer.singleShot(_BREATH_MS, self._rest)

    def _rest(self) -> None:
        QTimer.singleShot(_STARTED_MS, garbage.look)
        self.rested.emit()
