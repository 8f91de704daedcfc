"""No key of the pane is claimed twice."""

from app.ui.kit.commands import conflicts
from app.ui.panes.supervision.commands import PANE
from app.ui.shell.commands import COMMANDS


def test_no_key_is_claimed_twice() -> None:
    assert conflicts({"shell": COMMANDS, "supervision": PANE}) == []
