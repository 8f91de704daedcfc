"""What a step asks for, in place: a reason, what is read instead of a withdrawn script, the day of the next review."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.script_life import STEPS, ScriptStep
from app.services import wording
from app.services.script_life import LifeOf
from app.services.script_outline import ScriptLine
from app.ui.kit import languages
from app.ui.kit.ime_line import ImeLine
from app.ui.kit.line_editors import DateEditor
from app.ui.kit.type_ahead import Suggestion, TypeAhead
from app.ui.panes.scripts.asking import StepSaid

_GIVEN = ("live", "review_due")


class StepLine(QWidget):
    """``sent(StepSaid)`` when everything that the step needs is there."""

    sent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: ScriptStep | None = None
        self._key = ""
        self._falls_back_to: int | None = None
        self._lines: Mapping[str, ScriptLine] = {}
        self._at: datetime | None = None
        self._zone: tzinfo | None = None
        self._build()
        self.retranslate()

    @property
    def step(self) -> ScriptStep | None:
        """The step that is asked about."""
        return self._step

    @property
    def composing(self) -> bool:
        """Whether an input method holds characters in one of the lines."""
        return any(one.composing for one in (self.note, self.successor, self.next_on))

    def take_scripts(self, lines: Mapping[str, ScriptLine]) -> None:
        """Offer these scripts to be read instead of a withdrawn one."""
        self._lines = lines

    def take_time(self, now: datetime, zone: tzinfo) -> None:
        """Read days as on this day."""
        self._at, self._zone = now, zone

    def asks_for(self, step: ScriptStep) -> bool:
        """Say whether a step needs words before it is taken."""
        return STEPS[step].needs_note or step is ScriptStep.CONFIRM

    def begin(self, step: ScriptStep, life: LifeOf) -> None:
        """Ask for what a step of a version needs."""
        self._step, self._key, self._falls_back_to = step, life.key, life.falls_back_to
        self.note.clear()
        self.successor.show_key("", "")
        self.next_on.set_value(life.next_review_on)
        self.retranslate()
        self.show()
        (self.next_on if step is ScriptStep.CONFIRM else self.note).setFocus()

    def leave(self) -> None:
        """Ask for nothing."""
        self._step = None
        self.hide()

    def send(self) -> None:
        """Send what was said, or lead to what is missing."""
        if self._step is None:
            return
        is_review = self._step is ScriptStep.CONFIRM
        next_on = self.next_on.value() if is_review else None
        if STEPS[self._step].needs_note and not self.note.text().strip():
            self.note.setFocus()
        elif is_review and next_on is None:
            self.next_on.setFocus()
        else:
            self.sent.emit(StepSaid(self.note.text().strip(), self.successor.key, next_on))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.note.setPlaceholderText(self.tr("Reason; Enter sends it, Esc leaves"))
        self.note.setAccessibleName(self.tr("Reason"))
        self.successor.setPlaceholderText(self.tr("Read instead: title or key, if there is one"))
        self.successor.setAccessibleName(self.tr("Read instead"))
        self.next_on.setPlaceholderText(self.tr("Next review: +90, 2027-03-01"))
        self.next_on.setAccessibleName(self.tr("Next review on"))
        self.next_on.setToolTip(self.tr("The day on which somebody looks at it again"))
        is_review = self._step is ScriptStep.CONFIRM
        self._warning.setVisible(self._step is ScriptStep.WITHDRAW and self._falls_back_to is not None)
        text = self.tr("Version {number} then counts again. If it is wrong too, write a new version first.")
        self._warning.setText(text.format(number=self._falls_back_to))
        self._heading.setText(self.next_on.accessibleName() if is_review else self.note.accessibleName())
        self.note.setVisible(not is_review)
        self.next_on.setVisible(is_review)
        self.successor.setVisible(self._step is ScriptStep.WITHDRAW)
        step = self._step.value if self._step else ScriptStep.SUBMIT.value
        self._send.setText(wording.label("script_step", step, languages.current()))
        self._send.setAccessibleName(self._send.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.note = ImeLine(self)
        self.note.setObjectName("scripts.life.note")
        self.successor = TypeAhead("scripts.life.successor", self._suggest, self)
        self.next_on = DateEditor(self._now, None, self)
        self.next_on.setObjectName("scripts.life.next_on")
        self._send = QPushButton(self)
        self._send.setObjectName("scripts.life.send")
        self._send.setProperty("tone", "primary")
        self._send.clicked.connect(self.send)
        self._heading = QLabel(self)
        self._heading.setProperty("type", "label")
        self._warning = QLabel(self)
        self._warning.setProperty("type", "hint")
        self._warning.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._heading, self.note, self.successor, self.next_on, self._warning, self._send):
            column.addWidget(part)
        self.hide()

    def _now(self) -> datetime:
        if self._at is None:
            raise RuntimeError("no script is shown yet")
        return self._at.astimezone(self._zone)

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        words, language = text.casefold().split(), languages.current()
        found = [
            Suggestion(key, line.title(language), key)
            for key, line in self._lines.items()
            if key != self._key
            and line.standing.value in _GIVEN
            and words
            and all(word in f"{key} {line.title_zh} {line.title_en}".casefold() for word in words)
        ]
        return sorted(found, key=_label)[:12]


def _label(suggestion: Suggestion) -> str:
    return suggestion.label
