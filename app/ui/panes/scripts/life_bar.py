"""Where the newest version of a script stands, and the buttons of the next steps; reasons are asked in place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.script_life import STEPS, ScriptStep
from app.services import wording
from app.services.script_life import LifeOf
from app.ui.kit import languages, theme
from app.ui.kit.ime_line import ImeLine

_TONES = {ScriptStep.APPROVE: "primary", ScriptStep.SUBMIT: "primary", ScriptStep.WITHDRAW: "danger"}


class StepButton(QPushButton):
    """One step: ``pressed_for(step)``."""

    pressed_for = Signal(object)

    def __init__(self, step: ScriptStep, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self.setObjectName(f"scripts.life.{step.value}")
        self.setProperty("tone", _TONES.get(step, ""))
        self.clicked.connect(self._press)

    def _press(self) -> None:
        self.pressed_for.emit(self.step)


class LifeBar(QWidget):
    """``taken(step, note)`` when a person takes a step; one that needs a reason asks for it first."""

    taken = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._life: LifeOf | None = None
        self._asked: ScriptStep | None = None
        self.setObjectName("scripts.life")
        self._build()
        self.retranslate()

    @property
    def life(self) -> LifeOf | None:
        """What is shown."""
        return self._life

    def show_life(self, life: LifeOf) -> None:
        """Show where a version stands; a reason that is half asked is forgotten with another version."""
        if self._life is None or (self._life.key, self._life.number) != (life.key, life.number):
            self._ask(None)
        self._life = life
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        language = languages.current()
        self._state.setText(self._told(language))
        steps: Sequence[ScriptStep] = self._life.steps if self._life else ()
        for step, button in self.buttons.items():
            button.setText(wording.label("script_step", step.value, language))
            button.setAccessibleName(button.text())
            button.setVisible(step in steps and self._asked is None)
        self._note.setPlaceholderText(self.tr("Reason; Enter sends it, Esc leaves"))
        self._note.setAccessibleName(self.tr("Reason"))
        self._send.setText(wording.label("script_step", self._asked.value, language) if self._asked else "")
        self._send.setAccessibleName(self._send.text())
        self._line.setVisible(self._asked is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the reason with Enter, leave it with Esc, unless an input method is composing."""
        if self._asked is None or self._note.composing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._ask(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._send_note()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._state = QLabel(self)
        self._state.setProperty("type", "hint")
        self._state.setWordWrap(True)
        self._line = QWidget(self)
        self._note, self._send = ImeLine(self._line), QPushButton(self._line)
        self._note.setObjectName("scripts.life.note")
        self._send.setObjectName("scripts.life.send")
        self._send.setProperty("tone", "primary")
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._note, 1)
        row.addWidget(self._send)
        self._send.clicked.connect(self._send_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self._state)
        self.buttons = {step: StepButton(step, self) for step in STEPS}
        for button in self.buttons.values():
            column.addWidget(button)
            button.pressed_for.connect(self._take)
        column.addWidget(self._line)

    def _told(self, language: str) -> str:
        life = self._life
        if life is None:
            return ""
        state = wording.label("script_state", life.state.value, language)
        parts = [self.tr("Version {number}: {state}").format(number=life.number, state=state)]
        if life.author:
            parts.append(self.tr("written by {name}").format(name=life.author))
        if life.approved_by and len(life.approved_by) < life.approvers:
            names = ", ".join(life.approved_by)
            parts.append(self.tr("approved by {names}, one more needed").format(names=names))
        return " · ".join(parts)

    def _take(self, step: ScriptStep) -> None:
        if STEPS[step].needs_note:
            self._ask(step)
            self._note.setFocus()
        else:
            self.taken.emit(step, "")

    def _ask(self, step: ScriptStep | None) -> None:
        self._asked = step
        self._note.clear()
        self.retranslate()

    def _send_note(self) -> None:
        step, note = self._asked, self._note.text().strip()
        if step is None:
            return
        if not note:
            self._note.setFocus()
            return
        self._ask(None)
        self.taken.emit(step, note)
