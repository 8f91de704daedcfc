from typing import Any

from app.ui.panes.work.clock_row import ClockRow
from app.ui.panes.work.clock_words import ClockChip

CHIPS = [ClockChip("Accept 2 h late", "danger", "exactly"), ClockChip("Resolve in 3 h", "accent", "then")]


def test_chips_are_filled_anew_and_an_empty_row_takes_no_room(qtbot: Any) -> None:
    row = ClockRow()
    qtbot.addWidget(row)
    row.show_chips(CHIPS)
    assert row.texts() == ["Accept 2 h late", "Resolve in 3 h"]
    row.show_chips(CHIPS[1:])
    assert row.texts() == ["Resolve in 3 h"]
    row.show_chips([])
    assert (row.texts(), row.isHidden()) == ([], True)
