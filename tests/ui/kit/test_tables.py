from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import RAW_ROLE, Cell, LazyTableModel

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
COLUMNS = (
    Column("id", "No.", 80, role="number"),
    Column("title", "Title", 0),
    Column("due_at", "Due", role="time"),
    Column("state", "State", role="chip", tone=lambda row: "danger" if row["id"] == 3 else ""),
)


class Source:
    """A million rows that exist only when they are asked for."""

    def __init__(self, total=1_000_000):
        self.total = total
        self.asked = []

    def row(self, number):
        return {"id": number, "title": f"Row {number}", "due_at": NOW + timedelta(hours=number), "state": "new"}

    def fetch(self, after, limit, order, filters):
        self.asked.append((after, limit, order, dict(filters)))
        first = 0 if after is None else after + 1
        return [self.row(number) for number in range(first, min(first + limit, self.total))]


def key_of(row):
    return row["id"]


def now():
    return NOW


def model_of(source, page=100):
    model = LazyTableModel(COLUMNS, source.fetch, key_of, clock=now, page=page)
    model.fetchMore()
    return model


@pytest.mark.parametrize("total", [0, 1, 100, 250])
def test_the_model_keeps_the_rules_of_qt(qtmodeltester, total, qapp):
    model = model_of(Source(total))
    qtmodeltester.check(model)


def test_only_the_first_page_is_fetched(qapp):
    source = Source()
    model = model_of(source)
    assert (model.rowCount(), model.complete) == (100, False)
    assert source.asked == [(None, 100, None, {})]


def test_the_next_page_begins_after_the_last_key(qapp):
    source = Source(150)
    model = model_of(source)
    model.fetchMore()
    assert [asked[0] for asked in source.asked] == [None, 99]
    assert (model.rowCount(), model.complete, model.canFetchMore()) == (150, True, False)


def test_order_and_filters_go_to_the_source(qapp):
    source = Source()
    model = model_of(source)
    model.set_order(Order("title", descending=True))
    model.set_filters({"state": "new"})
    assert source.asked[-1] == (None, 100, Order("title", descending=True), {"state": "new"})
    assert model.rowCount() == 100


def test_cells_show_numbers_times_and_chips(qapp):
    model = model_of(Source())
    assert model.index(3, 0).data() == "3"
    assert model.index(2, 2).data() == "in 2 h"
    assert model.index(2, 2).data(Qt.ItemDataRole.ToolTipRole).startswith("2026-03-05")
    assert model.cells(3)[3] == Cell("new", "chip", "left", "danger")
    assert model.index(4, 0).data(RAW_ROLE) == 4
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Title"


def test_a_long_walk_keeps_few_rows_and_asks_again_for_those_it_returns_to(qapp):
    source = Source()
    model = model_of(source, page=10)
    for _ in range(100):
        model.fetchMore()
    kept = sum(page.rows is not None for page in model._pages)
    asked = len(source.asked)
    assert model.index(5, 1).data() == "Row 5"
    assert kept == 40
    assert source.asked[asked:] == [(None, 10, None, {})]


def test_a_row_that_a_command_changed_is_asked_again(qapp, qtbot):
    source = Source(20)
    model = model_of(source, page=10)
    with qtbot.waitSignal(model.dataChanged):
        model.touch(3)
    assert model.row(3)["id"] == 3
    assert len(source.asked) == 2


def test_a_row_that_is_gone_when_it_is_asked_again_is_empty(qapp):
    source = Source(10)
    model = model_of(source, page=10)
    source.total = 5
    model.touch(0)
    assert model.row(7) is None
    assert model.index(7, 1).data() == ""


def test_a_slow_source_brings_its_rows_later(qapp):
    model = LazyTableModel(COLUMNS, Later().fetch, key_of, clock=now)
    model.fetchMore()
    assert (model.rowCount(), model.canFetchMore()) == (0, False)
    model.receive([Source().row(1)])
    assert (model.rowCount(), model.complete) == (1, True)


class Later:
    def fetch(self, after, limit, order, filters):
        return None


def test_rows_that_nobody_waits_for_are_dropped(qapp):
    model = model_of(Source(5))
    model.receive([Source().row(77)])
    assert model.rowCount() == 5


def test_an_unknown_role_is_refused():
    with pytest.raises(ValueError, match="picture"):
        Column("x", "X", role="picture")
