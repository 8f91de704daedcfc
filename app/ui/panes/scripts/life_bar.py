"""Where the newest version of a script stands, and the buttons of the next steps; reasons are asked in place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.script_life import STEPS, ScriptStep
from app.scripts_library.script import State
from app.services import wording
from app.services.script_life import LifeOf
from app.ui.kit import languages, theme
from app.ui.panes.scripts.asking import StepSaid
from app.ui.panes.scripts.step_line import StepLine

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
    """``taken(step, StepSaid)`` when a person takes a step; one that needs words asks for them first."""

    taken = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._life: LifeOf | None = None
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
            self.line.leave()
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
            button.setVisible(step in steps and self.line.step is None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send what was asked for with Enter, leave it with Esc, unless an input method is composing."""
        if self.line.step is None or self.line.composing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line.send()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._state = QLabel(self)
        self._state.setProperty("type", "hint")
        self._state.setWordWrap(True)
        self.line = StepLine(self)
        self.line.sent.connect(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self._state)
        self.buttons = {step: StepButton(step, self) for step in STEPS}
        for button in self.buttons.values():
            column.addWidget(button)
            button.pressed_for.connect(self._take)
        column.addWidget(self.line)

    def _told(self, language: str) -> str:
        life = self._life
        if life is None:
            return ""
        state = wording.label("script_state", life.state.value, language)
        parts = [self.tr("Version {number}: {state}").format(number=life.number, state=state)]
        if life.author:
            parts.append(self.tr("written by {name}").format(name=life.author))
        if life.state is State.REVIEW and life.approved_by and len(life.approved_by) < life.approvers:
            names = wording.names_in_a_row(life.approved_by, language)
            parts.append(self.tr("approved by {names}, one more needed").format(names=names))
        return " · ".join(parts)

    def _take(self, step: ScriptStep) -> None:
        if self._life is not None and self.line.asks_for(step):
            self.line.begin(step, self._life)
            self.retranslate()
        else:
            self.taken.emit(step, StepSaid())

    def _leave(self) -> None:
        self.line.leave()
        self.retranslate()

    def _send(self, said: StepSaid) -> None:
        step = self.line.step
        self._leave()
        self.taken.emit(step, said)
