"""Cells say late, soon and all others, and ears hear it in words."""

import pytest
from PySide6.QtCore import Qt

from app.services import supervision
from app.services.office import Office
from app.ui.panes.supervision.board_model import BoardTable
from app.ui.panes.supervision.words import Words


@pytest.fixture
def table(office: Office, desk: dict[str, bytes], words: Words, qtmodeltester) -> BoardTable:
    made = BoardTable(words)
    made.show_board(office.ask(supervision.board), "unit")
    qtmodeltester.check(made)
    return made


def _at(table: BoardTable, row: int, column: str):
    return table.index(row, next(place for place, one in enumerate(table.columns) if one.name == column))


def test_the_line_of_all_comes_first(table: BoardTable) -> None:
    assert [table.name_of(line) for line in table.lines] == ["All", "County Hospital", "Disease Control"]
    assert table.place_of("C11", whole=False) == 2
    assert table.place_of(None, whole=True) == 0


def test_a_cell_shows_late_soon_and_the_others(table: BoardTable) -> None:
    cell = table.cells(1)[_at(table, 1, "dispatched").column()]
    assert (cell.text, cell.tone) == ("1 · 1 · 2", "danger|warning|")
    said = _at(table, 1, "dispatched").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1 late, 1 due soon, 2 on time"


def test_states_are_called_by_their_labels(table: BoardTable) -> None:
    headers = [table.headerData(place, Qt.Orientation.Horizontal) for place in range(table.columnCount())]
    assert headers[2:9] == ["New", "Dispatched", "Returned", "Accepted", "In progress", "To be redone", "Waiting"]
