"""Rows stand as they were asked for, and are found again by what they are known by."""

from datetime import UTC, timedelta

from app.ui.kit.columns import Column
from app.ui.panes.callbacks.board_table import BoardTable
from tests.desk import NOON


def test_rows_are_found_again_and_times_are_said_from_when_they_were_asked_for(qapp) -> None:
    table = BoardTable((Column("word", "Why", 0, show=str, sortable=False),), len)
    table.show_rows(("a", "bbb"), NOON, UTC)
    assert [table.index(row, 0).data() for row in range(table.rowCount())] == ["a", "bbb"]
    assert (table.place_of(3), table.place_of(2)) == (1, None)
    assert table.ago(NOON - timedelta(hours=2)) == "2 h ago"
    assert table.moment(NOON)
