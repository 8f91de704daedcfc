"""A list of rows with the keys that add, remove and move them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.ui.panes.scripts.line_list import LineList

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowList(LineList):
    """``adding()`` Insert, ``removing()`` Delete, ``moving(by)`` Alt with Up or Down."""

    adding = Signal()
    removing = Signal()
    moving = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove and move by key."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Insert:
            self.adding.emit()
        elif key == Qt.Key.Key_Delete:
            self.removing.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.moving.emit(_MOVES[key])
        else:
            super().keyPressEvent(event)
