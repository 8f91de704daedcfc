"""One row of a form: label, editor, and under it an error, a reading of what was typed, or help."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit.editors import CategoryEditor
from app.ui.kit.fields import Field, Label, say
from app.ui.kit.line_editors import DateEditor, LineEditor, MomentEditor
from app.ui.kit.long_text import LongText
from app.ui.kit.tri_state import TriState


class FormRow(QWidget):
    """A field on the screen. `edited(name, value)` after a person's change."""

    edited = Signal(str, object)

    def __init__(self, field: Field, editor: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(field.name)
        self.field = field
        self.editor = editor
        self._language = "en"
        self._error = ""
        self._label = QLabel(self)
        self._note: QLabel | None = None
        self._build()
        editor.edited.connect(self._edited)
        if isinstance(editor, CategoryEditor):
            editor.left_untaken.connect(self._say_problem)
            editor.textEdited.connect(self.show_excess)

    def retranslate(self, language: str) -> None:
        """Set label, help, options and accessible name in `language`."""
        self._language = language
        self._label.setText(self.label_text() + (" *" if self.field.required else ""))
        self.editor.setAccessibleName(self.label_text())
        if self.field.kind == "choice":
            self.editor.show_options(self.editor.options, language)
        elif hasattr(self.editor, "setPlaceholderText"):
            self.editor.setPlaceholderText(translated(self.field.placeholder, language))
        self._show_note()

    def label_text(self) -> str:
        """Return the label in the language of the window."""
        return translated(self.field.label, self._language)

    def show_error(self, text: str) -> None:
        """Show an error under the editor, "" for none."""
        if text != self._error:
            self._error = text
            self.editor.setProperty("wrong", bool(text))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        self._show_note()

    def show_excess(self) -> None:
        """Say by how much the value is too long, nothing where it is not."""
        self.show_error(self.problem() if self._length() > self.field.limit else "")

    def problem(self) -> str:
        """Return why the value cannot be saved, "" when it can."""
        if isinstance(self.editor, MomentEditor) and self.editor.lacks_time():
            return self.tr("Add the time of day: {day} 16:30").format(day=self.editor.text().strip())
        if isinstance(self.editor, LineEditor) and self.editor.unreadable():
            return self._unreadable()
        if isinstance(self.editor, CategoryEditor) and self.editor.unreadable():
            return self.tr("Not in the list: type on, then choose with \u2193 and Enter")
        over = self._length() - self.field.limit
        if over > 0:
            return self.tr("%n character(s) too many", "", over)
        return ""

    def _unreadable(self) -> str:
        """Return how a number, a day or a time is written."""
        if isinstance(self.editor, DateEditor):
            text = self.tr("This is no day: write it as {day}, or as today, fri, +3")
            return text.format(day=self.editor.today())
        if isinstance(self.editor, MomentEditor):
            text = self.tr("This is no time: write it as {day} 16:30, or as tomorrow 9:00, in 2 h")
            return text.format(day=self.editor.today())
        return self.tr("This is no number: write digits, such as 1,250 or 12.5")

    def _build(self) -> None:
        self._label.setProperty("type", "label")
        self._label.setBuddy(self.editor)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if isinstance(self.editor, TriState):
            line = QHBoxLayout()
            column.addLayout(line)
            line.setSpacing(12)
            # A question is a sentence: it stands beside its three answers, in the text's own size.
            self._label.setProperty("type", "")
            self._label.setWordWrap(True)
            self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            line.addWidget(self._label, 1)
            line.addWidget(self.editor)
        else:
            column.addWidget(self._label)
            column.addWidget(self.editor)
        column.addStretch(1)

    def _say_problem(self) -> None:
        self.show_error(self.problem())

    def _edited(self, value: object) -> None:
        self.show_excess()
        self.edited.emit(self.field.name, value)

    def _length(self) -> int:
        if isinstance(self.editor, LongText):
            return self.editor.length()
        return len(self.editor.text()) if hasattr(self.editor, "text") else 0

    def _show_note(self) -> None:
        meaning = self.editor.meaning(self._language) if hasattr(self.editor, "meaning") else ""
        is_past = self.field.ahead and isinstance(self.editor, MomentEditor) and self.editor.is_past()
        if is_past:
            meaning = self.tr("{when}, already past").format(when=meaning)
        text = self._error or meaning or translated(self.field.help, self._language)
        kind = "error" if self._error else "caution" if is_past else "hint"
        if text or self._note is not None:
            self._say_note(text, kind)
        if not isinstance(self.editor, TriState):
            self.editor.setAccessibleDescription(text)

    def _say_note(self, text: str, kind: str) -> None:
        """Say it under the editor; the line for it is made with the first text, which most fields never have."""
        if self._note is None:
            self._note = QLabel(self)
            self._note.setWordWrap(True)
            self._note.setTextFormat(Qt.TextFormat.PlainText)
            self._column.insertWidget(self._column.count() - 1, self._note)
        if self._note.property("type") != kind:
            self._note.setProperty("type", kind)
            self._note.style().unpolish(self._note)
            self._note.style().polish(self._note)
        self._note.setText(text)
        self._note.setVisible(bool(text))


def translated(label: Label, language: str) -> str:
    """Return a label; a bare text is a literal of the code, marked ``QT_TRANSLATE_NOOP("forms", …)``."""
    if isinstance(label, str):
        return QCoreApplication.translate("forms", label) if label else ""
    return say(label, language)
