"""The methods behind the rows of the command table: each acts on the conversation in front."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.contacts import Channel, ContactResult, Outcome
from app.ui.panes.intake.call_clock import HOLD, RINGING, foremost
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.conversation_tabs import ConversationTabs
from app.ui.panes.intake.kept_drafts import KeptDrafts
from app.ui.panes.intake.last_note import NoteCommands
from app.ui.panes.intake.notice_gate import NoticeGate
from app.ui.panes.intake.survey_line import SurveyCommands


class CommandedPane(NoteCommands, SurveyCommands, QWidget):
    """A pane of conversations that can be told what to do. Every method without effect where nothing fits."""

    survey_wanted, aside_said = Signal(object), Signal(object)  # call-back to ask; Message to read in another pane
    beside_held = Signal(bool)  # the call that is talked on in another pane waits, or goes on
    barred_wanted = Signal(str, object)  # number and card of somebody who is never to be called
    kept: KeptDrafts
    gate: NoticeGate | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs, self._locked = ConversationTabs(self), False

    @property
    def unlocked(self) -> bool:
        """Whether commands may run: not while the window is covered."""
        return not self._locked

    @property
    def front(self) -> Conversation:
        """The conversation in front; there is always one."""
        if (conversation := self.tabs.current) is None:
            raise LookupError("no conversation is open")
        return conversation

    def call_number(self) -> str:
        """Return the number of the call that rings, runs or is wrapped up, however it came; "" without one."""
        _, conversation = self._foremost()
        return conversation.state.draft.number or "" if conversation is not None else ""

    def _foremost(self) -> tuple[str, Conversation | None]:
        """Return what the operator is doing, and the conversation that makes it so."""
        running = {one.timer.running: one for one in self.tabs.all()}
        return (state := foremost([*running, self.beside])), running.get(state)

    def unsaved(self) -> int:
        """Save at once what is typed and not saved, and return how many conversations that is."""
        dirty = [one for one in self.tabs.all() if one.keeper.dirty and not one.blank]
        for one in dirty:
            one.keeper.flush()
        return len(dirty)

    def new_conversation(self, channel: Channel | str) -> None:
        """Begin a conversation in a channel. The pane that holds the office does it."""

    def new_call(self) -> None:
        """Begin a call that rings on an ordinary telephone."""
        if not self.ask_first():
            self.new_conversation(Channel.PHONE_IN)

    @property
    def must_read(self) -> bool:
        """Whether something has to be read before the next call."""
        return self.gate is not None and bool(self.gate.watch.urgent)

    def ask_first(self) -> bool:
        """Open what must be read before the next call, and say whether the call waits for it."""
        return self.gate is not None and self.gate.asks()

    def focus_first(self) -> None:
        """Put the cursor where the conversation in front begins, or into what is read first."""
        if self.tabs.current is not None and not self.ask_first():
            self.tabs.current.focus_first()

    def read_notices(self) -> None:
        """Read what has changed in the library."""
        if not self.front.say.notices.read_first():
            self.front.strip.info(self.tr("Nothing has changed since you knew it."))

    def new_letter(self) -> None:
        """Begin to enter an e-mail or a letter."""
        self.new_conversation(Channel.EMAIL)

    def new_visit(self) -> None:
        """Begin with a visitor."""
        self.new_conversation(Channel.WALK_IN)

    def new_chat(self) -> None:
        """Begin with a chat."""
        self.new_conversation(Channel.WECHAT)

    def pick_up(self) -> None:
        """Answer the ringing call wherever it is, else begin to talk in the conversation in front, beside a letter."""
        ringing = next((one for one in self.tabs.all() if one.timer.running == RINGING), None)
        if ringing is None and self.ask_first():
            return
        if ringing is None and not self.front.timer.live:
            self.new_conversation(Channel.PHONE_IN)
        self.tabs.begin_talk(ringing or self.front)
        if all(one.timer.running != RINGING for one in self.tabs.all()):
            self.tabs.strip.withdraw_offer(self.pick_up)

    def hold(self) -> None:
        """Put the caller on hold, or talk again. Beside a call that is not on the line it is about the one that is."""
        line = self.tabs.on_line()
        if self.front in line or not line:
            self.front.timer.hold()
        elif line[0].timer.running == HOLD:
            self.tabs.begin_talk(line[0])
        else:
            line[0].timer.hold()

    def hang_up(self) -> None:
        """End the talk."""
        self.front.timer.hang_up()

    def search(self) -> None:
        """Go to the search box."""
        self.front.say.search()

    def give(self) -> None:
        """Give the open script, or take it back."""
        self.front.say.give()

    def take_unit(self) -> None:
        """Choose the suggested unit."""
        self.front.what.advice.take_unit()

    def copy_reply(self) -> None:
        """Put the reply on the clipboard."""
        self.front.what.copy_reply()

    def answered(self) -> None:
        """Save as answered directly."""
        self.front.end(Outcome.ANSWERED)

    def dispatch(self) -> None:
        """Save and dispatch."""
        self.front.end(Outcome.DISPATCH)

    def promise_call(self) -> None:
        """Save and promise to call back."""
        self.front.end(Outcome.CALL_BACK)

    def add_to_open(self) -> None:
        """Save as one more contact of the open inquiry."""
        self.front.end(Outcome.ADD_TO)

    def add_to_hint(self) -> None:
        """Save as one more contact of the inquiry that is hinted at first; mark it only, where it has just appeared."""
        if self.front.what.hints.take():
            self.front.end(Outcome.ADD_TO)

    def join_hint(self) -> None:
        """Put the inquiry of this contact beside the one that is hinted at, as one incident, or take it away again."""
        self.front.what.hints.beside()

    def refer(self) -> None:
        """Save with the place that the caller was told to ask."""
        self.front.end(Outcome.REFERRED)

    def put_through(self) -> None:
        """Save with the place that the caller was put through to."""
        self.front.end(Outcome.TRANSFERRED)

    def without_inquiry(self) -> None:
        """Open the outcomes without an inquiry."""
        self.front.bar.open_menu()

    def end_silent(self) -> None:
        """Save as a silent call."""
        self.front.end(Outcome.NON_INQUIRY, ContactResult.SILENT)

    def end_wrong_number(self) -> None:
        """Save as a wrong number."""
        self.front.end(Outcome.NON_INQUIRY, ContactResult.WRONG_NUMBER)

    def end_hung_up(self) -> None:
        """Save as a caller who hung up."""
        self.front.end(Outcome.NON_INQUIRY, ContactResult.HUNG_UP)

    def end_prank(self) -> None:
        """Save as a prank."""
        self.front.end(Outcome.NON_INQUIRY, ContactResult.PRANK)

    def end_abusive(self) -> None:
        """Save as an abusive call."""
        self.front.end(Outcome.NON_INQUIRY, ContactResult.ABUSIVE)

    def end_test(self) -> None:
        """Save as a test call."""
        self.front.end(Outcome.NON_INQUIRY, ContactResult.TEST)

    def end_out_of_scope(self) -> None:
        """Save as not our service."""
        self.front.end(Outcome.NON_INQUIRY, ContactResult.OUT_OF_SCOPE)

    def go_number(self) -> None:
        """Go to the number."""
        self.front.focus_field("number")

    def go_category(self) -> None:
        """Go to the category."""
        self.front.focus_field("category")

    def go_summary(self) -> None:
        """Go to the summary."""
        self.front.focus_field("summary")

    def go_unit(self) -> None:
        """Go to the unit."""
        self.front.focus_field("unit")

    def go_due(self) -> None:
        """Go to the due time."""
        self.front.focus_field("due_at")

    def go_mode(self) -> None:
        """Go to how it was answered."""
        self.front.focus_field("answer_mode")

    def go_channel(self) -> None:
        """Go to the channel."""
        self.front.focus_field("channel")

    def go_kind(self) -> None:
        """Go to who the caller is."""
        self.front.focus_field("caller_kind")

    def next_tab(self) -> None:
        """Go to the conversation at the right."""
        self.tabs.step(1)

    def open_kept(self) -> None:
        """Show the drafts that were left behind earlier."""
        self.kept.open_menu()

    def former_tab(self) -> None:
        """Go to the conversation at the left."""
        self.tabs.step(-1)

    def open_1(self) -> None:
        """Open the first answer."""
        self.front.say.open_place(0)

    def open_2(self) -> None:
        """Open the second answer."""
        self.front.say.open_place(1)

    def open_3(self) -> None:
        """Open the third answer."""
        self.front.say.open_place(2)

    def open_4(self) -> None:
        """Open the fourth answer."""
        self.front.say.open_place(3)

    def open_5(self) -> None:
        """Open the fifth answer."""
        self.front.say.open_place(4)
