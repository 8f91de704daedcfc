"""The rows of the recall."""

from app.ui.kit.commands import conflicts
from app.ui.panes.scripts.boards.recall_commands import OPENING, RECALL
from app.ui.panes.scripts.boards.recall_page import RecallPage
from app.ui.panes.scripts.commands import COMMANDS
from app.ui.panes.scripts.desk import LibraryDesk
from app.ui.shell import commands as shell


def test_every_row_names_methods_of_its_place() -> None:
    for place, rows in ((LibraryDesk, OPENING), (RecallPage, RECALL)):
        for row in rows:
            assert callable(getattr(place, str(row.run)))
            assert not row.enabled_when or callable(getattr(place, str(row.enabled_when)))


def test_no_key_is_claimed_twice() -> None:
    assert conflicts({"shell": shell.COMMANDS, "scripts": (*COMMANDS, *OPENING, *RECALL)}) == []
