"""What reminded or urged the person at the desk, or another center told of their inquiries.

It stands over the lists until it has been seen.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.errors import AppError
from app.models.ladders import KIND_OF
from app.services import reminders, wording
from app.services.reminders import Reminder
from app.ui.kit import icons, languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import ElidedLabel
from app.ui.panes.work.move_words import MoveWords

_STEPS = {kind: step.value for step, kind in KIND_OF.items()}
_GRAVE = frozenset({"supervise", "notify"})


class RemindedBar(QFrame):
    """Hidden while there is nothing to see. ``wanted(inquiry id)`` to go there, ``refused(error)``."""

    wanted = Signal(bytes)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._told: tuple[Reminder, ...] = ()
        self._moves = MoveWords()
        self._build()
        self._connect()
        self._say()

    def begin(self) -> None:
        """Begin with another person."""
        self._show(())
        self.look()

    def look(self) -> None:
        """Ask what there is to see."""
        self._jobs.ask(reminders.mine, key="reminded", done=self._show, failed=self._not_now)

    def take_focus(self) -> None:
        """Go to the button that leads to the inquiry."""
        self.open.setFocus()

    @property
    def text(self) -> str:
        """What it says now, "" while it is hidden."""
        return self._text.text() if self._told else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("work.reminded")
        self.setProperty("role", "strip")
        icon = QLabel(self)
        icons.give(icon, "bell", "warning", 18)
        self._text = ElidedLabel("", self)
        self.open, self.seen = QPushButton(self), QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        for name, button in (("open", self.open), ("seen", self.seen)):
            button.setObjectName(f"work.reminded.{name}")
            button.setProperty("tone", "tag")
            row.addWidget(button)

    def _connect(self) -> None:
        self.open.clicked.connect(self._go)
        self.seen.clicked.connect(self._see)
        self._jobs.changed.connect(self._follow)

    def _follow(self, changes: object, _initiator: object) -> None:
        if {"inquiry_event", "inquiry"} & set(getattr(changes, "entities", ())):
            self.look()

    def _show(self, told: tuple[Reminder, ...]) -> None:
        self._told = told
        self._say()

    def _say(self) -> None:
        self.setVisible(bool(self._told))
        self.open.setText(self.tr("Open"))
        self.open.setAccessibleName(self.tr("Open the inquiry that you are reminded of"))
        self.seen.setText(self.tr("Seen"))
        self.seen.setAccessibleName(self.tr("Say that you have seen the reminder"))
        if not self._told:
            return
        first, others = self._told[0], len(self._told) - 1
        step = _STEPS.get(first.step.kind, "")
        self.setProperty("tone", "danger" if step in _GRAVE else "warning")
        self.style().polish(self)
        called = wording.label("supervision", step, languages.current()) if step else self._moves.told(first.step)
        parts = [f"{called} {first.number}" if step else f"{first.number} {called}", first.summary]
        parts += [first.step.note or "", first.by and self.tr("by {name}").format(name=first.by)]
        parts.append(self.tr("and {count} more").format(count=others) if others else "")
        self._text.setText(" · ".join(one for one in parts if one))

    def _go(self) -> None:
        if self._told:
            self.wanted.emit(self._told[0].inquiry)

    def _see(self) -> None:
        if self._told:
            self._jobs.do(reminders.see, failed=self._refuse, initiator=self, inquiry=self._told[0].inquiry)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _not_now(self, _error: object) -> None:
        """Leave it: the next change asks again."""
