"""The intake pane: what the shell calls, what it listens to, and the methods behind the rows of the command table."""

from collections.abc import Generator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.contacts import Channel, ContactDraft, Finalized
from app.services import access, drafts
from app.services.wording import told
from app.ui.kit import languages
from app.ui.kit.bound_methods import Callback
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import UNDO_S, Message
from app.ui.panes.intake import asking
from app.ui.panes.intake.call_clock import ON_LINE, READY, RINGING, resumed
from app.ui.panes.intake.commanded_pane import CommandedPane
from app.ui.panes.intake.commands import COMMANDS, OPENINGS, WITHOUT
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.conversation_pool import ConversationPool
from app.ui.panes.intake.dialing import dial
from app.ui.panes.intake.kept_drafts import KeptDrafts
from app.ui.panes.intake.notice_gate import NoticeGate
from app.ui.panes.intake.ring_words import ring_words
from app.ui.panes.intake.script_search import ScriptSearch
from app.ui.panes.intake.what_stands import WhatStands
from app.ui.parts.library_watch import LibraryWatch
from app.ui.parts.unit_spelling import UnitSpelling

#: A draft is saved at least this often while somebody is on the line, so that a killed window knows how long it was.
_ALIVE_S = 30
_SECONDS = 8


class IntakePane(CommandedPane):
    """`state_changed(operator state, contact id | None)` as calls begin and end, `conversation_changed()` when another
    one is in front or its title changed, `said(level, text)` beside the pane's own message strip."""

    state_changed = Signal(str, object)
    conversation_changed = Signal()
    said = Signal(str, str)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None, at_once: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("intake")
        self._jobs = jobs
        self._watch = LibraryWatch(jobs, self)
        self.gate = self._gate = NoticeGate(jobs, self.tabs, self)
        self._pool = ConversationPool(jobs, self._watch.search, self.tabs.stack, self)
        self._operator, self._seconds, self._stands = READY, 0, WhatStands(jobs, self)
        UnitSpelling(jobs, self)
        self._build()
        self._connect()
        if at_once:
            self.new_conversation(Channel.PHONE_IN)

    def prepare(self) -> Generator[None]:
        """Complete a pane that was not made ``at_once``, part by part. Nobody needs to be signed in."""
        yield from self._pool.prepare()
        self.new_conversation(Channel.PHONE_IN)

    def new_conversation(self, channel: Channel | str) -> None:
        """Begin a conversation in a channel; a blank one in front is used for it."""
        channel = Channel(channel)
        front = self.tabs.current
        if front is not None and front.blank:
            front.state.edit("channel", channel)
        else:
            front = self._add(self._pool.blank_draft(channel))
        front.focus_first()

    def open_caller(self, caller: bytes, number: str) -> None:
        """Show somebody who was looked for in the conversation in front, or in a new one where that is another's."""
        if self.tabs.current is None or self.front.who.link.taken:
            self._add(self._pool.blank_draft(Channel.PHONE_IN))
        self.front.who.link.meet(number, caller)
        self.focus_first()

    def screen_pop(self, number: str, call_id: str | None = None) -> None:
        """Show who rings. A known call comes to the front; other typing stays there."""
        for one in self.tabs.all():
            if call_id and one.state.draft.call_id == call_id:
                self.tabs.choose(self.tabs.key_of(one))
                return
        front = self.tabs.current
        if front is None or not front.blank:
            busy = front is not None and (self.isVisible() or self._locked)
            front = self._add(self._pool.blank_draft(Channel.PHONE_IN), front=not busy)
            if busy:
                self._say("warning", ring_words(self._jobs, number), self.tr("Pick up"), self.pick_up)
        front.state.edit_all({"channel": Channel.PHONE_IN, "call_id": call_id})
        front.timer.go(RINGING)
        front.who.link.meet(number)
        front.keeper.flush()
        if front is self.tabs.current and self.isVisible():
            front.focus_first()

    def call_back(self, number: str, callback: bytes | None = None, *, dial: bool = True) -> None:
        """Begin a call that we owe, for what it was promised on; ``dial`` False writes one down that was made."""
        if dial and self._gate.holds(number, callback):
            return
        self.new_conversation(Channel.PHONE_OUT)
        self.front.who.link.meet(number)
        if callback is not None:
            self._jobs.do(access.opened, initiator=self, entity="callback", record=callback)
            self.front.who.link.meet_for(self._jobs.office.ask(asking.promised_on, callback=callback))
        self._dial(number if dial else "")

    def add_contact_to(self, inquiry: bytes) -> None:
        """Begin a conversation that will be added to an inquiry."""
        self.new_conversation(Channel.PHONE_IN)
        self._jobs.ask(asking.inquiry_row, key="inquiry", done=self.front.who.link.meet_for, inquiry=inquiry)

    def restore_drafts(self) -> None:
        """Offer back what a closed or killed window left behind: the newest in conversations, the rest in a menu."""
        self._look_again()  # a pane that was made before anybody had signed in was given no answers
        self._gate.watch.look()
        self._jobs.ask(drafts.mine, key="drafts", done=self._restore)

    def masked(self, masked: bool) -> None:
        """Cover what is written while the window is locked; the call's time stays visible."""
        self._locked = masked
        self.tabs.cover(masked)
        self.commands.refresh()

    def use(self, *, scripts: ScriptSearch) -> None:
        """Search another library from the next conversation on."""
        self._pool.use(scripts=scripts)

    def discard(self) -> None:
        """Throw the conversation in front away, with 15 seconds to undo; a blank one just closes."""
        self._discard(self.tabs.key)

    def _build(self) -> None:
        self.strip = self.tabs.strip
        self.commands = CommandTable((*COMMANDS, *WITHOUT, *OPENINGS), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.kept = KeptDrafts(self._jobs, self)
        self.tabs.put_beside(self.kept)

    def _connect(self) -> None:
        self.tabs.switched.connect(self.commands.refresh)
        self.tabs.switched.connect(self.conversation_changed)
        self.tabs.closing.connect(self._discard)
        self.kept.wanted.connect(self._bring_back)
        self.tabs.freed.connect(self._pool.give_back)
        self._pool.made.connect(self._join)
        self._pool.outdated.connect(self._renew_blank)
        self.tabs.opening.connect(self._gate.begin)
        self._gate.begun.connect(self.new_conversation)
        self._gate.released.connect(self.call_back)
        self.state_changed.connect(self._gate.take_state)
        self._jobs.ticked.connect(self._tick)
        self._watch.refreshed.connect(self._look_again)

    def _add(self, draft: ContactDraft, *, front: bool = True) -> Conversation:
        conversation = self._pool.take(draft)
        self.tabs.add(conversation, front=front)
        return conversation

    def _join(self, made: Conversation) -> None:
        made.saved.connect(self._saved)
        made.moved.connect(self._tell_state)
        made.retitled.connect(self.tabs.retitle)
        made.retitled.connect(self.conversation_changed)
        made.dialed.connect(self._dial)
        made.who.survey.wanted.connect(self.survey_wanted)
        made.who.flags.barred_wanted.connect(self.barred_wanted)
        made.say.flagged.connect(self._thank)
        self._gate.join(made)

    def _thank(self) -> None:
        self._say("info", self.tr("Flagged. Those who write scripts will see it."))

    def _saved(self, finalized: Finalized) -> None:
        """Only now it is said: the commit is done. The next conversation is ready."""
        conversation = self.sender()
        if not isinstance(conversation, Conversation):
            return
        self.note.follow(finalized)
        self._pool.give_back(self.tabs.remove(self.tabs.key_of(conversation)))
        self._tell_state()
        self._stay_open()
        saved = self.tr("Saved {number}").format(number=finalized.number)
        self._say("success", saved if finalized.number else self.tr("Saved without an inquiry"))

    def _discard(self, key: str) -> None:
        self.tabs.choose(key)
        conversation = self.front
        if conversation.ending.busy:
            return
        if conversation.blank:
            self._drop(key)
            return
        conversation.timer.hang_up()
        conversation.keeper.throw_away()
        self.tabs.throw_away(key)
        self._stands.forget()
        self._tell_state()
        self._stay_open()
        aside = self.tr("Saved; its conversation in Intake is discarded")
        self.tell(Message("info", self.tr("Discarded"), undo=self._undo_discard, seconds=UNDO_S), aside)

    def take_back(self) -> None:
        """Bring the discarded conversation back, or say why nothing is taken back."""
        if not self._undo_discard():
            self._say("info", told(self._stands.why(), languages.current()))
        elif not self.tabs.has_thrown_away:
            self.strip.withdraw_offer(self._undo_discard)

    def _undo_discard(self) -> bool:
        conversation = self.tabs.bring_back()
        if conversation is not None:
            conversation.keeper.keep_again()
            self._tell_state()
        return conversation is not None

    def _drop(self, key: str) -> None:
        """Close a blank conversation, unless it is the only one."""
        if len(self.tabs.all()) > 1:
            conversation = self.tabs.remove(key)
            conversation.keeper.throw_away()
            self._pool.give_back(conversation)

    def _stay_open(self) -> None:
        if self.tabs.current is None:
            self.new_conversation(Channel.PHONE_IN)
        if self.isVisible():
            self.focus_first()

    def _restore(self, kept: list[ContactDraft]) -> None:
        restored = self.kept.sort_out(kept, {one.state.draft.id for one in self.tabs.all()})
        idle = self.front.blank  # a caller who came first stays in front, and so does the cursor
        for draft in restored:
            self._bring_back(draft, front=idle)
        if restored:
            self._say("info", self.kept.told(len(restored)))

    def _bring_back(self, draft: ContactDraft, *, front: bool = True) -> None:
        blank = self.tabs.key if self.front.blank else ""
        made = self._add(draft, front=front)
        if draft.spans:
            made.state.span(resumed(draft.spans, self._jobs.office.ask(asking.now)))
            made.timer.refresh()
        if blank:
            self._drop(blank)
        if front:
            self._stay_open()
        self._tell_state()

    def _renew_blank(self) -> None:
        if self.tabs.current is not None and self.front.blank:
            key, channel = self.tabs.key, self.front.state.draft.channel
            self._add(self._pool.blank_draft(channel))
            self._drop(key)

    def _look_again(self) -> None:
        for one in self.tabs.all():
            one.say.look_again()

    def _tell_state(self) -> None:
        self.take_turns()
        state, front = self._foremost()
        if state != self._operator:
            self._operator = state
            self.state_changed.emit(state, front.state.draft.id if front and front.state.opened else None)

    def _tick(self) -> None:
        self._seconds += 1
        for one in self.tabs.all():
            one.tick()
            if self._seconds % _ALIVE_S == 0 and one.timer.running in ON_LINE:
                one.keeper.touch()

    def _dial(self, number: str) -> None:
        """Hand a number to the telephone program of this computer, or say why not; "" is no number."""
        if number and (why := dial(self._jobs, number, self.front.state.draft.caller)):
            self.front.strip.danger(why)

    def _say(self, level: str, text: str, step_text: str = "", step: Callback = None) -> None:
        self.said.emit(level, text)
        self.strip.post(Message(level, text, step_text, step, seconds=_SECONDS))
