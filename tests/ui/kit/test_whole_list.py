"""A list that is known whole shows every line in its order, and is not called empty before it is known."""

import pytest

from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList


def _same(line: str) -> str:
    return line


@pytest.fixture
def model(qapp) -> WholeList:
    return WholeList((Column("x", "X", 0, show=_same, sortable=False),), _same)


def test_lines_stand_in_their_order_and_give_way_to_others(model) -> None:
    model.show_lines(["b", "a"])
    assert [model.row(place) for place in range(model.rowCount())] == ["b", "a"]
    assert model.lines == ("b", "a")
    model.show_lines(["c"])
    assert [model.row(place) for place in range(model.rowCount())] == ["c"]


def test_a_list_is_whole_once_it_is_known(model, qtmodeltester) -> None:
    model.show_lines(["b", "a"])
    assert (model.rowCount(), model.cells(1)[0].text, model.complete) == (2, "a", True)
    model.show_lines([])
    assert model.rowCount() == 0
    qtmodeltester.check(model)


def test_a_list_that_is_not_known_yet_is_not_called_empty(model, qtbot) -> None:
    empty = EmptyState("list.empty")
    view = TableView(model, name="list", empty=empty)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.grab()  # the first paint asks for the rows
    assert not empty.isVisible()
    model.refresh_times()
    model.reload()
    assert not empty.isVisible()
    model.show_lines([])
    assert empty.isVisible()
