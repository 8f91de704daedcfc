"""Who is calling: the number looked up while it is typed, one caller chosen, the card filled from what is known."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.callers import Caller
from app.models.inquiries import InquiryRow
from app.services import access, callers
from app.services.callers import CallerCard, Met
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.conversation_state import ConversationState

#: After the last keystroke; short enough to feel at once, long enough for the next digit.
DELAY_MS = 120
#: So long a caller's card stands before somebody until that is a reading.
READ_MS = 2000
_FEWEST_DIGITS = 3
_FILLS = ("name", "kind", "language", "area")
_FIELD = {"name": "caller_name", "kind": "caller_kind", "language": "language", "area": "area"}


class CallerLink(QObject):
    """Ties a state to a caller. `met(Met | None)` when a number was looked up, `shown(CallerCard | None)` the card.

    What was filled in from a caller goes again when another one is chosen; what the operator typed stays.
    """

    met = Signal(object)
    shown = Signal(object)

    def __init__(self, jobs: Jobs, state: ConversationState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._state = state
        self._filled: dict[str, Any] = {}
        self.found: Met | None = None
        self.card: CallerCard | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.look_up)
        self.reading = QTimer(self)
        self.reading.setSingleShot(True)
        self.reading.setInterval(READ_MS)
        self.reading.timeout.connect(self.note_reading)
        state.changed.connect(self._follow)
        state.renewed.connect(self._renew)
        jobs.changed.connect(self._refresh)

    @property
    def filled(self) -> frozenset[str]:
        """The fields of the draft that hold what was filled in from the caller's card, and nothing else."""
        draft = self._state.draft
        return frozenset(name for name, value in self._filled.items() if getattr(draft, name) == value)

    def look_up(self) -> None:
        """Look the draft's number up now."""
        self._timer.stop()
        number = self._state.draft.number or ""
        if sum(one.isdigit() for one in number) < _FEWEST_DIGITS:
            self._meet(None)
            return
        self._jobs.ask(callers.by_number, key="number", done=self._meet, typed=number, known=self._state.draft.caller)

    def note_reading(self) -> None:
        """Write down that the person at the desk has the caller's card before them, with the number whole."""
        self.reading.stop()
        if self.card is not None:
            self._jobs.do(access.opened, initiator=self, entity="caller", record=self.card.caller.id)

    def meet(self, number: str, caller: bytes | None = None) -> None:
        """Show whose number it is, or ``caller`` where it is known who is meant."""
        if caller is not None:
            self._state.edit("caller", caller)
        self._state.edit("number", number)
        self.look_up()

    def meet_for(self, row: InquiryRow | None) -> None:
        """Show whose inquiry it is to which the contact is going to be added."""
        if row is not None:
            self._state.edit_all({"caller": row.caller, "category": row.category, "add_to": row.id})
            self.load()

    @property
    def taken(self) -> bool:
        """Whether the conversation is somebody's already."""
        return bool(self._state.draft.number or self._state.draft.caller)

    def choose(self, caller: bytes | None) -> None:
        """Take one of the callers of the number, or None for somebody who is not known yet."""
        if caller != self._state.draft.caller:
            self._forget()
            self._state.edit("caller", caller)
        self._ask_card()

    def load(self) -> None:
        """Look up what a restored draft holds; what it was filled with counts as filled again."""
        if self._state.draft.number:
            self.look_up()
        elif self._state.draft.caller is not None:
            self._ask_card()

    def _renew(self) -> None:
        """Know nobody any more, and say so before anything of the next caller is shown."""
        self._timer.stop()
        self.reading.stop()
        self._filled, self.found, self.card = {}, None, None
        self.met.emit(None)
        self.shown.emit(None)
        self.load()

    def _follow(self, name: str) -> None:
        if name == "number":
            self._timer.start()

    def _meet(self, met: Met | None) -> None:
        if met is not None and met.number.typed != (self._state.draft.number or ""):
            return
        self.found = met
        self.met.emit(met)
        known = {one.id for one in met.callers} if met else set[bytes]()
        chosen = self._state.draft.caller
        if chosen is not None and chosen in known:
            self._ask_card()
        elif met and len(met.callers) == 1:
            self.choose(met.callers[0].id)
        else:
            self.choose(None)

    def _ask_card(self) -> None:
        caller = self._state.draft.caller
        if caller is None:
            self.card = None
            self.shown.emit(None)
        else:
            self._jobs.ask(callers.card, key="card", done=self._show, caller_id=caller)

    def _show(self, card: CallerCard) -> None:
        if card.caller.id != self._state.draft.caller:
            return
        if self.card is None or self.card.caller.id != card.caller.id:
            self.reading.start()
        self.card = card
        self._fill(card.caller)
        self.shown.emit(card)

    def _fill(self, caller: Caller) -> None:
        for name in _FILLS:
            field, value = _FIELD[name], getattr(caller, name)
            now = getattr(self._state.draft, field)
            if now is None or now == self._filled.get(field):
                self._state.edit(field, value)
                self._filled[field] = value
            elif now == value:
                self._filled[field] = value

    def _forget(self) -> None:
        """Take out what came from the former caller: nothing of one person may stand on another's contact."""
        for field, value in self._filled.items():
            if value is not None and getattr(self._state.draft, field) == value:
                self._state.edit(field, None)
        self._filled = {}
        self._state.edit("add_to", None)

    def _refresh(self, changes: Any, _initiator: object) -> None:
        """Read the card again when a commit touched something that it shows."""
        touched: frozenset[str] = frozenset(getattr(changes, "entities", ()))
        if self._state.draft.caller is not None and touched & _SHOWN:
            self._ask_card()
        elif "dnc" in touched:
            self.look_up()


_SHOWN = frozenset(
    {
        "caller",
        "caller_flag",
        "dnc",
        "inquiry",
        "promise",
        "promise_outcome",
        "callback",
        "contact",
        "contact_amendment",
    }
)
