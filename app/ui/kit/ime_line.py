"""A line of text that knows when an input method is composing, so that keys belong to the input method then."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

# Input methods cut a preedit into syllables with apostrophes or blanks of their own.
_SEPARATORS = str.maketrans("", "", "'’ \u00a0\u3000")


class ImeLine(QLineEdit):
    """A line edit that reports committed text and preedit apart.

    `typed(text, preedit)` on each change of either; the preedit comes without the input method's separators.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        # A pasted book must not be cut without a word, see forms.
        self.setMaxLength(2**30)
        self.textChanged.connect(self._say)

    @property
    def composing(self) -> bool:
        """Whether an input method holds characters that are not committed yet."""
        return bool(self._preedit)

    @property
    def preedit(self) -> str:
        """What the input method holds, as query text."""
        return self._preedit.translate(_SEPARATORS)

    @property
    def query(self) -> str:
        """Committed text with the preedit at the cursor: what the person has typed so far."""
        text, place = self.text(), self.cursorPosition()
        return text[:place] + self.preedit + text[place:]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to what lies around the line: of a file it would take the address for a text."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note the preedit and report it, also when nothing was committed."""
        former, before = self._preedit, self.text()
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        if self._preedit != former and self.text() == before:
            self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the preedit: a platform may drop it with the focus and tell nobody."""
        self._preedit = ""
        super().focusOutEvent(event)

    def _say(self) -> None:
        self.typed.emit(self.text(), self.preedit)
