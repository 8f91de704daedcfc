"""The calls that we owe: a list by due time, and under it the chosen one with what can be done about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.errors import AppError, FieldWrong
from app.services import inquiries, wording, worklists
from app.services.worklists import Desk, OwedCall
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.focus import handed_on
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.table_view import TableView
from app.ui.panes.work import presenting
from app.ui.panes.work.barred_call import BarredCall
from app.ui.panes.work.callback_commands import CALLBACKS
from app.ui.panes.work.callbacks_model import GIVE_WAY, CallbackTable
from app.ui.panes.work.step_form import StepForm, field
from app.ui.panes.work.words import Words

_BUTTONS = ("work.call", "work.kept", "work.not_reached", "work.settle", "work.copy_phone", "work.open_inquiry")
_TOUCHING = frozenset({"callback", "promise", "promise_outcome", "dnc"})
_LEAST_PROMISE = 200


class CallbackList(BarredCall):
    """Calls owed. ``call_requested(number, callback id)``, ``inquiry_wanted(id)``, ``told(text)``, ``refused(error)``.

    ``counted(how many, how many are late)`` after each look.
    """

    call_requested = Signal(str, object)
    inquiry_wanted = Signal(bytes)
    told = Signal(str)
    refused = Signal(object)
    counted = Signal(int, int)

    def __init__(self, jobs: Jobs, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._words = jobs, words
        self._build()
        self._connect()
        self.retranslate()
        self._choose(None)

    def show_desk(self, desk: Desk) -> None:
        """Take time and place of the desk."""
        self._desk = desk
        self.show_now(desk.now_at)

    def show_now(self, now: datetime) -> None:
        """Say how long each has left."""
        if self._desk is not None:
            self.model.show_now(now, self._desk.zone)
            self._now_at = now

    def reload(self) -> None:
        """Ask again what is owed."""
        self._jobs.ask(worklists.owed_calls, key="owed", done=self._show, failed=self._refuse)

    def follow(self, changes: Changes) -> None:
        """Ask again when a call was promised, moved or settled."""
        if changes.entities & _TOUCHING:
            self.reload()

    def focus_list(self) -> None:
        """Put the focus into the list, on its first line if none is chosen."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select(0)

    def has_callback_inquiry(self) -> bool:
        """Whether the chosen call belongs to an inquiry."""
        return self._call is not None and self._call.callback.inquiry is not None

    def call_now(self) -> None:
        """Let the shell open intake for the chosen call."""
        if self._call is not None and self.may_call():
            self.call_requested.emit(self._call.callback.number, self._call.callback.id)

    def keep_promise(self) -> None:
        """Say that the caller was reached."""
        self._do(partial(inquiries.settle_callback, kept=True))

    def ask_for_time(self) -> None:
        """Ask when to call again."""
        self._ask("not_reached", [field("call_at", required=True)])

    def ask_for_reason(self) -> None:
        """Ask why the call is not made."""
        self._ask("settle", [field("reason", required=True)])

    def copy_phone(self) -> None:
        """Put the number on the clipboard."""
        if self._call is not None and self.may_copy():
            QGuiApplication.clipboard().setText(self._call.number)
            self.told.emit(self.tr("Telephone number copied"))

    def open_inquiry(self) -> None:
        """Show what the promise was about."""
        if self._call is not None and self._call.callback.inquiry is not None:
            self.inquiry_wanted.emit(self._call.callback.inquiry)

    def leave_form(self) -> bool:
        """Take what is asked for off the page; False where nothing is asked."""
        if not self.form.step:
            return False
        self.form.close_form()
        self.view.setFocus()
        return True

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Calls that we owe"))
        self._empty.show_text(
            self.tr("No call is owed"),
            self.tr("A promise to call back (F10 in Intake) appears here with its time."),
        )
        self._never.setText(
            self.tr(
                "Asked never to be called: no call is made. Write instead, or settle it with this reason. "
                "Only a supervisor can lift it, at a written request."
            )
        )
        self._show_card()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as leave room for the promise."""
        super().resizeEvent(event)
        names = [column.name for column in self.model.columns]
        room = event.size().width() - _LEAST_PROMISE
        taken = sum(column.width for column in self.model.columns)
        for name in GIVE_WAY:
            place = names.index(name)
            self.view.setColumnHidden(place, taken > room)
            taken -= self.model.columns[place].width if taken > room else 0

    def _build(self) -> None:
        self.model = CallbackTable(self._words, self)
        self._empty = EmptyState("work.no_callbacks", "callbacks")
        self.view = TableView(self.model, name="work.callbacks", empty=self._empty, parent=self)
        self._table = CommandTable(CALLBACKS, self)
        self._card = Card("", self)
        self._number, self._what, self._due = QLabel(self), QLabel(self), Chip("", "", self)
        self._number.setProperty("type", "title")
        self._number.setFont(theme.of_app().font("title", bold=True, tabular=True))
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._what.setWordWrap(True)
        # A telephone program of this computer takes the link; without one the number can be copied.
        self._number.setTextFormat(Qt.TextFormat.RichText)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._number.linkActivated.connect(self._dial)
        self._card.header.add(self._due)
        self._never = QLabel(self)
        self._never.setProperty("type", "error")
        self._never.setWordWrap(True)
        for widget in (self._number, self._never, self._what):
            self._card.body.addWidget(widget)
        buttons = QHBoxLayout()
        self._card.body.addLayout(buttons)
        buttons.setSpacing(theme.of_app().px("pad"))
        for place, name in enumerate(_BUTTONS):
            tone = "primary" if place == 0 else "quiet" if place > 2 else ""
            buttons.addWidget(self._table.button(name, self._card, tone=tone))
        self._lift = self._table.button("work.barred", self._card, tone="quiet")
        buttons.addWidget(self._lift)
        buttons.addStretch(1)
        self.form = StepForm("work.callback_step", self._now, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("gap"))
        column.addWidget(self.view, 1)
        column.addWidget(self._card)
        column.addWidget(self.form)

    def _connect(self) -> None:
        self.view.picked.connect(self._choose)
        self.view.opened.connect(self._open)
        self.form.accepted.connect(self._take)
        self.form.left.connect(self.leave_form)

    def _now(self) -> datetime:
        return self._now_at

    def _show(self, calls: Sequence[OwedCall]) -> None:
        former = self._call.callback.id if self._call else None
        self.model.show_calls(calls)
        now = self._now_at if self._desk else None
        self.counted.emit(len(calls), sum(1 for one in calls if now and one.callback.due_at < now))
        place = self.model.place_of(former) if former else None
        if place is not None:
            self.view.select(place)
        elif self.view.hasFocus() and calls:
            self.view.select(0)
        else:
            self._choose(None)

    def _choose(self, call: OwedCall | None) -> None:
        if call is None or self._call is None or call.callback.id != self._call.callback.id:
            self.form.close_form()
        self._call = call
        self._show_card()
        self._table.refresh()

    def _open(self, call: OwedCall) -> None:
        self._choose(call)
        self.call_now()

    def _show_card(self) -> None:
        call = self._call
        self._card.setVisible(call is not None)
        if call is None or self._desk is None:
            return
        due_at = call.callback.due_at
        self._card.set_title(call.callback.caller_name or wording.label("caller_name", "none", languages.current()))
        self._number.setText(presenting.telephone_link(call.uri, call.number))
        self._number.setToolTip(self.tr("Dial with the telephone program of this computer") if call.uri else "")
        self._never.setVisible(call.never_call)
        self._lift.setVisible(self.may_lift())
        promised = self.tr("Promised by {name}").format(name=call.promised_by) if call.promised_by else ""
        self._what.setText(
            " · ".join(part for part in (presenting.owed_for(call.callback, languages.current()), promised) if part)
        )
        tone = presenting.due_tone(due_at, self._now_at, zone=self._desk.zone)
        self._due.show_text(self._words.due_sentence(due_at, self._now_at, self._desk.zone), tone)

    def _dial(self, _link: str) -> None:
        if self._call is not None and self._call.uri:
            QDesktopServices.openUrl(QUrl(self._call.uri))

    def _ask(self, step: str, fields: list[Any]) -> None:
        if self._call is not None and self._desk is not None:
            title = self._table.action(f"work.{step}").text().rstrip("…")
            self.form.ask(step, title, fields, values={}, zone=self._desk.zone)

    def _take(self, step: str, values: Mapping[str, Any]) -> None:
        if step == "not_reached":
            self._do(partial(inquiries.reschedule_callback, due_at=values["call_at"]))
        else:
            self._do(partial(inquiries.settle_callback, kept=False, note=values["reason"]))

    def _do(self, command: Any) -> None:
        if self._call is not None:
            callback = self._call.callback.id
            self._jobs.do(command, done=self._done, failed=self._refuse, initiator=self, callback=callback)

    def _done(self, _value: object) -> None:
        with handed_on(self.form, self.view):
            self.form.close_form()
        self.told.emit(self.tr("Saved"))

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.refuse(error, languages.current()):
            return
        self.form.release()
        self.refused.emit(error)
