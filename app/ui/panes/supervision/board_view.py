"""The board on the screen: one steps from cell to cell, and each cell opens what it counts."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.models.supervision import BoardLine
from app.ui.kit import theme
from app.ui.kit.table_delegate import TableDelegate
from app.ui.kit.table_view import TableView
from app.ui.panes.supervision import presenting
from app.ui.panes.supervision.board_model import BoardTable

_LEAST_NAME, _PAD = 144, 18


class BoardDelegate(TableDelegate):
    """Paints the numbers of a cell as small chips: each is as narrow as its digits."""

    least_chip = 24


class BoardView(TableView):
    """``cell_opened(BoardLine, column)`` Enter or double click; the arrow keys go from cell to cell."""

    cell_opened = Signal(object, str)

    def __init__(self, model: BoardTable, *, empty: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(model, name="supervision.board", empty=empty, parent=parent)
        self.board = model
        self.setItemDelegate(BoardDelegate(model, self))
        self.setSelectionBehavior(self.SelectionBehavior.SelectItems)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.opened.connect(self._open_cell)
        self.selectionModel().currentChanged.connect(self._repaint)

    def fit_columns(self) -> None:
        """Hide the states in which nothing stands, give each its numbers' width, and the rest to the names.

        Where there is too little room the average age gives way before the board scrolls sideways.
        """
        shown = presenting.shown_columns(self.board.lines)
        room = self.viewport().width()
        taken = 0
        for place, column in enumerate(self.board.columns):
            is_shown = column.name in (*presenting.WHOLE, *shown)
            # A reset of the rows gives a hidden column its width back and leaves it hidden: a gap, unless shown first.
            self.setColumnHidden(place, False)
            self.setColumnHidden(place, not is_shown)
            if is_shown and place:
                taken += self._fit(place)
        least = round(_LEAST_NAME * theme.of_app().scale)
        if room - taken < least:
            last = len(self.board.columns) - 1
            taken -= self.columnWidth(last)
            self.setColumnHidden(last, True)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, max(least, room - taken))

    def _fit(self, place: int) -> int:
        """Make a column as wide as its heading and its widest cell, and return the width."""
        bold = QFontMetrics(self.horizontalHeader().font())
        wide = bold.horizontalAdvance(str(self.board.headerData(place, Qt.Orientation.Horizontal))) + _PAD
        chips = self.board.columns[place].role == "chips"
        # Chips are painted in the small font, words in that of the list.
        letters = QFontMetrics(theme.of_app().font("small" if chips else "base"))
        for row in range(self.board.rowCount()):
            text = self.board.cells(row)[place].text
            parts = text.split(presenting.PARTED) if chips else [text]
            wide = max(wide, _PAD + sum(letters.horizontalAdvance(part) + (20 if chips else 0) for part in parts))
        self.setColumnWidth(place, wide)
        return wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shares of the columns."""
        super().resizeEvent(event)
        self.fit_columns()

    def column_name(self) -> str:
        """Return the column that is chosen."""
        index = self.currentIndex()
        return self.board.columns[index.column()].name if index.isValid() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame around the chosen cell."""
        super().paintEvent(event)
        index = self.currentIndex()
        if index.isValid() and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.of_app().color("accent"), 2))
            painter.drawRect(self.visualRect(index).adjusted(1, 1, -2, -2))

    def _open_cell(self, line: BoardLine) -> None:
        self.cell_opened.emit(line, self.column_name())

    def _repaint(self, _current: QModelIndex, _former: QModelIndex) -> None:
        self.viewport().update()
