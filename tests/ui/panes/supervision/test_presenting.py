"""Which list lies behind a cell."""

import pytest

from app.models.supervision import BoardLine, Load
from app.services.worklists import Listing
from app.ui.panes.supervision import presenting


@pytest.mark.parametrize(
    ("line", "column", "by", "listing"),
    [
        (BoardLine("H01"), "new", "unit", Listing(mine=False, unit="H01", state="new", order="oldest")),
        (BoardLine("ab"), "all", "owner", Listing(mine=False, owner="ab", order="oldest")),
        (BoardLine("H01"), "waiting", "unit", Listing(mine=False, unit="H01", due="paused", order="oldest")),
        (BoardLine(None), "age", "", Listing(mine=False, order="oldest")),
        (BoardLine(None), "new", "unit", None),
        (BoardLine(None), "new", "owner", None),
    ],
)
def test_a_cell_leads_to_the_inquiries_that_it_counts(line, column, by, listing) -> None:
    assert presenting.listing_of(line, column, by=by) == listing


def test_numbers_that_are_nothing_are_left_out() -> None:
    assert presenting.numbers(Load(2, 0, 3, 4)) == ((2, "danger"), (7, ""))
    assert presenting.numbers(Load()) == ()


def test_only_columns_with_something_are_shown() -> None:
    line = BoardLine("H01", {"new": Load(1), "redo": Load()})
    assert presenting.shown_columns((line,)) == {"new"}
