"""The rows of the boards."""

from app.ui.kit.commands import conflicts
from app.ui.panes.scripts.boards.column import ToDoColumn
from app.ui.panes.scripts.boards.commands import BOARDS
from app.ui.panes.scripts.commands import COMMANDS
from app.ui.shell import commands as shell


def test_every_row_names_methods_of_the_column() -> None:
    for row in BOARDS:
        assert callable(getattr(ToDoColumn, str(row.run)))
        assert not row.enabled_when or callable(getattr(ToDoColumn, str(row.enabled_when)))


def test_no_key_is_claimed_twice() -> None:
    assert conflicts({"shell": shell.COMMANDS, "scripts": (*COMMANDS, *BOARDS)}) == []
