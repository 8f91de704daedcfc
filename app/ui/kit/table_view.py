"""The list on the screen: keyboard first, sorted by its source, and never empty without a word."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Order
from app.ui.kit.table_delegate import TableDelegate
from app.ui.kit.tables import LazyTableModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: Pixels that a column which takes what is left has before others grow.
_PLENTY = 320


class TableView(QTableView):
    """Shows a LazyTableModel; the rows are fetched when it is first shown or `model.reload()` is called.

    `opened(row)` Enter or double click · `picked(row)` the current row changed (None = none) · `ordered(Order)` header
    clicked, the model is already asking · `marked(count)` number of selected rows · Home/End, Ctrl+A, Ctrl+C.
    `empty` is the widget shown over a list without rows; it should say what to do.
    """

    opened = Signal(object)
    picked = Signal(object)
    ordered = Signal(object)
    marked = Signal(int)
    # On the class too: events still come while the garbage collector has emptied the object already.
    _empty: QWidget | None = None

    def __init__(
        self, model: LazyTableModel, *, name: str, empty: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows = model
        self._empty = empty
        self._asked = False
        self._scale = 1.0
        self._grown: dict[int, int] = {}
        self._minute = ""
        self.setModel(model)
        self._build()
        self._connect()
        self.take_looks()

    def row(self) -> Any:
        """Return the current row, None without one."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[Any]:
        """Return the selected rows that are loaded, from the top."""
        return [row for number in self._selected_numbers() if (row := self.rows.row(number)) is not None]

    def select(self, number: int) -> None:
        """Make a loaded row the current one, and the only selected one whatever key is held, and scroll to it."""
        self._stand_at(self.rows.index(number, 0))

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard, tab-separated with their headers."""
        across = range(self.rows.columnCount())
        lines = ["\t".join(str(self.rows.headerData(column, Qt.Orientation.Horizontal)) for column in across)]
        for number in self._selected_numbers():
            cells = (str(self.rows.index(number, column).data() or "") for column in across)
            lines.append("\t".join(" ".join(cell.split()) for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def take_looks(self) -> None:
        """Take the height of a row from the theme."""
        self.verticalHeader().setDefaultSectionSize(theme.of_app().px("row"))
        self.horizontalHeader().setFixedHeight(theme.of_app().px("row"))
        self._scale_columns(theme.of_app().scale / self._scale)
        self._scale = theme.of_app().scale
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, copy, jump to the first and the last loaded row; in an empty list, do what it offers."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() in _ENTER and isinstance(self._empty, EmptyState) and self._empty.isVisible():
            self._empty.act()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self._jump(last=event.key() == Qt.Key.Key_End)
        else:
            self._leave_hidden_column()
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give columns the room that is to spare, and keep the empty state in the middle."""
        super().resizeEvent(event)
        self._grow()
        self._place_empty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the empty state the room that its texts want, also after a change of language or text size."""
        if watched is self._empty and event.type() == QEvent.Type.LayoutRequest:
            self._place_empty()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.rows.columnCount() - 1)
            self.rows.refresh_times()
            self.viewport().update()
        super().changeEvent(event)

    def refresh_times(self, now: datetime) -> None:
        """Say relative times anew, once a minute; connect ``Jobs.ticked``."""
        minute = f"{now:%d %H:%M}"
        if minute != self._minute:
            self._minute = minute
            self.rows.refresh_times()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and a bar at the current one while the list has the focus."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            row = index.row()
            painter = QPainter(self.viewport())
            painter.fillRect(
                0, self.rowViewportPosition(row), 3, self.rowHeight(row) - 1, theme.of_app().color("accent")
            )

    def viewportEvent(self, event: QEvent) -> bool:
        """Fetch the first page before the first paint."""
        if event.type() == QEvent.Type.Paint and not self._asked:
            self._asked = True
            if self.rows.rowCount() == 0:
                self.rows.fetchMore()
        return super().viewportEvent(event)

    def _scale_columns(self, times: float) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self.rows.columns):
            if column.width and times != 1.0:
                hidden = header.isSectionHidden(place)
                header.setSectionHidden(place, False)  # while it is hidden Qt tells its width as nothing
                header.resizeSection(place, round(header.sectionSize(place) * times))
                header.setSectionHidden(place, hidden)
        self._grown = {place: round(width * times) for place, width in self._grown.items()}

    def _grow(self) -> None:
        """Share what is to spare with the columns that may be wider, but those of which somebody chose the width."""
        header, scale = self.horizontalHeader(), theme.of_app().scale
        least = {place: round(column.width * scale) for place, column in enumerate(self.rows.columns)}
        growing = [place for place, column in enumerate(self.rows.columns) if column.widest]
        ours = [one for one in growing if header.sectionSize(one) == self._grown.get(one, least[one])]
        takers = sum(not width for width in least.values())
        taken = sum(width for place, width in least.items() if not self.isColumnHidden(place))
        spare = self.viewport().width() - taken - round(_PLENTY * scale) * takers
        for place in ours:
            more = min(round(self.rows.columns[place].widest * scale) - least[place], spare // (takers + len(ours)))
            self._grown[place] = least[place] + max(0, more)
            header.resizeSection(place, self._grown[place])

    def _build(self) -> None:
        self.setItemDelegate(TableDelegate(self.rows, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        # With the list's own selection it would ask each loaded row at every paint whether its column is selected.
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.resizeSection(place, column.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        if self._empty is not None:
            self._empty.setParent(self.viewport())
            self._empty.installEventFilter(self)
            self._empty.hide()

    def _connect(self) -> None:
        self.doubleClicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(self._order)
        self.selectionModel().currentRowChanged.connect(self._pick)
        self.selectionModel().selectionChanged.connect(self._mark)
        self.rows.loaded.connect(self._loaded)
        theme.of_app().changed.connect(self.take_looks)

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            self.opened.emit(row)

    def _pick(self, current: QModelIndex) -> None:
        self.picked.emit(self.rows.row(current.row()) if current.isValid() else None)

    def _mark(self) -> None:
        self.marked.emit(len(self._selected_numbers()))

    def _selected_numbers(self) -> list[int]:
        # By ranges: a hundred thousand selected rows are one range, but as many indexes.
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return sorted({number for one in ranges for number in range(one.top(), one.bottom() + 1)})

    def _order(self, section: int) -> None:
        column = self.rows.columns[section]
        if not column.sortable:
            return
        former = self.rows.order
        descending = former is not None and former.column == column.name and not former.descending
        order = Order(column.name, descending)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self.rows.set_order(order)
        self.ordered.emit(order)

    def _jump(self, *, last: bool) -> None:
        if last:
            self.rows.fetchMore()
        self._stand_at(self.rows.index(self.rows.rowCount() - 1 if last else 0, 0))

    def _stand_at(self, index: QModelIndex) -> None:
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def _leave_hidden_column(self) -> None:
        """Stand in a column that shows: from one that gave way for want of room, Qt moves neither up nor down."""
        index = self.currentIndex()
        if index.isValid() and self.isColumnHidden(index.column()):
            shown = (place for place in range(self.rows.columnCount()) if not self.isColumnHidden(place))
            beside = index.siblingAtColumn(next(shown, index.column()))
            self.selectionModel().setCurrentIndex(beside, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _loaded(self, count: int) -> None:
        if self._empty is not None:
            self._empty.setVisible(count == 0)
            self._place_empty()

    def _place_empty(self) -> None:
        if self._empty is not None:
            area = self.viewport().size()
            size = self._empty.sizeHint().boundedTo(area)
            self._empty.resize(size)
            self._empty.move(QPoint((area.width() - size.width()) // 2, max(0, (area.height() - size.height()) // 3)))
