"""A text of many lines: Tab leaves it, a pasted book does not freeze it, nothing is ever cut."""

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.kit import theme

_UNBROKEN = re.compile(r"[!-~]{500}")


class LongText(QPlainTextEdit):
    """A plain text of about `lines` visible lines. `edited(object)` with the whole text after a person's change."""

    edited = Signal(object)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._quiet = False
        self.setTabChangesFocus(True)
        option = self.document().defaultTextOption()
        # The direction comes from the text, paragraph by paragraph: Arabic stands right beside Chinese.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.textChanged.connect(self._say)

    def value(self) -> str:
        """Return the whole text."""
        return self.toPlainText()

    def set_value(self, value: object) -> None:
        """Show a text without a signal; the undo history starts anew, so that no former caller's words come back."""
        text = str(value or "")
        self._quiet = True
        self._wrap_for(text)
        self.setPlainText(text)
        self._quiet = False

    def go_on_with(self, value: object) -> None:
        """Show a text that was begun, the cursor behind it."""
        self.set_value(value)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def length(self) -> int:
        """Return the number of characters (UTF-16 units, as Qt counts) without copying the text."""
        return self.document().characterCount() - 1

    def sizeHint(self) -> QSize:
        """Return the height of the wanted lines."""
        return QSize(240, self.height_of(self._lines))

    def height_of(self, lines: int) -> int:
        """Return the height in pixels at which so many lines are seen."""
        return self.fontMetrics().lineSpacing() * lines + theme.of_app().px("pad") * 2

    def minimumSizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(120, self.height_of(min(2, self._lines)))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to what lies around the text, which may know what to do with them; Qt asks it next."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, its carriage returns and zero bytes taken out; of a copied file nothing."""
        if self.canInsertFromMimeData(source):
            text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
            self._wrap_for(text)
            self.insertPlainText(text)

    def _wrap_for(self, text: str) -> None:
        # 50,000 letters without a blank (an attachment pasted as text) take 120 ms a keystroke to wrap at words, 10 ms
        # to wrap anywhere; 50,000 characters of words or Chinese take 10 ms either way.
        if _UNBROKEN.search(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _say(self) -> None:
        if not self._quiet:
            self.edited.emit(self.toPlainText())
