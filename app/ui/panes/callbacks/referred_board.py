"""Calls that wait for a supervisor: a list, and under it what can be done about the chosen one."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError, FieldMissing, FieldWrong
from app.services import callback_languages, callback_referrals, wording
from app.services.callback_languages import Spoken
from app.services.callback_referrals import Referred
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.callbacks import asking_referred, presenting, presenting_referred
from app.ui.panes.callbacks.asking_referred import Referrals
from app.ui.panes.callbacks.referred_model import ReferredTable

_LABELS = {
    "to": QT_TRANSLATE_NOOP("forms", "Operator"),
    "start_at": QT_TRANSLATE_NOOP("forms", "From when"),
    "language": QT_TRANSLATE_NOOP("forms", "The person speaks"),
}
_TIME_PLACE = QT_TRANSLATE_NOOP("forms", "tomorrow 16:30, in 2 h, Fri 9:00")
_LANGUAGE_PLACE = QT_TRANSLATE_NOOP("forms", "choose or type a language or dialect")


class ReferredBoard(QWidget):
    """``told(text)`` what was done, ``warned(text)`` what a second press does, ``refused(AppError)`` what cannot be."""

    told = Signal(str)
    warned = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callbacks.referred")
        self._jobs, self._clock = jobs, clock
        self._spoken: tuple[Spoken, ...] = ()
        self._form: Form | None = None
        self._chosen: Referred | None = None
        self._sure: bytes | None = None
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Ask again what waits."""
        self._jobs.ask(asking_referred.referrals, key="callbacks.referred", done=self._show, failed=self.refused.emit)

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus()

    def hand_over(self) -> None:
        """Give the chosen call to the operator, from the time on."""
        one, said = self._chosen, self._values()
        if one is None or said is None:
            return
        if not said["to"] or said["start_at"] is None:
            self._refuse(FieldMissing(field="start_at" if said["to"] else "to"))
            return
        self._jobs.do(
            callback_referrals.hand_over, done=self._handed, failed=self._refuse, initiator=self,
            callback=one.callback, to=said["to"], start_at=said["start_at"],
        )  # fmt: skip

    def say_language(self) -> None:
        """Say what the person of the chosen call speaks."""
        one, said = self._chosen, self._values()
        if one is None or said is None:
            return
        self._jobs.do(
            callback_languages.say, done=self._said, failed=self._refuse, initiator=self,
            callback=one.callback, language=said["language"],
        )  # fmt: skip

    def end(self) -> None:
        """End the chosen call with the outcome that it has, when pressed twice."""
        if self._chosen is not None and self._sure != self._chosen.callback:
            self._sure = self._chosen.callback
            self.warned.emit(self.tr("Press again to end this call: nobody will make it."))
        elif self._chosen is not None:
            self._jobs.do(
                callback_referrals.end, done=self._ended, failed=self._refuse, initiator=self,
                callback=self._chosen.callback,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Calls that wait for a supervisor"))
        self._none.show_text(
            self.tr("Nothing waits for a supervisor"),
            self.tr("Blocked lines, calls that were passed on, and people who need another language appear here."),
        )
        texts = (self.tr("Hand over"), self.tr("Offer to speakers"), self.tr("End the call"))
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.view.viewport().update()
            self._say_of()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.model = ReferredTable(self)
        self._none = EmptyState("callbacks.referred.none", "callbacks")
        self.view = TableView(self.model, name="callbacks.referred.list", empty=self._none, parent=self)
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
        self._buttons = [QPushButton(self._card) for _ in range(3)]
        for button, (name, tone) in zip(
            self._buttons, (("hand_over", "primary"), ("language", ""), ("end", "danger")), strict=True
        ):
            button.setObjectName(f"callbacks.referred.{name}")
            button.setProperty("tone", tone)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.view, 1)
        column.addWidget(self._card)
        self._card.hide()

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        for button, act in zip(self._buttons, (self.hand_over, self.say_language, self.end), strict=True):
            button.clicked.connect(act)

    def _show(self, found: Referrals) -> None:
        former = self._chosen.callback if self._chosen else None
        self._spoken = found.spoken
        if self._form is None:
            self._make_form(found.zone)
        if self._form is not None:
            self._form.set_options("to", [Option(one.name, one.display) for one in found.operators])
        self.model.show_calls(found.calls, found.now_at, found.zone)
        if found.calls:
            self.view.select(self.model.place_of(former) or 0)
        else:
            self._pick(None)

    def _make_form(self, zone: tzinfo) -> None:
        fields = (
            Field("to", "choice", _LABELS["to"]),
            Field("start_at", "datetime", _LABELS["start_at"], placeholder=_TIME_PLACE, ahead=True),
            Field(
                "language", "category", _LABELS["language"], placeholder=_LANGUAGE_PLACE, suggest=self._languages,
                span=2,
            ),
        )  # fmt: skip
        self._form = Form(
            fields, name="callbacks.referred.form", clock=self._clock, zone=zone, columns=2, parent=self._card
        )
        self._place.addWidget(self._form)
        self._form.show()

    def _languages(self, text: str) -> list[Suggestion]:
        return [Suggestion(*one) for one in presenting.languages(text, self._spoken, languages.current())]

    def _pick(self, one: Referred | None) -> None:
        changed = one is None or self._chosen is None or one.callback != self._chosen.callback
        self._chosen = one
        self._card.setVisible(one is not None)
        self._say_of()
        if self._form is not None and changed:
            self._form.set_values({"language": one.language} if one else {})

    def _say_of(self) -> None:
        one, language = self._chosen, languages.current()
        self._card.set_title(presenting_referred.who(one) if one else "")
        said = (presenting_referred.why(one, language), presenting_referred.following(one, language)) if one else ()
        self._said_of.setText("\n".join(said))

    def _values(self) -> dict[str, object] | None:
        form = self._form
        if form is None or form.problems():
            return None
        said = form.values()
        return {"to": said.get("to") or "", "start_at": said.get("start_at"), "language": said.get("language") or ""}

    def _handed(self, _appointment: bytes) -> None:
        self._done(self.tr("Handed over: it comes to the operator at that time, before everything else."))

    def _said(self, _nothing: None) -> None:
        self._done(self.tr("Saved: it is offered to whoever speaks the language."))

    def _ended(self, code: str) -> None:
        self._done(self.tr("Ended with the outcome {code}.").format(code=code))

    def _done(self, text: str) -> None:
        self.told.emit(text)
        self.reload()
        self.focus_list()

    def _refuse(self, error: AppError) -> None:
        field = str(error.facts.get("field", ""))
        if isinstance(error, FieldWrong) and self._form is not None and field in self._form.names():
            self._form.set_error(field, " ".join(wording.sentence(error, languages.current())))
            self._form.focus(field)
        else:
            self.refused.emit(error)
