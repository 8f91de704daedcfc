"""A list of rows that are all known."""

from app.ui.kit.columns import Column
from app.ui.panes.training.rows_table import RowsTable


def key_of(row: dict[str, str]) -> str:
    return row["a"]


def test_rows_are_shown_and_replaced(qtmodeltester) -> None:
    model = RowsTable((Column("a", "A"),), key_of)
    model.show_rows([{"a": "x"}, {"a": "y"}])
    assert (model.rowCount(), model.cells(1)[0].text, model.complete) == (2, "y", True)
    model.show_rows([])
    assert model.rowCount() == 0
    qtmodeltester.check(model)
