"""The list of inquiries with marks: Space marks a line and stays, arrows walk without losing marks, Esc lets go."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.kit.table_view import TableView

_WALK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_FLAGS = QItemSelectionModel.SelectionFlag


class MarkingView(TableView):
    """Marked lines are the selected ones. Shift and arrows, Ctrl+A and Ctrl+click mark as everywhere."""

    _keeping = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark with Space and go on to the next line; let go with Esc."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self.currentIndex().isValid():
            self._mark_current()
        elif event.key() == Qt.Key.Key_Escape and self.marking:
            self.unmark()
        else:
            super().keyPressEvent(event)

    @property
    def marking(self) -> bool:
        """Whether lines are marked: several, or one by Space."""
        return self._keeping or len(self.selected_rows()) > 1

    def unmark(self) -> None:
        """Let every mark go; the current line stays current."""
        self._keeping = False
        current = self.currentIndex()
        if current.isValid():
            self.selectionModel().setCurrentIndex(current, _FLAGS.ClearAndSelect | _FLAGS.Rows)
        else:
            self.clearSelection()

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Walk without a change of marks once Space has marked a line."""
        if self._keeping and isinstance(event, QKeyEvent) and event.key() in _WALK and not event.modifiers():
            return _FLAGS.NoUpdate
        return super().selectionCommand(index, event)

    def _mark_current(self) -> None:
        current = self.currentIndex()
        if self._keeping:
            self.selectionModel().select(current, _FLAGS.Toggle | _FLAGS.Rows)
        else:
            # The line that one stands on is selected already: the first Space keeps it.
            self._keeping = True
            self.selectionModel().select(current, _FLAGS.Select | _FLAGS.Rows)
        below = self.rows.index(current.row() + 1, current.column())
        if below.isValid():
            self.selectionModel().setCurrentIndex(below, _FLAGS.NoUpdate)
            self.scrollTo(below)
        self._keeping = bool(self.selected_rows())
