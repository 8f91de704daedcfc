"""Figures of an exam in words, with what small numbers allow to say."""

import pytest

from app.models.errors import FieldInvalid
from app.models.intervals import wilson
from app.models.item_statistics import ItemFigures
from app.ui.panes.training import presenting_desk


def figures(attempts: int) -> ItemFigures:
    return ItemFigures(attempts, 0.5, wilson(attempts / 2, attempts), 0.1, 31.2, 0.3, 40.0, 12.0)


def test_discrimination_is_shown_from_thirty_attempts_on() -> None:
    assert presenting_desk.discrimination(figures(10)) == "n = 10 < 30"
    assert presenting_desk.discrimination(figures(40)) == "31 ± 30"
    assert presenting_desk.facility(figures(10)) == "50 % (24–76)"
    assert presenting_desk.number(None) == "–"


def test_a_proposal_is_rounded_down_to_quarters() -> None:
    assert [presenting_desk.quarters(one) for one in (0.0, 0.3, 0.74, 0.75, 1.0)] == [0, 1, 2, 3, 4]


def test_names_with_numbers_are_read() -> None:
    assert presenting_desk.ratings("li=70，chen = 80\n", "judges") == {"li": 70.0, "chen": 80.0}
    with pytest.raises(FieldInvalid):
        presenting_desk.ratings("li", "judges")
