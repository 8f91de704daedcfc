"""How the conversation ends: one button for each outcome, which says what is missing and leads to it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from app.models.contacts import NON_INQUIRY, ContactResult, Outcome
from app.services.wording import label
from app.ui.kit import languages, theme

KEYS = {
    Outcome.ANSWERED: "F8", Outcome.DISPATCH: "F9", Outcome.CALL_BACK: "F10", Outcome.ADD_TO: "Ctrl+Return",
    Outcome.REFERRED: "F7", Outcome.TRANSFERRED: "Shift+F7", Outcome.NON_INQUIRY: "Esc",
}  # fmt: skip
#: One letter for each outcome without an inquiry, the same in every language.
LETTERS = {
    ContactResult.SILENT: "S", ContactResult.WRONG_NUMBER: "W", ContactResult.HUNG_UP: "H", ContactResult.PRANK: "P",
    ContactResult.ABUSIVE: "A", ContactResult.TEST: "T", ContactResult.OUT_OF_SCOPE: "O",
}  # fmt: skip
_HEIGHT, _PAD = 48, 12
#: Lines of a note at most.
_LINES = 2
#: Room above and under the lines of a button, and of its frame.
_AROUND = 24


class OutcomeButton(QPushButton):
    """A key, an outcome, and under it what is missing (or what it will do)."""

    def __init__(self, outcome: Outcome, parent: QWidget) -> None:
        super().__init__(parent)
        self.outcome = outcome
        self._title = self._note = ""
        self.setObjectName(f"intake.outcome.{outcome.value}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_texts(self, title: str, note: str) -> None:
        """Show another title and note."""
        keys = QKeySequence(KEYS[self.outcome]).toString(QKeySequence.SequenceFormat.NativeText)
        self._title, self._note = title, note
        self.setAccessibleName(f"{keys} {title} – {note}" if note else f"{keys} {title}")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    @property
    def note(self) -> str:
        """What stands under the title."""
        return self._note

    def sizeHint(self) -> QSize:
        """Return room for the title; the note breaks into two lines, and shortens itself behind them."""
        looks = theme.of_app()
        title = QFontMetrics(looks.font(bold=True)).horizontalAdvance(self._title)
        keys = QFontMetrics(looks.font("small")).horizontalAdvance(self._keys())
        return QSize(title + keys + 4 * _PAD, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return room for the title; where there is little the key gives way: the tip and the key sheet say it."""
        title = QFontMetrics(theme.of_app().font(bold=True)).horizontalAdvance(self._title)
        return QSize(title + 2 * _PAD, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button of the theme, then the two lines."""
        super().paintEvent(event)
        looks = theme.of_app()
        primary = self.property("tone") == "primary" and self.isEnabled()
        ink = looks.color("on_accent" if primary else "text" if self.isEnabled() else "faint")
        quiet = ink if primary else looks.color("muted" if self.isEnabled() else "faint")
        painter = QPainter(self)
        inner = self.rect().adjusted(_PAD, 5, -_PAD, -5)
        note = two_lines(self._note, looks.font("small"), inner.width())
        below = QFontMetrics(looks.font("small")).height()
        line = inner.height() - below * _LINES  # where one line is enough, the titles still stand in one row
        top = QRect(inner.x(), inner.y(), inner.width(), line)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(looks.font("small"))
        painter.setPen(quiet)
        if self.width() >= self.sizeHint().width() - _PAD:
            painter.drawText(top, middle | int(Qt.AlignmentFlag.AlignRight), self._keys())
        painter.setFont(looks.font(bold=True))
        painter.setPen(ink)
        painter.drawText(top, middle, self._title)
        painter.setFont(looks.font("small"))
        painter.setPen(quiet)
        for place, text in enumerate(note):
            painter.drawText(QRect(inner.x(), inner.y() + line + place * below, inner.width(), below), middle, text)

    def _keys(self) -> str:
        return QKeySequence(KEYS[self.outcome]).toString(QKeySequence.SequenceFormat.NativeText)


def two_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Return a text on as many lines as it needs, two at most, the second one cut where there is more."""
    if not text or QFontMetrics(font).horizontalAdvance(text) <= width:
        return (text,) if text else ()
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first = text[: line.textLength()]
    rest = text[line.textLength() :].strip()
    return first.strip(), QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)


class OutcomeBar(QWidget):
    """`ended(Outcome)` when a button was pressed, `ended_without(ContactResult)` from the Esc menu."""

    ended = Signal(object)
    ended_without = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.outcomes")
        self._notes: dict[Outcome, str] = {}
        self._buttons = {outcome: OutcomeButton(outcome, self) for outcome in KEYS}
        self._buttons[Outcome.ANSWERED].setProperty("tone", "primary")
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self._buttons.values():
            button.clicked.connect(self._press)
            row.addWidget(button)
        theme.of_app().changed.connect(self._take_height)
        self._take_height()
        self.retranslate()

    def show_notes(self, notes: dict[Outcome, str]) -> None:
        """Show under each outcome what is missing; "" for one that is ready."""
        if notes != self._notes:
            self._notes = dict(notes)
            self._say()

    def button(self, outcome: Outcome) -> OutcomeButton:
        """Return the button of an outcome."""
        return self._buttons[outcome]

    def open_menu(self) -> QMenu:
        """Open the outcomes without an inquiry above their button; one letter takes one."""
        button = self._buttons[Outcome.NON_INQUIRY]
        height = self._menu.sizeHint().height()
        self._menu.popup(button.mapToGlobal(QPoint(0, -height)))
        self._menu.setActiveAction(self._menu.actions()[0])
        return self._menu

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        language = languages.current()
        self._menu.clear()
        for result in NON_INQUIRY:
            text = label("contact_result", result.value, language)
            action = QAction(f"{text}  (&{LETTERS[result]})", self._menu)
            action.setObjectName(f"intake.without.{result.value}")
            action.setData(result.value)
            action.triggered.connect(self._end_without)
            self._menu.addAction(action)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        titles = {
            Outcome.ANSWERED: self.tr("Answered"),
            Outcome.DISPATCH: self.tr("Dispatch"),
            Outcome.CALL_BACK: self.tr("Call back"),
            Outcome.ADD_TO: self.tr("Add to inquiry"),
            Outcome.REFERRED: self.tr("Refer"),
            Outcome.TRANSFERRED: self.tr("Put through"),
            Outcome.NON_INQUIRY: self.tr("No inquiry"),
        }
        for outcome, button in self._buttons.items():
            button.show_texts(titles[outcome], self._notes.get(outcome, ""))

    def _take_height(self) -> None:
        # The style sheet gives every button one line of height; the bar's own height stretches them to three.
        looks = theme.of_app()
        small = QFontMetrics(looks.font("small")).height()
        title = QFontMetrics(looks.font(bold=True)).height()
        self.setFixedHeight(max(_HEIGHT, title + 2 * small + _AROUND - 10))

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, OutcomeButton):
            if button.outcome is Outcome.NON_INQUIRY:
                self.open_menu()
            else:
                self.ended.emit(button.outcome)

    def _end_without(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.ended_without.emit(ContactResult(action.data()))
