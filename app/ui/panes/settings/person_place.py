"""Asks where a person belongs: to which unit, or, who leaves for good, after which day and to whom their work goes."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.accounts import Person
from app.ui.kit.cards import Card
from app.ui.kit.labels import KeyHint
from app.ui.kit.line_editors import Clock, DateEditor
from app.ui.panes.settings.choices import Choice
from app.ui.panes.settings.page import muted

UNIT, LEAVE = "unit", "leave"
_DAY_WIDTH = 140


class PersonPlace(Card):
    """``accepted(mode, code, last_day)`` on Save or Ctrl+Enter, ``left()`` on Cancel.

    The code "" is no unit, or nobody in particular. The last day is None for a unit, and for who leaves now.
    """

    accepted = Signal(str, str, object)
    left = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._clock = clock
        self.setObjectName("settings.person_place")
        self.mode = ""
        self._person: Person | None = None
        self._build()
        self.retranslate()
        self.hide()

    def ask(self, mode: str, person: Person, options: Mapping[str, str]) -> None:
        """Ask for ``UNIT`` or ``LEAVE`` of a person; ``options`` are codes with their words."""
        self.mode, self._person = mode, person
        self.retranslate()
        nobody = self.tr("Nobody in particular: whoever takes it") if mode == LEAVE else self.tr("No unit")
        self.choice.clear()
        self.choice.show_options({"": nobody, **options})
        self.choice.set_value((person.unit or "") if mode == UNIT else "")
        self.last_day.set_value(None)
        for widget in (self._day_label, self.last_day):
            widget.setVisible(mode == LEAVE)
        self.save.setEnabled(True)
        self.show()
        self.choice.setFocus()

    def close_form(self) -> None:
        """Take the question away."""
        self.mode, self._person = "", None
        self.hide()

    def submit(self) -> None:
        """Hand the answer over; once."""
        if self.mode == LEAVE and self.last_day.unreadable():
            self.last_day.setFocus()
        elif self.mode and self.save.isEnabled():
            self.save.setEnabled(False)
            self.accepted.emit(self.mode, self.choice.value(), self._day())

    def _day(self) -> date | None:
        return self.last_day.value() if self.mode == LEAVE else None

    def release(self) -> None:
        """Let Save be pressed again."""
        self.save.setEnabled(True)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        name = self._person.display if self._person else ""
        leaves = self.mode == LEAVE
        title = self.tr("{name} leaves") if leaves else self.tr("Unit of {name}")
        self.set_title(title.format(name=name))
        self._said.setText(
            self.tr(
                "The account closes after the last day, without one now. What {name} wrote stays; open inquiries and"
                " call-backs go to a colleague then."
            ).format(name=name)
            if leaves
            else self.tr("Some rights reach the inquiries of one's own unit.")
        )
        label = self.tr("Open work goes to") if leaves else self.tr("Unit")
        self._label.setText(label)
        self.choice.setAccessibleName(label)
        self._day_label.setText(self.tr("Last day"))
        self.last_day.setAccessibleName(self._day_label.text())
        self.last_day.setPlaceholderText(self.tr("now"))
        self.save.setText(self.tr("Close the account") if leaves else self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        for button in (self.save, self.cancel):
            button.setAccessibleName(button.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._said, self._label = muted(QLabel(self)), QLabel(self)
        self._said.setWordWrap(True)
        self.choice = Choice("settings.place.choice", self)
        self._day_label, self.last_day = QLabel(self), DateEditor(self._clock, None, self)
        self.last_day.setObjectName("settings.place.last_day")
        self.last_day.setMaximumWidth(_DAY_WIDTH)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        self.save.setObjectName("settings.place.save")
        self.save.setProperty("tone", "primary")
        self.cancel.setObjectName("settings.place.cancel")
        self.cancel.setProperty("tone", "quiet")
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(shortcut.context().WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)
        self.body.addWidget(self._said)
        asked = (self._label, self.choice, self._day_label, self.last_day)
        for widgets in (asked, (self.save, KeyHint("Ctrl+Return", self), None, self.cancel)):
            line = QHBoxLayout()
            self.body.addLayout(line)
            for widget in widgets:
                if widget is None:
                    line.addStretch(1)
                else:
                    line.addWidget(widget)
            if self.choice in widgets:
                line.addStretch(1)
            else:
                line.addWidget(KeyHint("Esc", self))
