"""A list of the supervisor: what waits, and under it a card with what can be said and done about the chosen row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError, FieldWrong
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.callbacks.board_table import BoardTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Heading:
    """What the list is called, and what an empty one says: a title and a sentence."""

    title: str
    nothing: str
    hint: str


@dataclass(frozen=True)
class Said:
    """What the card says of the chosen row, and what stands on each button; one without text is hidden."""

    title: str
    text: str
    buttons: Sequence[str]


@dataclass(frozen=True)
class Plan:
    """What a list is made of.

    ``ask`` is the question and ``show`` gets its answer; ``buttons`` are name, tone and what each does; ``begin`` says
    with what the form begins for a row.
    """

    name: str
    table: BoardTable
    ask: Callable[..., Any]
    show: Callable[[Any], None]
    heading: Callable[[], Heading]
    say: Callable[[Any], Said]
    fields: Sequence[Field]
    buttons: Sequence[tuple[str, str, Callable[[], None]]]
    begin: Callable[[Any], Mapping[str, object]]
    columns: int = 2


class Board(QWidget):
    """``told(text)`` what was done, ``warned(text)`` what a second press does, ``refused(AppError)`` what cannot be."""

    told = Signal(str)
    warned = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"callbacks.{plan.name}")
        self._jobs, self._clock, self._plan, self.model = jobs, clock, plan, plan.table
        self.model.setParent(self)
        self._form: Form | None = None
        self._chosen: Any = None
        self._build()
        self.view.picked.connect(self._pick)
        self.retranslate()

    def reload(self) -> None:
        """Ask again what the list shows."""
        self._jobs.ask(self._plan.ask, key=self.objectName(), done=self._plan.show, failed=self.refused.emit)

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus()

    def show_rows(self, rows: Sequence[Any], now: datetime, zone: tzinfo) -> None:
        """Show what was asked for, the same row chosen as before."""
        known_by = self.model.known_by
        former = known_by(self._chosen) if self._chosen is not None else None
        self.model.show_rows(rows, now, zone)
        if rows:
            self.view.select(self.model.place_of(former) or 0)
        else:
            self._pick(None)

    def form(self, zone: tzinfo) -> Form:
        """Return the form on the card, made when it is first needed."""
        if self._form is None:
            self._form = Form(
                self._plan.fields, name=f"{self.objectName()}.form", clock=self._clock, zone=zone,
                columns=self._plan.columns, parent=self._card,
            )  # fmt: skip
            self._place.addWidget(self._form)
            self._form.show()
        return self._form

    def values(self) -> dict[str, Any] | None:
        """Return what the form says; None where something in it is wrong, which it shows."""
        return None if self._form is None or self._form.problems() else dict(self._form.values())

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        heading = self._plan.heading()
        self.view.setAccessibleName(heading.title)
        self._none.show_text(heading.nothing, heading.hint)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.view.viewport().update()
        super().changeEvent(event)

    def do(self, act: Callable[..., Any], done: Callable[[Any], None], **given: Any) -> None:
        """Have something done about the chosen row."""
        self._jobs.do(act, done=done, failed=self.refuse, initiator=self, **given)

    def done(self, text: str) -> None:
        """Tell what was done, and ask again."""
        self.told.emit(text)
        self.reload()
        self.focus_list()

    def refuse(self, error: AppError) -> None:
        """Say what cannot be: beside its field, or above the list."""
        field = str(error.facts.get("field", ""))
        if isinstance(error, FieldWrong) and self._form is not None and field in self._form.names():
            self._form.set_error(field, wording.told(error, languages.current()))
            self._form.focus(field)
        else:
            self.refused.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the form presses the first button that is shown: what the card is for."""
        held, form = self.window().focusWidget(), self._form
        main = next((one for one in self._buttons if one.isVisible()), None)
        if event.key() in _ENTER and main is not None and form is not None and form.isAncestorOf(held):
            if not event.isAutoRepeat():
                main.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self._none = EmptyState(f"{self.objectName()}.none", "callbacks")
        self.view = TableView(self.model, name=f"{self.objectName()}.list", empty=self._none, parent=self)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self._card = Card("", self)
        self._said_of = QLabel(self._card)
        self._said_of.setWordWrap(True)
        self._said_of.setTextFormat(Qt.TextFormat.PlainText)
        self._card.body.addWidget(self._said_of)
        self._place = QVBoxLayout()
        self._card.body.addLayout(self._place)
        row = QHBoxLayout()
        row.setSpacing(pad)
        self._card.body.addLayout(row)
        self._buttons = [self._button(*one) for one in self._plan.buttons]
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.view, 1)
        column.addWidget(self._card)
        self._card.hide()

    def _button(self, name: str, tone: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._card)
        button.setObjectName(f"{self.objectName()}.{name}")
        button.setProperty("tone", tone)
        button.clicked.connect(act)
        return button

    def _pick(self, one: Any) -> None:
        former, self._chosen = self._chosen, one
        known_by = self.model.known_by
        changed = one is None or former is None or known_by(one) != known_by(former)
        self._card.setVisible(one is not None)
        self._say()
        if self._form is not None and changed:
            self._form.set_values(dict(self._plan.begin(one)) if one is not None else {})

    def _say(self) -> None:
        said = self._plan.say(self._chosen)
        self._card.set_title(said.title)
        self._said_of.setText(said.text)
        for button, text in zip(self._buttons, said.buttons, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
            button.setVisible(bool(text))
