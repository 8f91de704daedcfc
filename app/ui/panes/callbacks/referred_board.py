"""Calls that wait for a supervisor: a list, and under it what can be done about the chosen one."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QWidget

from app.models.errors import FieldMissing
from app.services import callback_languages, callback_referrals
from app.services.callback_languages import Spoken
from app.services.callback_referrals import Referred
from app.ui.kit import languages
from app.ui.kit.fields import Field, Option
from app.ui.kit.jobs import Jobs
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.callbacks import asking_referred, presenting, presenting_referred
from app.ui.panes.callbacks.asking_referred import Referrals
from app.ui.panes.callbacks.board import Board, Heading, Plan, Said
from app.ui.panes.callbacks.referred_model import ReferredTable

_LABELS = {
    "to": QT_TRANSLATE_NOOP("forms", "Operator"),
    "start_at": QT_TRANSLATE_NOOP("forms", "From when"),
    "language": QT_TRANSLATE_NOOP("forms", "The person speaks"),
}
_TIME_PLACE = QT_TRANSLATE_NOOP("forms", "tomorrow 16:30, in 2 h, Fri 9:00")
_LANGUAGE_PLACE = QT_TRANSLATE_NOOP("forms", "choose or type a language or dialect")


class ReferredBoard(Board):
    """Hands a call over to an operator, offers it to speakers of a language, or ends it when pressed twice.

    ``outcome_wanted(attempt, callback)``: it is to be said how a call ended whose operator did not say it.
    """

    outcome_wanted = Signal(object, object)

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._spoken: tuple[Spoken, ...] = ()
        self._sure: bytes | None = None
        said = Field(
            "language",
            "category",
            _LABELS["language"],
            placeholder=_LANGUAGE_PLACE,
            suggest=self._languages,
            span=2,
            visible_when=self._has_outcome,
        )
        plan = Plan(
            "referred", ReferredTable(), asking_referred.referrals, self._show, self._heading, self._say_of,
            (
                Field("to", "choice", _LABELS["to"], visible_when=self._has_outcome),
                Field(
                    "start_at", "datetime", _LABELS["start_at"], placeholder=_TIME_PLACE, ahead=True,
                    visible_when=self._has_outcome,
                ),
                said,
            ),
            (
                ("hand_over", "primary", self.hand_over),
                ("language", "", self.say_language),
                ("end", "danger", self.end),
                ("outcome", "primary", self.say_outcome),
            ),
            self._begin,
        )  # fmt: skip
        super().__init__(jobs, clock, plan, parent)

    def hand_over(self) -> None:
        """Give the chosen call to the operator, from the time on."""
        one, said = self._chosen, self.values()
        if one is None or said is None:
            return
        to, start_at = said.get("to"), said.get("start_at")
        if not to or start_at is None:
            self.refuse(FieldMissing(field="start_at" if to else "to"))
            return
        self.do(callback_referrals.hand_over, self._handed, callback=one.callback, to=to, start_at=start_at)

    def say_language(self) -> None:
        """Say what the person of the chosen call speaks."""
        one, said = self._chosen, self.values()
        if one is not None and said is not None:
            language = said.get("language") or ""
            self.do(callback_languages.say, self._language_said, callback=one.callback, language=language)

    def end(self) -> None:
        """End the chosen call with the outcome that it has, when pressed twice."""
        one = self._chosen
        if one is not None and self._sure != one.callback:
            self._sure = one.callback
            self.warned.emit(self.tr("Press again to end this call: nobody will make it."))
        elif one is not None:
            self.do(callback_referrals.end, self._ended, callback=one.callback)

    def say_outcome(self) -> None:
        """Ask how the chosen call ended."""
        one = self._chosen
        if one is not None and one.attempt is not None:
            self.outcome_wanted.emit(one.attempt, one.callback)

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Calls that wait for a supervisor"),
            self.tr("Nothing waits for a supervisor"),
            self.tr("Blocked lines, calls that were passed on, and people who need another language appear here."),
        )

    def _show(self, found: Referrals) -> None:
        self._spoken = found.spoken
        self.form(found.zone).set_options("to", [Option(one.name, one.display) for one in found.operators])
        self.show_rows(found.calls, found.now_at, found.zone)

    def _begin(self, one: Referred) -> dict[str, object]:
        return {"language": one.language}

    def _has_outcome(self, _values: object) -> bool:
        return self._chosen is None or self._chosen.attempt is None

    def _languages(self, text: str) -> list[Suggestion]:
        return [Suggestion(*one) for one in presenting.languages(text, self._spoken, languages.current())]

    def _say_of(self, one: Referred | None) -> Said:
        buttons = (self.tr("Hand over"), self.tr("Offer to speakers"), self.tr("End the call"), "")
        if one is not None and one.attempt is not None:
            buttons = ("", "", "", self.tr("Say how it ended"))
        if one is None:
            return Said("", "", buttons)
        language = languages.current()
        texts = (presenting_referred.why(one, language), presenting_referred.following(one, language))
        return Said(presenting_referred.who(one), "\n".join(texts), buttons)

    def _handed(self, _appointment: bytes) -> None:
        self.done(self.tr("Handed over: it comes to the operator at that time, before everything else."))

    def _language_said(self, _nothing: None) -> None:
        self.done(self.tr("Saved: it is offered to whoever speaks the language."))

    def _ended(self, code: str) -> None:
        self.done(self.tr("Ended with the outcome {code}.").format(code=code))
