"""The rows of the scripts pane."""

from app.ui.kit.commands import conflicts
from app.ui.panes.scripts.commands import COMMANDS
from app.ui.panes.scripts.pane import ScriptsPane


def test_every_row_runs_a_method_of_the_pane() -> None:
    for row in COMMANDS:
        assert callable(getattr(ScriptsPane, str(row.run))), row.id
        assert not row.enabled_when or callable(getattr(ScriptsPane, str(row.enabled_when))), row.id


def test_no_two_rows_want_the_same_key() -> None:
    assert conflicts({"scripts": COMMANDS}) == []
