"""The mark of the program, painted after the first picture: reading it is not waited for at start."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_FILE = Path(__file__).resolve().parents[3] / "resources" / "icons" / "onewindow.png"


@cache
def icon() -> QIcon:
    """Return the icon of the program, for the window and the mark."""
    return QIcon(str(_FILE))


class Mark(QWidget):
    """The mark at `size` pixels."""

    def __init__(self, parent: QWidget | None = None, size: int = 56) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(size, size))
        self._ready = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark; at the first paint of all only its room."""
        if not self._ready:
            QTimer.singleShot(0, self._be_ready)
            return
        icon().paint(QPainter(self), QRect(0, 0, self.width(), self.height()))

    def _be_ready(self) -> None:
        self._ready = True
        self.update()
