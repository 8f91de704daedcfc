"""The keys of the drill are free in the whole pane, and training knows its commands."""

from app.ui.kit.commands import conflicts
from app.ui.panes.training.drill_commands import DRILL
from app.ui.shell import commands as shell
from app.ui.shell.pane_specs import rows_of


def test_every_command_of_the_drill_is_one_of_training_with_a_key_of_its_own() -> None:
    assert {one.id for one in DRILL} <= {one.id for one in rows_of("training")}
    assert conflicts({"shell": shell.COMMANDS, "training": rows_of("training")}) == []
