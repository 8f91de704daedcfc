"""Steps of growth: how a setting names them, and when one is reported."""

import pytest

from app.models.clusters import Said, proposals, reached, steps


@pytest.mark.parametrize("text", ["5, 10, 20", "20 5\u300110", "5;10\uff0c20"])
def test_steps_are_read_in_any_order_and_punctuation(text: str) -> None:
    assert steps(text) == (5, 10, 20)


def test_no_steps_report_nothing() -> None:
    assert steps(" ") == ()
    assert reached("", 100, 0) is None


@pytest.mark.parametrize("text", ["1, 5", "5, 5", "five", "5.5", "1000000", "\u0665", "2 3 4 5 6 7 8 9 10 11 12"])
def test_what_is_no_list_of_steps_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no steps"):
        steps(text)


def test_the_highest_step_reached_is_reported_once() -> None:
    assert reached("5, 10, 20", 4, 0) is None
    assert reached("5, 10, 20", 5, 0) == 5
    assert reached("5, 10, 20", 12, 0) == 10
    assert reached("5, 10, 20", 12, 10) is None
    assert reached("5, 10, 20", 25, 10) == 20


def _said(area: str, *tokens: str) -> Said:
    return Said(f"{area}{tokens}".encode(), area, frozenset(tokens))


def test_a_word_that_stands_out_in_one_area_may_be_an_incident() -> None:
    said = [_said("North", "water", f"n{at}") for at in range(5)] + [_said("South", f"s{at}") for at in range(20)]
    [found] = proposals(said, 5)
    assert (found.area, found.token, len(found.inquiries)) == ("North", "water", 5)
    assert proposals(said, 6) == ()


def test_what_everybody_asks_everywhere_is_none() -> None:
    said = [_said(area, "vaccine", str(at)) for area in ("North", "South", "East") for at in range(6)]
    assert proposals(said, 5) == ()
