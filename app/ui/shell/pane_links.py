"""Joins panes that never know each other: a number in My work becomes a conversation in intake, and so on."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.accounts import OperatorState
from app.services import access
from app.ui.shell.practice_room import PracticeRoom
from app.ui.shell.presenting import Row
from app.ui.shell.ringing import Ringing


class PaneLinks(QObject):
    """`call_changed(state)` when a call began, changed its state or ended."""

    call_changed = Signal(str)

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        self._desk: Any = desk  # the Desk that made these; naming its class would close a circle
        self._watch: Any = None
        self.practice = PracticeRoom(desk)
        self.ringing = Ringing(desk)
        desk.panes.made.connect(self._join)

    @property
    def call_number(self) -> str:
        """The number of the call that rings or runs, popped or typed, "" when it is not known."""
        intake: Any = self._desk.panes.pane("intake")
        return intake.call_number() if intake is not None else ""

    @property
    def waiting_numbers(self) -> tuple[str, ...]:
        """The numbers of the calls that ring beside the one that runs, "" for one that is not known."""
        intake: Any = self._desk.panes.pane("intake")
        rings = self._desk.state.state is OperatorState.RINGING
        numbers: tuple[str, ...] = () if intake is None else intake.tabs.ringing_numbers()
        return numbers[:-1] if rings else numbers  # where one is foremost that rings, it is the last (``call_number``)

    def pop(self, message: Mapping[str, str]) -> bool:
        """Show a call that rings, and say whether this person takes calls."""
        return self.ringing.pop(message)

    def list_work(self, name: str) -> None:
        """Show open, due_today, overdue or mine in My work, the callbacks, or what reminded this person."""
        work: Any = self._desk.show_pane("work")
        if work is None:
            return
        if name == "callbacks":
            work.show_callbacks()
        elif name == "reminded":
            work.reminded.take_focus()
        else:
            work.apply_filter(name)

    def hand_over_shift(self) -> None:
        """Show the hand-over sheet of My work."""
        work: Any = self._desk.show_pane("work")
        if work is not None:
            work.open_handover()

    def follow_sync(self, watch: Any) -> None:
        """Show in the top bar how the station stands with its hub, and lead from there to its page."""
        self._watch = watch
        self._desk.top.follow_sync(watch)
        self._desk.top.hub_wanted.connect(self.show_hub)

    @property
    def has_hub(self) -> bool:
        """Whether this station is known to belong to a hub."""
        return self._watch is not None and self._watch.state is not None and self._watch.state.enrolled

    def sync_now(self) -> None:
        """Sync at once."""
        self._watch.start()

    def show_hub(self) -> None:
        """Show the page of the hub."""
        settings = self._pane("settings")
        if settings is not None:
            settings.show_section("hub")

    def open_row(self, row: Row) -> None:
        """Open what was chosen in the palette in the pane that shows it."""
        key: Any = row.key
        if row.kind == "caller":
            self._open_caller(*key)
        elif row.kind == "inquiry" and (work := self._pane("work")):
            work.show_inquiry(key)
        elif row.kind == "unit" and (settings := self._pane("settings")):
            settings.show_unit(key)
        elif row.kind == "script" and (scripts := self._pane("scripts")):
            scripts.show_script(key)

    def mask(self, *, masked: bool) -> None:
        """Tell intake and the call-backs that the window is covered or free again."""
        for name in ("intake", "callbacks"):
            pane: Any = self._desk.panes.pane(name)
            if pane is not None:
                pane.masked(masked)
        self.practice.masked(masked)

    def _pane(self, name: str) -> Any:
        return self._desk.show_pane(name)

    def _open_caller(self, caller: bytes, number: str) -> None:
        """Begin a conversation with somebody who was found; who sees their number whole is in the read log at once."""
        intake = self._pane("intake")
        if intake is not None and number:
            intake.open_caller(caller, number)
            self._desk.jobs.do(access.opened, initiator=self, entity="caller", record=caller)

    def _join(self, name: str, pane: QWidget) -> None:
        made: Any = pane
        if name == "intake":
            made.state_changed.connect(self._take_call)
            made.survey_wanted.connect(self._resume)
            made.barred_wanted.connect(self._show_barred)
            made.aside_said.connect(self._desk.strip.post)
            made.beside_held.connect(self._hold_line)
            made.restore_drafts()
            if self._desk.state is not None:
                self._desk.state.readied.connect(self._read_first)
        elif name == "work":
            made.call_requested.connect(self._call)
            made.add_contact_requested.connect(self._add_contact)
            made.undecided.wanted.connect(self.show_hub)
            made.barred_wanted.connect(self._show_barred)
        elif name == "callbacks":
            made.document_wanted.connect(self._document)
            made.came_in.connect(self._answer_survey)
            made.call_over.connect(self._end_survey)
            made.line_moved.connect(self._follow_line)
            made.pick_up_wanted.connect(self.ringing.pick_up)
            made.hear(self.ringing.rings)
        elif name == "findings":
            made.campaign_wanted.connect(self._plan_again)
        else:
            self._join_boards(name, made)

    def _join_boards(self, name: str, made: Any) -> None:
        if name in ("supervision", "reports", "settings"):
            made.inquiry_wanted.connect(self._open_inquiry)
        if name == "reports":
            made.script_wanted.connect(self._open_script)
            made.words_wanted.connect(self._look_for)
        if name == "supervision":
            made.listing_wanted.connect(self._list)
        elif name == "settings":
            made.appearance_changed.connect(self._look)
            made.key_change_wanted.connect(self._desk.key_change_wanted)
        elif name == "training":
            made.practice_wanted.connect(self.practice.open)

    def _open_script(self, key: str) -> None:
        scripts = self._pane("scripts")
        if scripts is not None:
            scripts.show_script(key)

    def _look_for(self, words: str) -> None:
        scripts = self._pane("scripts")
        if scripts is not None:
            scripts.look_for(words)

    def _resume(self, callback: object) -> None:
        pane = self._pane("callbacks")
        if pane is not None and isinstance(callback, bytes):
            pane.resume_inbound(callback)

    def _answer_survey(self, callback: object) -> None:
        intake: Any = self._desk.panes.pane("intake")
        if intake is not None:
            intake.answer_survey(callback)

    def _end_survey(self, callback: object) -> None:
        intake: Any = self._desk.panes.pane("intake")
        if intake is not None:
            intake.end_survey(callback)

    def _follow_line(self, state: str) -> None:
        """Count a call of the call-backs beside those of intake: together they are what the operator is doing."""
        intake: Any = self._desk.panes.pane("intake")
        if intake is not None:
            intake.follow_line(state)

    def _hold_line(self, held: bool) -> None:
        """Let the call that is talked on in the call-backs wait, or go on."""
        callbacks: Any = self._desk.panes.pane("callbacks")
        if callbacks is not None:
            callbacks.hold_line(held)

    def _show_barred(self, text: str, caller: object, callback: object = None) -> None:
        """Show a supervisor who of a person never is to be called, where that is lifted."""
        pane = self._pane("callbacks")
        if pane is not None:
            pane.show_barred(text, caller, callback)

    def _take_call(self, state: str, contact: object) -> None:
        if not any(state == one.value for one in OperatorState):
            return
        if self._desk.state is not None:
            self._desk.state.take(OperatorState(state), contact=contact if isinstance(contact, bytes) else None)
        self.call_changed.emit(state)

    def _read_first(self) -> None:
        """Whoever is ready for the next call reads first what has to be read before it."""
        intake: Any = self._desk.panes.pane("intake")
        if intake is not None and intake.must_read and self._pane("intake") is not None:
            intake.focus_first()

    def _call(self, number: str, callback: object) -> None:
        intake = self._pane("intake")
        if intake is not None:
            intake.call_back(number, callback)

    def _document(self, number: str, callback: object) -> None:
        intake = self._pane("intake")
        if intake is not None:
            intake.call_back(number, callback, dial=False)
            intake.hang_up()  # that talk is over, or counted where it goes on

    def _add_contact(self, inquiry: object) -> None:
        intake = self._pane("intake")
        if intake is not None:
            intake.add_contact_to(inquiry)

    def _plan_again(self, wanted: object) -> None:
        campaigns = self._pane("campaigns")
        if campaigns is not None:
            campaigns.plan_again(wanted)

    def _list(self, listing: object) -> None:
        work = self._pane("work")
        if work is not None:
            work.show_listing(listing)

    def _open_inquiry(self, inquiry: bytes) -> None:
        work = self._pane("work")
        if work is not None:
            work.show_inquiry(inquiry)

    def _look(self, chosen: dict[str, str]) -> None:
        self._desk.appearance.choose(**chosen)
