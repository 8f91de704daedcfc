"""What another center gets of an inquiry has ids and a number that follow from ours."""

from itertools import permutations
from typing import Any

import pytest

from app.models.transfers import Decision, caller_there, decision_of, given_up_by, number_there, row_there


def test_the_same_inquiry_is_the_same_row_at_the_same_center() -> None:
    rows = {row_there(b"a" * 16, "South"), row_there(b"a" * 16, "East"), row_there(b"b" * 16, "South")}
    assert len(rows) == 3
    assert row_there(b"a" * 16, "South") in rows
    assert caller_there(row_there(b"a" * 16, "South")) not in rows


def test_the_number_says_how_often_it_has_moved() -> None:
    assert number_there("261122-K7-0012") == "261122-K7-0012-T1"
    assert number_there(number_there("261122-K7-0012")) == "261122-K7-0012-T2"
    assert number_there("") == "-T1"


def _news(what: str, uid: str, *over: str, row: str = "r") -> dict[str, Any]:
    return {what: "x", "decision": Decision(row, uid, over).told()}


@pytest.mark.parametrize(
    ("news", "by"),
    [
        ([_news("taken_over", "1")], {"1"}),
        ([_news("taken_over", "1"), _news("kept", "2")], set()),
        ([_news("taken_over", "1"), _news("kept", "2"), _news("taken_over", "3", "1", "2")], {"3"}),
        ([_news("taken_over", "1"), _news("kept", "2", "1"), _news("taken_over", "3", "2")], {"3"}),
        ([_news("kept", "1", row="a"), _news("taken_over", "2", row="b")], {"2"}),
        ([_news("taken_over", "1"), {"taken_over": "x"}, {"kept": "x"}], {"1"}),
        ([{"never_call": "person"}], set()),
    ],
)
def test_which_decisions_stand_follows_from_what_each_knew_in_whatever_order_they_come(
    news: list[dict[str, Any]], by: set[str]
) -> None:
    for order in permutations(news):
        assert {found.uid for one in given_up_by(order) if (found := decision_of(one))} == by


def test_of_decisions_that_name_nothing_the_last_one_stands() -> None:
    taken, kept = {"taken_over": "x", "decision": "none"}, {"kept": "x", "decision": {"over": 5}}
    assert given_up_by([kept, taken]) == (taken,)
    assert given_up_by([taken, kept]) == ()
