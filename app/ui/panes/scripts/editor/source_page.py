"""The script as its file: written from the form, read back into it, and never lost while it cannot be read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.scripts_library.emitter import emit
from app.scripts_library.parser import Parsed, parse
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.source_text import SourceText


class SourcePage(QWidget):
    """Shows the file's text. While it is in front, the sheet is that text; leaving turns it into a script again."""

    def __init__(self, sheet: Sheet, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet, self._zone = sheet, zone
        self._written = ""
        self.text = SourceText(self)
        self.text.setObjectName("scripts.editor.source")
        self._hint = QLabel(self)
        self._hint.setProperty("type", "hint")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self.text, 1)
        self.text.edited.connect(self._edit)
        self.retranslate()

    def enter(self) -> None:
        """Write the script as a file, unless it is a text already."""
        self._written = emit(self._sheet.script, zone=self._zone)
        text = self._written if self._sheet.text is None else self._sheet.text
        if self.text.value() != text:
            self.text.set_value(text)

    def leave(self) -> Parsed | None:
        """Read the text into the sheet. None where nothing was changed or all went well, else what is wrong with it."""
        text = self._sheet.text
        if text is None or text == self._written:
            self._sheet.write(None)
            return None
        parsed = parse(text, zone=self._zone)
        if parsed.script is None:
            return parsed
        # The key of a script that exists never changes, and version and state are not the author's to write.
        now = self._sheet.script
        kept = {"version": now.version, "state": now.state, "supersedes": now.supersedes}
        if self._sheet.base is not None:
            kept["key"] = now.key
        self._sheet.text = None
        self._sheet.become(replace(parsed.script, **kept))
        return None

    def show_wrong(self, wrong: Mapping[int, str]) -> None:
        """Mark lines."""
        self.text.show_wrong(wrong)

    def focus_first(self) -> None:
        """Put the cursor into the text."""
        self.text.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._hint.setText(self.tr("The same script as a text file. Leaving this page reads it back into the form."))
        self.text.setAccessibleName(self.tr("Script as a text file"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _edit(self) -> None:
        self._sheet.write(self.text.value())
