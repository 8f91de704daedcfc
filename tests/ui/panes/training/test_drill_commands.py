"""The keys of the drill are free in the whole pane, and training knows its commands."""

from app.ui.kit.commands import conflicts
from app.ui.panes.training.drill_commands import DRILL
from app.ui.shell import commands as shell
from tests.ui.panes.training.test_pages import training_rows


def test_every_command_of_the_drill_is_one_of_training_with_a_key_of_its_own() -> None:
    assert {one.id for one in DRILL} <= {one.id for one in training_rows()}
    assert conflicts({"shell": shell.COMMANDS, "training": training_rows()}) == []
