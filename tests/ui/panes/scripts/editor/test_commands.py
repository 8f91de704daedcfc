"""The rows of the editor's commands."""

from app.ui.panes.scripts.commands import COMMANDS
from app.ui.panes.scripts.editor.commands import EDITING
from app.ui.panes.scripts.editor.editor import ScriptEditor


def test_every_command_can_be_run_by_the_editor() -> None:
    for command in EDITING:
        assert callable(getattr(ScriptEditor, str(command.run)))
        assert not command.enabled_when or callable(getattr(ScriptEditor, str(command.enabled_when)))


def test_no_key_is_one_of_the_library_too() -> None:
    library = {key for command in COMMANDS for key in command.keys}
    assert not library & {key for command in EDITING for key in command.keys}
