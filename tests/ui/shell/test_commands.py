import pytest

from app.ui.kit.commands import conflicts
from app.ui.shell import commands
from app.ui.shell.pane_specs import PANES


def test_every_pane_of_the_rail_has_its_way_there():
    assert [spec.going.id for spec in PANES] == [row.id for row in commands.GOING]


def test_the_keys_of_the_window_are_told_apart():
    assert conflicts({"shell": commands.COMMANDS}) == []


def test_a_row_is_found_by_its_id():
    assert commands.row("desk.lock").keys == ("Ctrl+L",)
    with pytest.raises(KeyError):
        commands.row("desk.nothing")


def test_the_panes_stand_on_the_first_numbers():
    assert {row.shortcut for row in commands.GOING} == {
        f"Ctrl+{(number + 1) % 10}" for number in range(len(commands.GOING))
    }
