"""Calls that a supervisor looks into: a list, and under it what was found out about the chosen one."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.accounts import Permission
from app.models.call_checks import CheckKind
from app.models.errors import AppError, FieldWrong
from app.services import callback_checks, wording
from app.services.callback_checks import ToCheck
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.callbacks.checks_model import ChecksTable, who, why

_LABELS = {
    "number": QT_TRANSLATE_NOOP("forms", "Another number"),
    "line": QT_TRANSLATE_NOOP("forms", "From which line"),
    "note": QT_TRANSLATE_NOOP("forms", "What was found out"),
}


@dataclass(frozen=True)
class Checks:
    """The calls that are to be looked into."""

    now_at: datetime
    zone: ZoneInfo
    calls: tuple[ToCheck, ...]


def checks(view: View) -> Checks:
    """Return everything that the list shows. Supervisors only."""
    view.require(Permission.REASSIGN_INQUIRIES)
    return Checks(view.now, ZoneInfo(view.settings.time_zone), tuple(callback_checks.to_check(view)))


class ChecksBoard(QWidget):
    """``told(text)`` what was done, ``refused(AppError)`` what cannot be; it never warns."""

    told = Signal(str)
    warned = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callbacks.checks")
        self._jobs, self._clock = jobs, clock
        self._form: Form | None = None
        self._chosen: ToCheck | None = None
        self._build()
        self.view.picked.connect(self._pick)
        self._go.clicked.connect(self.go_on)
        self._stay.clicked.connect(self.leave)
        self.retranslate()

    def reload(self) -> None:
        """Ask again what is to be looked into."""
        self._jobs.ask(checks, key="callbacks.checks", done=self._show, failed=self.refused.emit)

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus()

    def go_on(self) -> None:
        """Let the call go on: the stay is real, by another number, from another line."""
        one, said = self._chosen, self._values()
        if one is None or said is None:
            return
        if one.kind is CheckKind.STAY:
            self._do(callback_checks.stay_confirmed, callback=one.callback, note=said["note"])
        elif one.kind is CheckKind.NUMBER:
            self._do(callback_checks.add_number, callback=one.callback, typed=said["number"])
        else:
            self._do(callback_checks.other_line, callback=one.callback, line=said["line"])

    def leave(self) -> None:
        """Leave the case ended: the list was wrong, or nobody knows another number."""
        one, said = self._chosen, self._values()
        if one is not None and said is not None and one.kind is not CheckKind.LINE:
            stays = callback_checks.denial_stands if one.kind is CheckKind.STAY else callback_checks.no_number
            self._do(stays, callback=one.callback, note=said["note"])

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Calls to look into"))
        self._none.show_text(
            self.tr("Nothing is to be looked into"),
            self.tr("Stays that were denied, numbers that are no good and blocked lines appear here."),
        )
        self._say_of()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.view.viewport().update()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.model = ChecksTable(self)
        self._none = EmptyState("callbacks.checks.none", "callbacks")
        self.view = TableView(self.model, name="callbacks.checks.list", empty=self._none, parent=self)
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
        self._go, self._stay = QPushButton(self._card), QPushButton(self._card)
        for button, name, tone in ((self._go, "go_on", "primary"), (self._stay, "leave", "")):
            button.setObjectName(f"callbacks.checks.{name}")
            button.setProperty("tone", tone)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.view, 1)
        column.addWidget(self._card)
        self._card.hide()

    def _show(self, found: Checks) -> None:
        former = self._chosen.callback if self._chosen else None
        if self._form is None:
            fields = (
                Field("number", "text", _LABELS["number"], visible_when=self._asks_number, max_length=40),
                Field("line", "text", _LABELS["line"], visible_when=self._asks_line, max_length=40),
                Field("note", "text", _LABELS["note"], visible_when=self._asks_note, max_length=2000),
            )
            self._form = Form(
                fields, name="callbacks.checks.form", clock=self._clock, zone=found.zone, columns=2, parent=self._card
            )
            self._place.addWidget(self._form)
            self._form.show()
        self.model.show_calls(found.calls, found.now_at, found.zone)
        if found.calls:
            self.view.select(self.model.place_of(former) or 0)
        else:
            self._pick(None)

    def _asks_number(self, _values: object) -> bool:
        return self._chosen is not None and self._chosen.kind is CheckKind.NUMBER

    def _asks_line(self, _values: object) -> bool:
        return self._chosen is not None and self._chosen.kind is CheckKind.LINE

    def _asks_note(self, _values: object) -> bool:
        return self._chosen is not None and self._chosen.kind is not CheckKind.LINE

    def _pick(self, one: ToCheck | None) -> None:
        changed = one is None or self._chosen is None or one.callback != self._chosen.callback
        self._chosen = one
        self._card.setVisible(one is not None)
        self._say_of()
        if self._form is not None and changed:
            self._form.set_values({})

    def _say_of(self) -> None:
        one = self._chosen
        kind = one.kind if one else CheckKind.LINE
        says = {
            CheckKind.STAY: (
                self.tr("Compare name, birth and dates with the list of the institution."),
                self.tr("The stay is real: call again"),
                self.tr("Not on the list: it stays ended"),
            ),
            CheckKind.NUMBER: (
                self.tr("Ask the institution for another number of this person."),
                self.tr("Call this number"),
                self.tr("Nobody knows another one"),
            ),
        }.get(kind, (self.tr("Which line is not blocked?"), self.tr("Call from this line"), ""))
        self._card.set_title(f"{who(one)} · {why(one)}" if one else "")
        self._said_of.setText(says[0])
        for button, text in zip((self._go, self._stay), says[1:], strict=True):
            button.setText(text)
            button.setAccessibleName(text)
            button.setVisible(bool(text))

    def _values(self) -> dict[str, str] | None:
        form = self._form
        if form is None or form.problems():
            return None
        said = form.values()
        return {name: str(said.get(name) or "") for name in _LABELS}

    def _do(self, act: Callable[..., None], **given: object) -> None:
        self._jobs.do(act, done=self._done, failed=self._refuse, initiator=self, **given)

    def _done(self, _nothing: None) -> None:
        self.told.emit(self.tr("Saved; the case goes on by what was found out."))
        self.reload()
        self.focus_list()

    def _refuse(self, error: AppError) -> None:
        field = str(error.facts.get("field", ""))
        if isinstance(error, FieldWrong) and self._form is not None and field in self._form.names():
            self._form.set_error(field, " ".join(wording.sentence(error, languages.current())))
            self._form.focus(field)
        else:
            self.refused.emit(error)
