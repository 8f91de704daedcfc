"""The caller of a mock call: what was said, how it sounds, and the line in which the operator speaks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.models.mock_calls import CallState, Turn
from app.services.wording import label
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.practice import presenting

#: The transcript shows so many lines of its text, more in a high window.
_LINES, _LINES_HIGH, _HIGH = 3, 7, 900


class CallerPanel(QFrame):
    """``said(text)`` when the operator says something. It is silent until the call was picked up."""

    said = Signal(str)

    def __init__(self, name: str, commands: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice.caller")
        self.setProperty("role", "card")
        self._name = name
        self._turns: tuple[Turn, ...] = ()
        self._state: CallState | None = None
        self._note = ""
        self._build(commands)
        self._connect()
        self.retranslate()

    def show_call(self, turns: Sequence[Turn], state: CallState | None, note: str) -> None:
        """Show what was said, and a note below it; without a state nobody has picked up."""
        self._turns, self._state, self._note = tuple(turns), state, note
        speaks = state is not None and not state.over
        self.line.setEnabled(speaks)
        self._say.setEnabled(speaks)
        self._paint()

    def focus_line(self) -> None:
        """Put the cursor into the line."""
        self.line.setFocus()

    def put(self, text: str) -> None:
        """Put words into the line, to be changed or said."""
        self.line.setText(" ".join(text.split()))
        self.line.setFocus()

    def fit(self, height: int) -> None:
        """Give the transcript what a window of this height can spare."""
        lines = _LINES_HIGH if height >= _HIGH else _LINES
        self.transcript.setFixedHeight(lines * (self.transcript.fontMetrics().lineSpacing() + 3) + 10)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.transcript.setAccessibleName(self.tr("What was said"))
        self.line.setAccessibleName(self.tr("What you say to the caller"))
        self.line.setPlaceholderText(self.tr("What you say to the caller  Ctrl+T"))
        self._say.setText(self.tr("Say it  Enter"))
        self._say.setAccessibleName(self._say.text())
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, commands: CommandTable) -> None:
        pad = theme.of_app().px("pad")
        self.transcript = QTextBrowser(self)
        self.transcript.setObjectName("practice.transcript")
        self.transcript.setFrameShape(QFrame.Shape.NoFrame)
        self._mood = Chip("", "", self)
        self._hint = ElidedLabel("", self)
        self._hint.setProperty("type", "muted")
        self.line = QLineEdit(self)
        self.line.setObjectName("practice.line")
        self._say = QPushButton(self)
        self._say.setObjectName("practice.say")
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad // 2, pad, pad // 2)
        column.setSpacing(pad // 2)
        column.addWidget(self.transcript)
        row = QHBoxLayout()
        row.setSpacing(pad)
        column.addLayout(row)
        row.addWidget(self._mood)
        row.addWidget(self.line, 1)
        row.addWidget(self._say)
        row.addWidget(commands.button("practice.read_out", self, tone="quiet"))
        row.addWidget(commands.button("practice.aloud", self, tone="quiet"))
        row.addWidget(commands.button("practice.end", self))
        column.addWidget(self._hint)
        self.fit(0)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self._speak)
        self._say.clicked.connect(self._speak)
        theme.of_app().changed.connect(self._paint)

    def _speak(self) -> None:
        text = self.line.text().strip()
        if text and self.line.isEnabled():
            self.line.clear()
            self.said.emit(text)

    def _paint(self) -> None:
        looks = theme.of_app()
        names = (self._name, self.tr("You"))
        colors = (looks.hex("accent"), looks.hex("muted"))
        self.transcript.setHtml(presenting.transcript_html(self._turns, names, colors))
        bar = self.transcript.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._hint.setText(self._note)
        self._hint.setVisible(bool(self._note))
        self._mood.setVisible(self._state is not None)
        if self._state is not None:
            temper = self._state.temper
            self._mood.show_text(label("temper", temper.value, languages.current()), presenting.TONES[temper])
