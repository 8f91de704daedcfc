"""What the pages before the desk are made of: a card in the middle under the mark, fields, a notice, the language.

The first picture waits for what is named here: `Qt` itself loads 120 enumerations, so it is named inside functions.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.ui.kit import icons, languages
from app.ui.kit.languages import LANGUAGES
from app.ui.shell.mark import Mark

_WIDTH = 420


class Notice(QFrame):
    """What went wrong and the next step, beside the fields, until something else is tried."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "strip")
        self._error: AppError | None = None
        self._tone = "danger"
        self._icon: QLabel | None = None
        self._text = QLabel(self)
        self.hide()

    def text(self) -> str:
        """Return what is said."""
        return self._text.text()

    def show_error(self, error: AppError) -> None:
        """Say an error and its next step, in the language of the window, also when that changes."""
        from app.services.wording import told

        self._error = error
        self.say(told(error, languages.current()), "danger")

    def say(self, text: str, tone: str = "accent") -> None:
        """Say a sentence; `tone` is accent, warning or danger."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if self._icon is None:
            self._icon = self._built()
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        icons.give(self._icon, {"accent": "info", "warning": "warning"}.get(tone, "danger"), tone, 18)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear(self) -> None:
        """Say nothing more."""
        self._error = None
        self.hide()

    def _built(self) -> QLabel:
        """Arrange the parts before the first word: most notices never say one."""
        from PySide6.QtCore import Qt

        icon = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        return icon

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange and self._error is not None:
            self.show_error(self._error)
        super().changeEvent(event)


class SecretLine(QLineEdit):
    """A line for a password: `caps(bool)` when Caps Lock seems to be on, an eye that shows what was typed."""

    caps = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._eye.toggled.connect(self._reveal)
        self._reveal(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice letters that come in the other case than Shift says: Qt knows no Caps Lock."""
        from PySide6.QtCore import Qt

        text, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.emit(False)
        elif len(text) == 1 and text.isascii() and text.isalpha():
            self.caps.emit(text.isupper() != shift)
        super().keyPressEvent(event)

    def hide_again(self) -> None:
        """Hide what was typed."""
        self._eye.setChecked(False)

    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        icons.give(self._eye, "hide" if shown else "show", "muted")
        text = self.tr("Hide") if shown else self.tr("Show")
        self._eye.setToolTip(text)
        self._eye.setText(text)


class LabeledLine(QWidget):
    """A label over a line, under it a hint or an error. `entered()` on Enter."""

    entered = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, secret: bool = False, line: QLineEdit | None = None
    ) -> None:
        super().__init__(parent)
        self._label, self._note = QLabel(self), QLabel(self)
        self.line = line or (SecretLine(self) if secret else QLineEdit(self))
        self.line.setObjectName(name)
        self._label.setProperty("type", "label")
        self._label.setBuddy(self.line)
        self._note.setWordWrap(True)
        self._note.setProperty("type", "hint")
        self._hint = self._error = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, self.line, self._note):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self._forgive)
        self._show()

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_words(self, label: str, hint: str = "") -> None:
        """Show label and hint in the language of the window."""
        self._label.setText(label)
        self.line.setAccessibleName(label)
        self._hint = hint
        self._show()

    def set_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint = hint
        self._show()

    def show_error(self, text: str) -> None:
        """Say what is wrong with the field, "" for nothing."""
        self._error = text
        self.line.setProperty("wrong", bool(text))
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        self._show()

    def _forgive(self) -> None:
        if self._error:
            self.show_error("")

    def _show(self) -> None:
        text, kind = self._error or self._hint, "error" if self._error else "hint"
        if self._note.property("type") != kind:
            self._note.setProperty("type", kind)
            self._note.style().unpolish(self._note)
            self._note.style().polish(self._note)
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.line.setAccessibleDescription(text)


class LanguageSwitch(QWidget):
    """One quiet button for each language, each in its own words: `chosen(language)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for language, name in LANGUAGES.items():
            button = QPushButton(name, self)
            button.setObjectName(f"language.{language}")
            button.setProperty("tone", "quiet")
            button.setProperty("language", language)
            button.setAccessibleName(name)
            button.clicked.connect(self._choose)
            row.addWidget(button)
        row.addStretch(1)

    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("language")))


class StartPage(QWidget):
    """A page before the desk. A page adds to ``body``, says its words in ``retranslate`` and gets ``enter`` when shown.

    `language_wanted(language)`.
    """

    language_wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, width: int = _WIDTH) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.mark = Mark(self)
        self.title, self.says = QLabel(self), QLabel(self)
        self.title.setProperty("type", "title")
        self.says.setProperty("type", "muted")
        for label in (self.title, self.says):
            label.setProperty("centered", True)
            label.setWordWrap(True)
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(28, 24, 28, 24)
        self.body.setSpacing(14)
        self.notice = Notice(f"{name}.notice", self.card)
        self._switch = LanguageSwitch(self)
        self._switch.chosen.connect(self.language_wanted)
        self._arrange(width)

    def enter(self) -> None:
        """Get ready to be shown. A page without anything to do stays as it is."""

    def retranslate(self) -> None:
        """Say the page's words in the language of the window. The bare page has none."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, as Space does."""
        from PySide6.QtCore import Qt

        held = self.window().focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if is_enter and isinstance(held, QPushButton):
            held.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self, width: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(0)
        column.addStretch(2)
        holder = QWidget(self)
        holder.setFixedWidth(width)
        middle = QVBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(8)
        above = QHBoxLayout()
        middle.addLayout(above)
        above.addStretch(1)
        above.addWidget(self.mark)
        above.addStretch(1)
        middle.addWidget(self.title)
        middle.addWidget(self.says)
        middle.addSpacing(12)
        middle.addWidget(self.card)
        middle.addSpacing(8)
        middle.addWidget(self._switch)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addStretch(1)
        row.addWidget(holder)
        row.addStretch(1)
        column.addStretch(3)
