"""Rows stand as they were asked for, and are found again by what they are known by."""

from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.table_view import TableView
from app.ui.panes.callbacks.barred_model import BarredTable
from app.ui.panes.callbacks.board_table import BoardTable
from app.ui.panes.callbacks.checks_model import ChecksTable
from app.ui.panes.callbacks.leases_model import LeasesTable
from app.ui.panes.callbacks.referred_model import ReferredTable
from tests.desk import NOON


def test_rows_are_found_again_and_times_are_said_from_when_they_were_asked_for(qapp) -> None:
    table = BoardTable((Column("word", "Why", 0, show=str, sortable=False),), len)
    table.show_rows(("a", "bbb"), NOON, UTC)
    assert [table.index(row, 0).data() for row in range(table.rowCount())] == ["a", "bbb"]
    assert (table.place_of(3), table.place_of(2)) == (1, None)
    assert table.ago(NOON - timedelta(hours=2)) == "2 h ago"
    assert table.moment(NOON)


@pytest.mark.parametrize("table", [ReferredTable, LeasesTable, ChecksTable, BarredTable])
def test_every_heading_is_seen_whole(table, qtbot) -> None:
    languages.of_app().use("en")
    view = TableView(table(), name="board")
    qtbot.addWidget(view)
    view.resize(533, 400)  # half a window of 1280
    view.show()
    bold = QFontMetrics(view.horizontalHeader().font())
    for place in range(view.model().columnCount()):
        title = view.model().headerData(place, Qt.Orientation.Horizontal)
        assert view.columnWidth(place) >= bold.horizontalAdvance(title) + 16, title
