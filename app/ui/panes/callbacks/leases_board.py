"""Which station calls whom: a list, and under it the station to which the chosen calls are moved."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.accounts import Permission
from app.models.errors import AppError, FieldMissing, FieldWrong
from app.services import callback_moves, move_words, wording
from app.services.callback_moves import Holding, Moved, Place
from app.services.office import View, Work
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.callbacks.leases_model import LeasesTable, key_of, station

_TO = QT_TRANSLATE_NOOP("forms", "Let this station call them")


@dataclass(frozen=True)
class Leases:
    """What every station holds, and where it can go."""

    now_at: datetime
    zone: ZoneInfo
    held: tuple[Holding, ...]
    places: tuple[Place, ...]


def leases(view: View) -> Leases:
    """Return everything that the list shows. Supervisors only."""
    view.require(Permission.REASSIGN_INQUIRIES)
    held, places = callback_moves.holdings(view), callback_moves.places(view)
    return Leases(view.now, ZoneInfo(view.settings.time_zone), tuple(held), tuple(places))


def move(work: Work, chosen: Holding, to: str, *, force: bool = False) -> Moved:
    """Move what a row of the list holds. Supervisors only."""
    work.require(Permission.REASSIGN_INQUIRIES)
    groups = callback_moves.groups(work, language=chosen.language, held_by=chosen.at.name)
    return callback_moves.move(work, groups, to, force=force)


class LeasesBoard(QWidget):
    """``told(text)`` what was done, ``warned(text)`` what a second press does, ``refused(AppError)`` what cannot be."""

    told = Signal(str)
    warned = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callbacks.leases")
        self._jobs, self._clock = jobs, clock
        self._form: Form | None = None
        self._chosen: Holding | None = None
        self._sure: object = None
        self._build()
        self.view.picked.connect(self._pick)
        for button, act in zip(self._buttons, (self.move_calls, self.force), strict=True):
            button.clicked.connect(act)
        self.retranslate()

    def reload(self) -> None:
        """Ask again who holds what."""
        self._jobs.ask(leases, key="callbacks.leases", done=self._show, failed=self.refused.emit)

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus()

    def move_calls(self) -> None:
        """Let the chosen station call these from now on, as soon as who holds them gave them back."""
        self._do(force=False)

    def force(self) -> None:
        """Take these from a station that is gone, when pressed twice."""
        if self._chosen is None:
            return
        if self._sure != key_of(self._chosen):
            self._sure = key_of(self._chosen)
            self.warned.emit(
                self.tr("Only if that station is gone: press again to take its calls. What it may have dialed counts.")
            )
        else:
            self._do(force=True)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Which station calls whom"))
        self._none.show_text(
            self.tr("No case is given to a station"),
            self.tr("Cases of campaigns that were released appear here, with the station that calls them."),
        )
        for button, text in zip(self._buttons, (self.tr("Move"), self.tr("Take by force")), strict=True):
            button.setText(text)
            button.setAccessibleName(text)
        self._say_of()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.view.viewport().update()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.model = LeasesTable(self)
        self._none = EmptyState("callbacks.leases.none", "callbacks")
        self.view = TableView(self.model, name="callbacks.leases.list", empty=self._none, parent=self)
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
        self._buttons = [QPushButton(self._card) for _ in range(2)]
        for button, (name, tone) in zip(self._buttons, (("move", "primary"), ("force", "danger")), strict=True):
            button.setObjectName(f"callbacks.leases.{name}")
            button.setProperty("tone", tone)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.view, 1)
        column.addWidget(self._card)
        self._card.hide()

    def _show(self, found: Leases) -> None:
        former = key_of(self._chosen) if self._chosen else None
        if self._form is None:
            fields = (Field("to", "choice", _TO),)
            self._form = Form(
                fields, name="callbacks.leases.form", clock=self._clock, zone=found.zone, parent=self._card
            )
            self._place.addWidget(self._form)
            self._form.show()
        language = languages.current()
        self._form.set_options("to", [Option(one.name, move_words.place(one, language)) for one in found.places])
        self.model.show_held(found.held, found.now_at, found.zone)
        if found.held:
            self.view.select(self.model.place_of(former) or 0)
        else:
            self._pick(None)

    def _pick(self, one: Holding | None) -> None:
        changed = one is None or self._chosen is None or key_of(one) != key_of(self._chosen)
        self._chosen = one
        self._card.setVisible(one is not None)
        self._say_of()
        if self._form is not None and one is not None and changed:
            to = one.wanted or one.proposed
            self._form.set_values({"to": to.name} if to else {})

    def _say_of(self) -> None:
        one, language = self._chosen, languages.current()
        self._card.set_title(station(one) if one else "")
        text = self.tr(
            "Calls: {calls}; contact groups: {groups}. Who shares a telephone or a person goes together. {standing}"
        )
        standing = move_words.standing(one, language) if one else ""
        said = text.format(calls=one.calls, groups=one.groups, standing=standing) if one else ""
        self._said_of.setText(said)

    def _do(self, *, force: bool) -> None:
        form, one = self._form, self._chosen
        if form is None or one is None or form.problems():
            return
        to = str(form.values().get("to") or "")
        if not to:
            self._refuse(FieldMissing(field="to"))
            return
        self._jobs.do(move, done=self._done, failed=self._refuse, initiator=self, chosen=one, to=to, force=force)

    def _done(self, found: Moved) -> None:
        self._sure = None
        text = self.tr("{station}: {granted} groups go over now, {waiting} once their stations gave them back.")
        place = move_words.place(found.to, languages.current())
        self.told.emit(text.format(station=place, granted=found.granted, waiting=found.waiting))
        self.reload()
        self.focus_list()

    def _refuse(self, error: AppError) -> None:
        field = str(error.facts.get("field", ""))
        if isinstance(error, FieldWrong) and self._form is not None and field in self._form.names():
            self._form.set_error(field, " ".join(wording.sentence(error, languages.current())))
            self._form.focus(field)
        else:
            self.refused.emit(error)
