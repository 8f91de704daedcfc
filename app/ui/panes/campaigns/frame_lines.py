"""The first lines of a table as they stand in the file; the line of the headings, or both of them, stand out."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from app.services.frame_sheets import FrameLook
from app.ui.kit import theme

_MOST, _WIDTH = 24, 118
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FrameLines(QTableWidget):
    """``heading_wanted(line)`` Enter or a double click: that line has the headings."""

    heading_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[int, ...] = ()
        self._heads: tuple[int, ...] = (0,)
        self.setObjectName("campaigns.frame.lines")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.doubleClicked.connect(self._want)
        theme.of_app().changed.connect(self._color)
        self.retranslate()

    def show_lines(self, found: FrameLook) -> None:
        """Show the first lines of a table."""
        self._lines = tuple(line for line, _ in found.lines)
        width = min(_MOST, max(len(values) for _, values in found.lines))
        self.setRowCount(len(found.lines))
        self.setColumnCount(width)
        for row, (line, values) in enumerate(found.lines):
            self.setVerticalHeaderItem(row, QTableWidgetItem(str(line)))
            for place in range(width):
                cell = QTableWidgetItem(values[place] if place < len(values) else "")
                cell.setToolTip(cell.text())
                self.setItem(row, place, cell)
        for place in range(width):
            self.setColumnWidth(place, int(_WIDTH * theme.of_app().scale))
        self._heads = found.heads
        self._color()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("First lines of the table; Enter takes a line for the headings"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the current line for the headings."""
        if event.key() in _ENTER and self.currentRow() >= 0:
            self._want()
        else:
            super().keyPressEvent(event)

    def _want(self) -> None:
        self.heading_wanted.emit(self._lines[self.currentRow()])

    def _color(self) -> None:
        """Let the headings stand out, and what stands above them recede."""
        looks = theme.of_app()
        for row in range(self.rowCount()):
            font = QFont(self.font())
            font.setBold(row in self._heads)
            ink = QColor(looks.color("muted" if row < self._heads[0] else "text"))
            for place in range(self.columnCount()):
                cell = self.item(row, place)
                if cell is not None:
                    cell.setFont(font)
                    cell.setForeground(ink)
