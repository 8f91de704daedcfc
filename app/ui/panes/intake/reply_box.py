"""The answer to a letter: written here, copied out by one key, sent by whatever program the center uses."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import icons
from app.ui.kit.long_text import LongText
from app.ui.panes.intake.conversation_state import ConversationState

_LINES = 5


class ReplyBox(QWidget):
    """A text and its copy button. `copied()` when the text is on the clipboard."""

    copied = Signal()

    def __init__(self, state: ConversationState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._build()
        self.text.edited.connect(self._edited)
        self._copy.clicked.connect(self.copy_out)
        self.retranslate()

    def load(self) -> None:
        """Show the draft's reply."""
        self.text.set_value(self._state.draft.reply)
        self._copy.setEnabled(bool(self._state.draft.reply))
        self._say_copy()

    def append(self, text: str) -> None:
        """Add a text (an approved answer) below what stands there, and show it; Ctrl+Z takes it out again."""
        now = self.text.value()
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        ends = len(now) - len(now.rstrip("\n"))
        cursor = self.text.textCursor()
        cursor.beginEditBlock()
        cursor.insertText("\n" * max(0, 2 - ends) + text if now.strip() else text)
        cursor.setBlockFormat(cursor.blockFormat())  # or undo takes what is typed behind the answer with it
        cursor.endEditBlock()
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def copy_out(self) -> None:
        """Put the reply on the clipboard."""
        if self._state.draft.reply:
            QGuiApplication.clipboard().setText(self._state.draft.reply)
            self._copy.setText(self.tr("Copied"))
            self.copied.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._label.setText(self.tr("Reply"))
        self.text.setAccessibleName(self.tr("Reply"))
        self.text.setPlaceholderText(self.tr("Given scripts are added here; copy it into your mail or chat program."))
        self._say_copy()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.text = LongText(_LINES, self)
        self.text.setObjectName("intake.reply")
        self._label = QLabel(self)
        self._label.setProperty("type", "label")
        self._copy = QPushButton(self)
        self._copy.setObjectName("intake.reply.copy")
        self._copy.setProperty("tone", "link")
        icons.give(self._copy, "copy", "accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._label, 1)
        head.addWidget(self._copy)
        column.addWidget(self.text)

    def _edited(self, text: str) -> None:
        self._state.edit("reply", text)
        self._copy.setEnabled(bool(text.strip()))
        self._say_copy()

    def _say_copy(self) -> None:
        self._copy.setText(self.tr("Copy reply"))
        self._copy.setAccessibleName(self.tr("Copy reply"))
