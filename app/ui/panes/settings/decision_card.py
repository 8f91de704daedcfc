"""Needs a decision: one field that two people set unseen by each other; a key or a button lets one value stand.

What is longer than a button stands whole below it: nobody decides on the beginning of a text.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.models.conflicts import Choice, Conflict, excerpts, is_for_supervisors
from app.models.errors import AppError
from app.models.journal import Kind
from app.services import conflicts, wording
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted
from app.ui.panes.settings.value_words import value_words

#: Values that are shown; more than these have never been seen at once, and the next question shows the rest.
_MOST = 6


class DecisionCard(Card):
    """``decided()`` after a decision is saved, ``refused(error)`` where it could not be. Hidden where nothing waits."""

    decided = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.hub.decisions")
        self._jobs = jobs
        self._waiting: list[Conflict] = []
        self._place = 0
        self._build()
        self.retranslate()
        self.hide()

    @property
    def current(self) -> Conflict | None:
        """What is to be decided now."""
        return self._waiting[self._place % len(self._waiting)] if self._waiting else None

    def refresh(self) -> None:
        """Ask what waits; a person who may not see it is shown nothing."""
        self._jobs.ask(conflicts.waiting, key="waiting", done=self._show, failed=self._hide)

    def choose(self, place: int) -> None:
        """Let the value at this place stand (0 for the first)."""
        found = self.current
        if found is None or place >= len(found.choices) or not found.for_me:
            return
        self._jobs.do(
            conflicts.decide,
            done=self._saved,
            failed=self._refuse,
            initiator=self,
            entity=found.entity,
            row_id=found.row_id,
            field=found.field,
            uid=found.choices[place].uid,
        )

    def show_next(self) -> None:
        """Leave this one for later, and show the next."""
        self._place = (self._place + 1) % max(len(self._waiting), 1)
        self._say()

    def keep_both(self) -> None:
        """Let all texts stand, one under the other; of links of cards, all of them."""
        found = self.current
        if found is not None and found.holds_both and found.for_me:
            self._jobs.do(
                conflicts.keep_both,
                done=self._saved,
                failed=self._refuse,
                initiator=self,
                entity=found.entity,
                row_id=found.row_id,
                field=found.field,
            )

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Needs a decision"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by one key."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take 1 to 6 as a choice, 0 as both, and an arrow to the right as: later. False for every other key."""
        place = event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_0:
            self.keep_both()
        elif event.key() == Qt.Key.Key_Right:
            self.show_next()
        elif 0 <= place < _MOST:
            self.choose(place)
        else:
            return False
        return True

    def _build(self) -> None:
        self._what, self._hint = QLabel(self), muted(QLabel(self))
        self._what.setWordWrap(True)
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._choices: list[QPushButton] = []
        self._wholes: list[QLabel] = []
        self._both, self._later = QPushButton(self), QPushButton(self)
        self._both.setObjectName("settings.hub.both")
        self._both.clicked.connect(self.keep_both)
        self._later.setObjectName("settings.hub.later")
        self._later.clicked.connect(self.show_next)
        column = QVBoxLayout()
        column.setSpacing(theme.of_app().px("pad"))
        self.body.addWidget(self._what)
        self.body.addWidget(self._hint)
        self.body.addLayout(column)
        for place in range(_MOST):
            button = QPushButton(self)
            button.setObjectName(f"settings.hub.choice{place + 1}")
            button.setProperty("place", place)
            button.setProperty("align", "left")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # no value widens the page
            button.clicked.connect(self._pressed)
            whole = muted(QLabel(self))
            whole.setWordWrap(True)
            whole.setTextFormat(Qt.TextFormat.PlainText)
            for widget in (button, whole):
                column.addWidget(widget)
            self._choices.append(button)
            self._wholes.append(whole)
        column.addWidget(self._both)
        column.addWidget(self._later)

    def _pressed(self) -> None:
        self.choose(int(self.sender().property("place")))

    def _show(self, found: list[Conflict]) -> None:
        self._waiting = found
        self._say()
        self.setVisible(bool(found))

    def _hide(self, _error: AppError) -> None:
        self._show([])

    def _saved(self, _value: object) -> None:
        self.decided.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _say(self) -> None:
        found = self.current
        choices = found.choices[:_MOST] if found else ()
        values = [self._value(one) for one in choices]
        shown = excerpts(values)
        for place, (button, whole) in enumerate(zip(self._choices, self._wholes, strict=True)):
            is_there = place < len(choices)
            button.setVisible(is_there)
            whole.setVisible(is_there and shown[place] != values[place])
            button.setEnabled(found is not None and found.for_me)
            if is_there:
                text = f"{place + 1} · {shown[place]} — {self._told(choices[place])}"
                button.setText(text)
                button.setAccessibleName(text)
                whole.setText(f"{place + 1} · {values[place]}")
        self._later.setVisible(len(self._waiting) > 1)
        self._later.setText(self.tr("→ · Later: show the next one"))
        self._later.setAccessibleName(self._later.text())
        self._both.setVisible(found is not None and found.holds_both and found.for_me)
        is_text = found is None or found.kind is Kind.MV
        self._both.setText(self.tr("0 · Keep both texts") if is_text else self.tr("0 · All are one person"))
        self._both.setAccessibleName(self._both.text())
        if found is not None:
            language = languages.current()
            entity = wording.label("conflict_entity", found.entity, language)
            field = wording.label("conflict_field", found.field, language)
            place = self._place % len(self._waiting) + 1
            count = self.tr("{place} of {count}").format(place=place, count=len(self._waiting))
            self._what.setText(f"{entity} {found.title} · {field} ({count})")
            self._hint.setText(self._reason(found))

    def _reason(self, found: Conflict) -> str:
        if not found.for_me:
            by_supervisors = self.tr("Two people set this unseen by each other. A supervisor decides which one stands.")
            by_others = self.tr("Two people set this unseen by each other. An administrator decides which one stands.")
            return by_supervisors if is_for_supervisors(found.entity) else by_others
        if found.kind is Kind.GONE:
            return self.tr(
                "One deleted this while another changed it. It stands until you press the number of what holds;"
                " the rest stays in history."
            )
        return self.tr(
            "Two people set this unseen by each other. Press the number of what stands; the rest stays in history."
        )

    def _told(self, one: Choice) -> str:
        where = self.tr("this station") if one.here else one.station or self.tr("another station")
        who = one.actor or self.tr("by itself")
        return f"{who}, {one.at:%m-%d %H:%M}, {where}"

    def _value(self, one: Choice) -> str:
        found, language = self.current, languages.current()
        if found is None:
            return ""
        if found.kind is not Kind.GONE:
            return value_words(found.entity, found.field, one.value, language) or self.tr("(empty)")
        if one.value:
            return self.tr("Keep it deleted")
        told = "; ".join(
            f"{wording.label('conflict_field', name, language)}: "
            f"{value_words(found.entity, name, value, language) or '–'}"
            for name, value in one.told
        )
        return self.tr("Keep it: {told}").format(told=told) if told else self.tr("Keep it")
