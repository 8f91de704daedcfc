"""The search line: reports each keystroke, moves in a list of results that somebody else shows."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit import icons, theme
from app.ui.kit.ime_line import ImeLine

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(ImeLine):
    """A search line. While an input method composes, every key is the input method's.

    `typed(text, preedit)` · `chosen()` Enter · `moved(int)` Up/Down/Page · `picked(int)` Alt+1…9, counted from 0 ·
    `left()` Esc in an empty line (the first Esc empties it) · `entered()` the keyboard came here. `query` is text and
    preedit together.
    """

    chosen = Signal()
    moved = Signal(int)
    picked = Signal(int)
    left = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._word = ""
        self._ground = ""
        self.setClearButtonEnabled(True)
        glass = QAction(self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        icons.give(glass, "search", "muted")
        self.retranslate()

    def stand_on(self, token: str) -> None:
        """Paint the corners too, in the color of what lies below.

        A line with round corners shows through: each key then paints everything below it up to the window again.
        """
        self._ground = token
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(token))

    def showEvent(self, event: QShowEvent) -> None:
        """Stand on the ground again: being given its style, a line is taken for see-through."""
        super().showEvent(event)
        self.stand_on(self._ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the line."""
        if self._ground:
            painter = QPainter(self)
            painter.fillRect(event.rect(), theme.of_app().color(self._ground))
            painter.end()
        super().paintEvent(event)

    def retranslate(self) -> None:
        """Set its own texts in the language of the window; a pane that gave others says them itself."""
        former, self._word = self._word, self.tr("Search")
        # The line is told of a new language after its pane: what the pane said by then stays.
        if self.accessibleName() in ("", former):
            self.setAccessibleName(self._word)
        if self.placeholderText() in ("", former):
            self.setPlaceholderText(self._word)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.stand_on(self._ground)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that somebody is about to type here."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send moves, choice and numbers to the list; everything else is typing."""
        if self.composing or not self._is_command(event):
            super().keyPressEvent(event)

    def _is_command(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in _ENTER:
            self.chosen.emit()
        elif key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.moved.emit(_MOVES[key])
        elif alt and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.picked.emit(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return False
        return True

    def _escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()
