"""Lists of any length: the source gives pages by key, and only what was scrolled over is ever fetched."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.presenting_time import exact, relative

Index = QModelIndex | QPersistentModelIndex
# A page of rows after a key (None = the first), or None when they come later through `receive`.
Fetch = Callable[[Any, int, Order | None, Mapping[str, Any]], Sequence[Any] | None]

RAW_ROLE = Qt.ItemDataRole.UserRole
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
_KEPT_PAGES = 40
_KEPT_CELLS = 2000


class Cell(NamedTuple):
    """What is shown of one cell."""

    text: str
    role: str
    align: str
    tone: str


@dataclass
class _Page:
    """One page: what it came after, how many rows it has, and its rows while they are kept."""

    after: Any
    count: int
    rows: Sequence[Any] | None


class LazyTableModel(QAbstractTableModel):
    """Rows of a paged source. `fetch(after_key, limit, order, filters)` gives at most `limit` rows after a key.

    `key_of(row)` is what the source wants as `after_key`: with an order it holds the sorted value too. Only 40 pages
    keep their rows, so that a walk through a million costs no memory; a page that is looked at again is asked again.
    A source that is slow returns None and hands its rows to `receive`. `loaded(count, complete)` after each page.
    """

    loaded = Signal(int, bool)

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        key_of: Callable[[Any], Any],
        *,
        clock: Callable[[], datetime] | None = None,
        page: int = 100,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.order: Order | None = None
        self.filters: dict[str, Any] = {}
        self._fetch, self._key_of, self._clock, self._size = fetch, key_of, clock, page
        self._pages: list[_Page] = []
        self._recent: list[int] = []
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._complete = False
        self._waiting = False
        self._slow = False
        self._count = 0
        self._last: Any = None

    @property
    def complete(self) -> bool:
        """Whether the last row is loaded; until then the total is unknown."""
        return self._complete

    def reload(self) -> None:
        """Forget every row and begin anew with the first page."""
        self.beginResetModel()
        self._pages, self._recent, self._count, self._last = [], [], 0, None
        self._complete = self._waiting = False
        self._cells.clear()
        self.endResetModel()
        self.fetchMore()

    def set_order(self, order: Order | None) -> None:
        """Ask the source for another order."""
        self.order = order
        self.reload()

    def set_filters(self, filters: Mapping[str, Any]) -> None:
        """Ask the source for other rows."""
        self.filters = dict(filters)
        self.reload()

    def receive(self, rows: Sequence[Any]) -> None:
        """Take the page that a slow source promised; a page that nobody waits for (after `reload`) is dropped."""
        if self._waiting:
            self._waiting = False
            self._append(rows)

    def row(self, number: int) -> Any:
        """Return one loaded row, None when its source no longer has it."""
        place, offset = divmod(number, self._size)
        rows = self._rows_of(place)
        return rows[offset] if offset < len(rows) else None

    def touch(self, number: int) -> None:
        """Ask for the page of one row again, because a command changed it."""
        if self._slow:
            self.reload()
            return
        place = number // self._size
        self._pages[place].rows = None
        self._cells.clear()
        first = place * self._size
        last = first + self._pages[place].count - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def refresh_times(self) -> None:
        """Say the time columns anew; connect the tick to ``TableView.refresh_times``, which does it once a minute."""
        self._cells.clear()
        for place, column in enumerate(self.columns):
            if column.role == "time" and self._count:
                self.dataChanged.emit(self.index(0, place), self.index(self._count - 1, place))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows loaded so far."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index | None = None) -> bool:
        """Whether there may be rows below the last one."""
        return not self._complete and not self._waiting and not (parent is not None and parent.isValid())

    def fetchMore(self, parent: Index | None = None) -> None:
        """Fetch the next page."""
        if self.canFetchMore(parent):
            rows = self._fetch(self._last, self._size, self.order, self.filters)
            if rows is None:
                self._waiting = self._slow = True
            else:
                self._append(rows)

    def cells(self, number: int) -> tuple[Cell, ...]:
        """Return what is shown of one loaded row; empty texts when its source no longer has it."""
        kept = self._cells.get(number)
        if kept is None:
            if len(self._cells) >= _KEPT_CELLS:
                self._cells.clear()
            row = self.row(number)
            kept = self._cells[number] = tuple(self._cell(column, row) for column in self.columns)
        return kept

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one cell for screen readers, tool tips and copying; the delegate paints from `cells`."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(index.row())[index.column()].text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[self.columns[index.column()].side] | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.ToolTipRole, RAW_ROLE):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        value = self.columns[index.column()].raw(row)
        if role == RAW_ROLE:
            return value
        return exact(value, languages.current()) if isinstance(value, datetime) else self.data(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's header in the language of the window."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(column.context, column.header)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.side] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _cell(self, column: Column, row: Any) -> Cell:
        if row is None:
            return Cell("", column.role, column.side, "")
        at = column.raw(row) if column.role == "time" and column.show is None else None
        if not isinstance(at, datetime):
            text = column.text(row)
        elif self._clock is None:
            text = exact(at, languages.current())
        else:
            text = relative(at, self._clock(), languages.current())
        return Cell(text, column.role, column.side, column.tone(row) if column.tone else "")

    def _append(self, rows: Sequence[Any]) -> None:
        complete = len(rows) < self._size
        if rows:
            self.beginInsertRows(QModelIndex(), self._count, self._count + len(rows) - 1)
            self._pages.append(_Page(self._last, len(rows), rows))
            self._keep(len(self._pages) - 1)
            self._count += len(rows)
            self._last = self._key_of(rows[-1])
            self.endInsertRows()
        self._complete = complete
        self.loaded.emit(self._count, complete)

    def _rows_of(self, place: int) -> Sequence[Any]:
        page = self._pages[place]
        if page.rows is None:
            page.rows = self._fetch(page.after, page.count, self.order, self.filters)
            self._keep(place)
        return page.rows or ()

    def _keep(self, place: int) -> None:
        if self._slow:
            # Its rows cannot be had again within a paint.
            return
        if place in self._recent:
            self._recent.remove(place)
        self._recent.append(place)
        if len(self._recent) > _KEPT_PAGES:
            self._pages[self._recent.pop(0)].rows = None
