"""The rows of a source's document."""

from app.ui.kit.commands import conflicts
from app.ui.panes.scripts.editor.commands import EDITING
from app.ui.panes.scripts.editor.document_bar import DocumentBar
from app.ui.panes.scripts.editor.document_commands import DOCUMENTS


def test_every_row_runs_a_method_of_the_bar() -> None:
    for row in DOCUMENTS:
        assert callable(getattr(DocumentBar, str(row.run))), row.id
        assert callable(getattr(DocumentBar, str(row.enabled_when))), row.id


def test_no_row_wants_a_key_of_the_editor() -> None:
    assert conflicts({"editor": (*EDITING, *DOCUMENTS)}) == []
