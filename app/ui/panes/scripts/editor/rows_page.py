"""A page of one or two lists of a script."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.scripts_library.script import Script
from app.ui.kit import theme
from app.ui.kit.line_editors import Clock
from app.ui.panes.scripts.editor.row_kind import RowKind
from app.ui.panes.scripts.editor.rows_editor import RowsEditor
from app.ui.panes.scripts.editor.sheet import Sheet


class RowsPage(QWidget):
    """Shows lists of the script by the names of their kinds. ``removed(RowsEditor)`` after a row went."""

    removed = Signal(object)

    def __init__(self, sheet: Sheet, kinds: Sequence[RowKind], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.editors = {kind.name: RowsEditor(kind, clock, self) for kind in kinds}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("gap"))
        for editor in self.editors.values():
            column.addWidget(editor)
            editor.edited.connect(self._edit)
            editor.removed.connect(self._say_removed)
        column.addStretch(1)

    def put_under(self, name: str, widget: QWidget) -> None:
        """Put a widget under a list; its commands work on the whole page."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.editors[name]) + 1, widget)
        self.addActions(widget.actions())

    def show_script(self, script: Script) -> None:
        """Show the lists of a script."""
        for name, editor in self.editors.items():
            editor.show_rows(_rows(script, name))

    def show_wrong(self, wrong: Mapping[str, Mapping[int, str]]) -> None:
        """Mark rows by list and place."""
        for name, editor in self.editors.items():
            editor.show_wrong(wrong.get(name, {}))

    def go_to(self, name: str, place: int, field: str = "") -> None:
        """Put the cursor into a field of a row."""
        self.editors[name].go_to(place, field)

    def focus_first(self) -> None:
        """Put the cursor where the page begins."""
        editor = next(iter(self.editors.values()))
        (editor.list if editor.rows else editor.buttons["add"]).setFocus()

    def _edit(self, rows: tuple[Any, ...]) -> None:
        name = next(name for name, editor in self.editors.items() if editor is self.sender())
        # Two notes of one dialect cannot both be kept; the later one stands.
        self._sheet.change(**{name: dict(rows) if name == "dialect_notes" else rows})

    def _say_removed(self) -> None:
        self.removed.emit(self.sender())


def _rows(script: Script, name: str) -> tuple[Any, ...]:
    return tuple(script.dialect_notes.items()) if name == "dialect_notes" else getattr(script, name)
