"""A list that is known whole shows every line in its order."""

from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList


def _same(line: str) -> str:
    return line


def test_lines_stand_in_their_order_and_give_way_to_others(qapp) -> None:
    model = WholeList((Column("x", "X", 0, show=_same, sortable=False),), _same)
    model.show_lines(["b", "a"])
    assert [model.row(place) for place in range(model.rowCount())] == ["b", "a"]
    model.show_lines(["c"])
    assert [model.row(place) for place in range(model.rowCount())] == ["c"]
