"""How a call ended: the outcome by a digit, a code or a word, a time where one is agreed, a note, what was raised."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.appointments import OWN_OPERATOR
from app.models.dispositions import DECEASED, DIALECT, Disposition
from app.models.errors import FieldWrong
from app.services import red_flags, wording
from app.services.callback_attempts import Outcome
from app.services.callback_languages import Spoken
from app.services.interview_cases import URGENT
from app.services.red_flags import NOTHING_KNOWN, Known
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.fields import Option
from app.ui.kit.forms import Form
from app.ui.kit.type_ahead import Suggestion, TypeAhead
from app.ui.panes.callbacks import presenting
from app.ui.panes.callbacks.outcome_fields import fields
from app.ui.parts.tick_box import TickBox

#: Who calls at the time that is agreed: whoever is free, or first whoever agreed on it.
_ANYBODY, _MYSELF = "anybody", "me"


def _note(said: Mapping[str, object], raised: Sequence[str]) -> str:
    """Return the note, before it the symptom and who took over where something urgent was raised."""
    note, symptom, taker = (str(said.get(name) or "") for name in ("note", "symptom", "taker"))
    if URGENT not in raised:
        return note
    handed = red_flags.transfer_note(taker, languages.current()) if taker else ""
    return ". ".join(part for part in (symptom, handed, note) if part)


class OutcomeBox(Card):
    """Asks how a call ended. ``edited(field, value)`` for what a person changes beside the outcome.

    ``time_wanted(bool)`` when the outcome agrees on a time, ``ready(bool)`` once one is chosen. ``me`` makes the call.
    """

    time_wanted = Signal(bool)
    ready = Signal(bool)
    edited = Signal(str, object)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("callbacks.outcome")
        self._clock, self.me = clock, b""
        self._offered: tuple[Disposition, ...] = ()
        self._spoken: tuple[Spoken, ...] = ()
        self._flags: list[TickBox] = []
        self._already: tuple[str, ...] = ()
        self._known, self._condolence = NOTHING_KNOWN, ""
        self._form: Form | None = None
        self._build()
        self._connect()
        self.retranslate()

    def offer(
        self,
        offered: Sequence[Disposition],
        flags: Sequence[Disposition],
        spoken: Sequence[Spoken],
        zone: tzinfo,
        *,
        known: Known = NOTHING_KNOWN,
        condolence: str = "",
    ) -> None:
        """Ask anew, with these outcomes, what may be raised beside them, and the languages a person may speak.

        ``known``: the symptoms of an urgent problem, and who can take the person over; ``condolence``: what is said
        where the person has died.
        """
        self._known, self._condolence = known, condolence
        self._offered, self._spoken = tuple(offered), tuple(spoken)
        self.line.show_key("", "")
        self._make_form(zone)
        for place, box in enumerate(self._flags):
            box.setVisible(place < len(flags))
            box.setChecked(False)
            if place < len(flags):
                box.setProperty("code", flags[place].code)
                box.setText(flags[place].words.for_language(languages.current()))
                box.setAccessibleName(box.text())
        self.keep_raised(self._already)
        self._choose("")

    def choose(self, code: str) -> None:
        """Put an outcome into the line."""
        self.line.close_list()
        self.line.show_key(code, presenting.outcome(code, self._offered, languages.current()))
        self._choose(code)

    def wants_time(self, _values: object = None) -> bool:
        """Whether the outcome that is chosen agrees on a time."""
        return (chosen := self._chosen()) is not None and chosen.next.takes_time

    def put_time(self, at: datetime) -> None:
        """Fill in when to call again."""
        if self._form is not None:
            self._form.set_values({"start_at": at}, clear=False)

    def outcome(self, rang_s: int | None, talked_s: int | None) -> Outcome | None:
        """Return what was said, None where no outcome is chosen or a field cannot be read."""
        form = self._form
        if not self.line.is_taken:
            self._keep_typed(self.line.text())
        problems = form.problems() if form is not None else {}
        if not (self.line.key and self.line.is_taken) or form is None:
            self.line.setFocus()
            return None
        if problems:
            form.focus(next(iter(problems)))
            return None
        said = form.values()
        return Outcome(
            self.line.key,
            rang_s=rang_s,
            talked_s=talked_s,
            flags=self.raised(),
            note=_note(said, self.raised()),
            start_at=said.get("start_at"),
            agreed_with=str(said.get("agreed_with") or ""),
            wanted_by=self.me or None if said.get("wanted_by") == _MYSELF else None,
            language=str(said.get("language") or ""),
        )

    def refuse(self, error: FieldWrong, language: str) -> bool:
        """Show what is wrong beside its field; False where there is no such field."""
        name = str(error.facts.get("field", ""))
        if self._form is None or name not in self._form.names():
            return False
        self._form.set_error(name, wording.told(error, language))
        self._form.focus(name)
        return True

    def keep_raised(self, codes: Sequence[str]) -> None:
        """Show as raised what the interview has opened an inquiry for already; it is not raised a second time."""
        self._already = tuple(codes)
        for box in self._flags:
            opened = box.property("code") in self._already
            box.setChecked(opened or (box.isEnabled() and box.isChecked()))
            box.setEnabled(not opened)
            box.setToolTip(self.tr("The interview has opened an inquiry for it.") if opened else "")

    def _go_on(self) -> None:
        """Go from an outcome that agrees on a time to that time: what is typed next is no outcome."""
        if self._form is not None and self.wants_time():
            self._form.focus("start_at")

    def _keep_typed(self, text: str) -> None:
        """Take the first outcome that fits what was typed when it is left or saved; what is no outcome is told."""
        if not text.strip() or self.line.take_marked():
            return
        if found := self._suggest(text):
            self.choose(found[0].key)
        else:
            told = self.tr('No outcome is called "{text}"; type a digit, a code or a word.')
            self._hint.setText(told.format(text=text.strip()))
            self._hint.show()

    def raised(self) -> tuple[str, ...]:
        """Return the codes of what was raised in the call, beside what the interview raised."""
        ticked = (str(box.property("code")) for box in self._flags if box.isChecked())
        return tuple(code for code in ticked if code not in self._already)

    def focus_line(self) -> None:
        """Put the cursor where the outcome is typed; what is typed takes the place of what was filled in."""
        self.line.setFocus()
        self.line.selectAll()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("How did it end?"))
        self.line.setPlaceholderText(self.tr("A digit, a code or a word: 1 done, 2 no answer, 3 busy …"))
        self.line.setAccessibleName(self.tr("Outcome of the call"))
        self._raised.setText(self.tr("Raised in the call:"))
        self._offer_callers()
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.line = TypeAhead("callbacks.outcome.line", self._suggest, self)
        self.body.addWidget(self.line)
        self._hint = QLabel(self)
        self._hint.setObjectName("callbacks.outcome.hint")
        self._hint.setProperty("type", "caution")
        self._hint.setWordWrap(True)
        self._hint.hide()
        self.body.addWidget(self._hint)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(theme.of_app().px("pad"))
        self._raised = QLabel(self)
        self._raised.setProperty("type", "muted")
        row.addWidget(self._raised)
        for name in ("urgent", "complaint"):
            box = TickBox(self)
            box.setObjectName(f"callbacks.outcome.{name}")
            box.setAccessibleName(name)
            self._flags.append(box)
            row.addWidget(box)
        row.addStretch(1)

    def _connect(self) -> None:
        self.line.chosen.connect(self._choose)
        self.line.entered.connect(self._go_on)
        self.line.left.connect(self._keep_typed)
        for box in self._flags:
            box.toggled.connect(self._look_at_flags)

    def _look_at_flags(self, _checked: bool) -> None:
        if self._form is not None:
            self._form.set_values({}, clear=False)
        self._show_hint()

    def _make_form(self, zone: tzinfo) -> None:
        if self._form is not None:
            self._place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        asked = fields(
            self.wants_time, self._asks_language, self._is_urgent,
            languages=self._languages, symptoms=self._symptoms, takers=self._takers,
        )  # fmt: skip
        self._form = Form(asked, name="callbacks.outcome.form", clock=self._clock, zone=zone, columns=3, parent=self)
        self._form.changed.connect(self.edited)
        self._offer_callers()
        self._form.set_values({"wanted_by": _ANYBODY}, clear=False)
        self._place.addWidget(self._form)
        self._form.show()

    def _offer_callers(self) -> None:
        if self._form is not None:
            own = self.tr("Me, until {minutes} minutes past").format(minutes=OWN_OPERATOR.seconds // 60)
            self._form.set_options("wanted_by", [Option(_ANYBODY, self.tr("Anybody")), Option(_MYSELF, own)])

    def _asks_language(self, _values: object) -> bool:
        chosen = self._chosen()
        return chosen is not None and chosen.open_if == DIALECT

    def _is_urgent(self, _values: object) -> bool:
        return URGENT in self.raised()

    def _symptoms(self, text: str) -> list[Suggestion]:
        return [Suggestion(one, one, "") for one in presenting.fitting(text, self._known.symptoms)]

    def _takers(self, text: str) -> list[Suggestion]:
        return [Suggestion(one, one, "") for one in presenting.fitting(text, self._known.takers)]

    def _chosen(self) -> Disposition | None:
        return next((one for one in self._offered if one.code == self.line.key), None)

    def _languages(self, text: str) -> list[Suggestion]:
        return [Suggestion(*one) for one in presenting.languages(text, self._spoken, languages.current())]

    def _choose(self, key: str) -> None:
        if self._form is not None:
            self._form.set_values({}, clear=False)
        self._show_hint()
        self.time_wanted.emit(self.wants_time())
        self.ready.emit(bool(key))

    def _show_hint(self) -> None:
        chosen = self._chosen()
        hint = chosen.hint.for_language(languages.current()) if chosen is not None and chosen.hint else ""
        if self.line.key == DECEASED and self._condolence:
            hint = f"{hint}\n{self._condolence}"
        if URGENT in self.raised():
            hint = self.tr("Tell the person to call 120 where life is in danger; stay on the line until handed over.")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _suggest(self, text: str) -> list[Suggestion]:
        return [Suggestion(*one) for one in presenting.offered(text, self._offered, languages.current())]
