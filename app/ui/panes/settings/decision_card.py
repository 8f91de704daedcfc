"""Needs a decision: one field that two people set unseen by each other; a key or a button lets one value stand.

What is longer than a button stands whole below it: nobody decides on the beginning of a text. No decision can be taken
back, so a key that is held or pressed twice, or that cannot be meant for what has just come, decides nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.models.conflicts import Choice, Conflict, excerpts, is_for_supervisors
from app.models.errors import AppError
from app.models.journal import Kind
from app.services import conflicts, wording
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted
from app.ui.panes.settings.setting_words import setting_name
from app.ui.panes.settings.value_words import value_words

#: Values that are shown; more than these have never been seen at once, and the next question shows the rest.
_MOST = 6
#: Milliseconds before a question that took the place of another one is answered: the second of two presses is quicker.
_READ_MS = 500


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
        self._deciding = self._outdated = False
        self._changed = QElapsedTimer()
        self._build()
        self.retranslate()
        self.hide()

    @property
    def current(self) -> Conflict | None:
        """What is to be decided now."""
        return self._waiting[self._place % len(self._waiting)] if self._waiting else None

    def refresh(self) -> None:
        """Ask what waits; a person who may not see it is shown nothing."""
        self._jobs.ask(conflicts.waiting, key="waiting", done=self._show, failed=self._hide, ended=self._renewed)

    def choose(self, place: int) -> None:
        """Let the value at this place stand (0 for the first)."""
        found = self.current
        if found is not None and place < len(found.choices):
            self._decide(conflicts.decide, found, uid=found.choices[place].uid)

    def show_next(self) -> None:
        """Leave this one for later, and show the next."""
        self._place = (self._place + 1) % max(len(self._waiting), 1)
        if len(self._waiting) > 1:
            self._changed.start()
        self._say()

    def keep_both(self) -> None:
        """Let all texts stand, one under the other; of links of cards, all of them."""
        found = self.current
        if found is not None and found.holds_both:
            self._decide(conflicts.keep_both, found)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Needs a decision"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by one key."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take 1 to 6 as a choice, 0 as both, and an arrow to the right as: later. False for every other key.

        One that is held does nothing more; where the card is out of sight, it is shown and nothing decided. What has
        just come can be left for later at once: that decides nothing.
        """
        key, place = event.key(), event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key not in (Qt.Key.Key_0, Qt.Key.Key_Right) and not 0 <= place < _MOST:
            return False
        if event.isAutoRepeat() or (key != Qt.Key.Key_Right and self._came_just_now()):
            return True
        if not self._in_sight():
            self._scroll_here()
        elif key == Qt.Key.Key_0:
            self.keep_both()
        elif key == Qt.Key.Key_Right:
            self.show_next()
        else:
            self.choose(place)
        return True

    def _build(self) -> None:
        self._what, self._hint = QLabel(self), muted(QLabel(self))
        self._what.setWordWrap(True)
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._choices: list[QPushButton] = []
        self._wholes: list[QLabel] = []
        self._both, self._later = QPushButton(self), QPushButton(self)
        self._both.setObjectName("settings.hub.both")
        self._both.clicked.connect(self._pressed_both)
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
        if not self._came_just_now():
            self.choose(int(self.sender().property("place")))

    def _pressed_both(self) -> None:
        if not self._came_just_now():
            self.keep_both()

    def _came_just_now(self) -> bool:
        """Whether what is asked took the place of another question so lately that nobody can have read it."""
        return self._changed.isValid() and not self._changed.hasExpired(_READ_MS)

    def _area(self) -> QScrollArea | None:
        holder: QWidget | None = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        return holder

    def _in_sight(self) -> bool:
        """Whether the whole card is seen, or as much of it as there is room for."""
        area = self._area()
        if area is None:
            return True
        return self.visibleRegion().boundingRect().height() >= min(self.height(), area.viewport().height())

    def _scroll_here(self) -> None:
        area = self._area()
        page = area.widget() if area is not None else None
        if area is not None and page is not None:
            area.verticalScrollBar().setValue(self.mapTo(page, QPoint()).y())

    def _show(self, found: list[Conflict]) -> None:
        """Show what waits; the question on the screen stays there while it waits, whatever came before it."""
        before = self.current
        self._waiting = found
        names = [_name(one) for one in found]
        if before is not None and _name(before) in names:
            self._place = names.index(_name(before))
        after = self.current
        if before is not None and after is not None and _asked(before) != _asked(after):
            self._changed.start()
        self._say()
        self.setVisible(bool(found))

    def _hide(self, _error: AppError) -> None:
        self._show([])

    def _decide(self, command: Callable[..., object], found: Conflict, **told: bytes) -> None:
        """Decide once: nothing more before it is saved or refused and, once it is saved, what waits since is shown."""
        if not found.for_me or self._deciding or self._outdated:
            return
        self._deciding = True
        self._jobs.do(
            command, done=self._saved, failed=self.refused.emit, ended=self._free, initiator=self, entity=found.entity,
            row_id=found.row_id, field=found.field, **told,
        )  # fmt: skip

    def _saved(self, _value: object) -> None:
        self._outdated = True
        self.decided.emit()

    def _free(self) -> None:
        self._deciding = False  # also after a fault, of which nobody else is told here

    def _renewed(self) -> None:
        self._outdated = False

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
            title = setting_name(found.title) if found.entity == "setting" else found.title
            self._what.setText(f"{entity} {title} · {field} ({count})")
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


def _name(one: Conflict) -> tuple[str, bytes, str]:
    return one.entity, one.row_id, one.field


def _asked(one: Conflict) -> tuple[object, ...]:
    """Return what a number on the card means: the field, and its values in their order."""
    return (*_name(one), *(choice.uid for choice in one.choices))
