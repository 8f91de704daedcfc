"""A box that keeps its inside from moving what stands around it.

Each change of visibility or text inside a layout lays out every layout above it up to the window. Where a part changes
with every key and has all the room of its place anyway, that is work for nothing.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class StillBox(QWidget):
    """Shows one widget over its whole area. Its size hints are the widget's as they were when last asked for."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        inside.setParent(self)

    def sizeHint(self) -> QSize:
        """Return what the inside wants."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the inside needs."""
        return self._inside.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all the room to the inside."""
        self._inside.resize(event.size())
