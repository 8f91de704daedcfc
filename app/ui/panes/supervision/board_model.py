"""The board as a table model: a line for each unit or person, the line of all first, a cell for each state."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.models.supervision import COLUMNS, BoardLine, Load
from app.services import wording
from app.services.supervision import Board
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.presenting_time import duration, is_chinese
from app.ui.kit.whole_list import WholeList
from app.ui.panes.supervision import presenting
from app.ui.panes.supervision.words import Words

Index = QModelIndex | QPersistentModelIndex
_CELL = 104


class BoardTable(WholeList):
    """A ``Board`` by unit or by person (``unit``, ``owner``)."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        self._words = words
        self._board: Board | None = None
        self.by = "unit"
        super().__init__(self._columns(), _key_of, parent)

    def show_board(self, board: Board, by: str) -> None:
        """Show what was counted, by unit or by person; the first line is that of all."""
        self._board, self.by = board, by
        lines = board.by_unit if by == "unit" else board.by_owner
        self.show_lines((board.everything, *lines) if lines else ())

    def by_of(self, line: BoardLine) -> str:
        """Return what a line stands for: a unit, a person, or "" for all."""
        return "" if self._board is not None and line is self._board.everything else self.by

    def name_of(self, line: BoardLine) -> str:
        """Return what a line is called."""
        if not self.by_of(line):
            return self.tr("All")
        if self._board is None or line.key is None:
            return self.tr("Without a unit") if self.by == "unit" else self.tr("Nobody's")
        if self.by == "owner":
            return self._board.people.get(line.key, self.tr("Unknown"))
        names = self._board.units.get(line.key, (line.key, line.key))
        return names[0] if is_chinese(languages.current()) else names[1]

    def place_of(self, key: str | None, *, whole: bool) -> int | None:
        """Return the row of a line, or None."""
        found = (place for place, one in enumerate(self.lines) if one.key == key and (place == 0) == whole)
        return next(found, None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one cell; its tip and what ears hear say in words what the numbers count."""
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return super().data(index, role)
        line, column = self.lines[index.row()], self.columns[index.column()].name
        if column in ("name", "age"):
            return self.columns[index.column()].text(line)
        return self._words.load(_load_of(line, column))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's header: states are called by their labels."""
        name = self.columns[section].name
        is_state = name not in (*presenting.WHOLE, "waiting")
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and is_state:
            return wording.label("inquiry_state", name, languages.current())
        return super().headerData(section, orientation, role)

    def _columns(self) -> tuple[Column, ...]:
        waiting = QT_TRANSLATE_NOOP("tables", "Waiting")
        return (
            Column("name", QT_TRANSLATE_NOOP("tables", "Unit or person"), 0, show=self.name_of, sortable=False),
            Column("all", QT_TRANSLATE_NOOP("tables", "Open"), 128, "chips", show=_all, tone=_all_tone, sortable=False),
            *(self._state(column.name, waiting) for column in COLUMNS),
            Column("age", QT_TRANSLATE_NOOP("tables", "Average age"), 104, show=_age, sortable=False),
        )

    def _state(self, name: str, header: str) -> Column:
        cell = _Cell(name)
        return Column(name, header, _CELL, "chips", show=cell.text, tone=cell.tone, sortable=False)


class _Cell:
    """What one column shows of a line."""

    def __init__(self, name: str) -> None:
        self._name = name

    def text(self, line: BoardLine) -> str:
        return _text(_load_of(line, self._name))

    def tone(self, line: BoardLine) -> str:
        return _tone(_load_of(line, self._name))


def _load_of(line: BoardLine, column: str) -> Load:
    return line.load if column == "all" else line.cells.get(column, Load())


def _text(load: Load) -> str:
    return presenting.PARTED.join(f"{count:,}" for count, _ in presenting.numbers(load))


def _tone(load: Load) -> str:
    return "|".join(tone for _, tone in presenting.numbers(load))


def _all(line: BoardLine) -> str:
    return _text(line.load)


def _all_tone(line: BoardLine) -> str:
    return _tone(line.load)


def _age(line: BoardLine) -> str:
    return duration(line.load.average_age, languages.current()) if line.load.total else ""


def _key_of(line: BoardLine) -> str:
    return line.key or ""
