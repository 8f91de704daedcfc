"""Whatever is typed into whichever of three conversations, in any order: nothing reaches another caller's contact."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.models.contacts import Channel, ContactResult, Outcome
from app.services import contacts, drafts
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.intake.pane import IntakePane
from tests.ui.panes.intake.ending_jobs import EndingJobs

FIELDS = ("summary", "details", "caller_name", "area", "promise", "number", "reply")
PLACES = st.integers(0, 2)


class Desk:
    """What the machine works on; pytest gives it, because hypothesis makes the machines."""

    office = clock = qtbot = None


class Conversations(RuleBasedStateMachine):
    """Every text typed carries the mark of its conversation; no other mark may ever be seen beside it."""

    def __init__(self):
        super().__init__()
        self.jobs = EndingJobs(Desk.office, executor=InlineExecutor())
        self.pane = IntakePane(self.jobs)
        Desk.qtbot.addWidget(self.pane)
        for _ in range(2):
            self.pane.front.state.edit("summary", self.mark(self.pane.front))
            self.pane.new_conversation(Channel.PHONE_IN)
        self.pane.front.state.edit("summary", self.mark(self.pane.front))
        self.saved = []

    def mark(self, conversation):
        """A new mark for each conversation that its widgets ever hold."""
        if getattr(conversation, "marked", None) != conversation.state.generation:
            conversation.marked = conversation.state.generation
            Desk.count = getattr(Desk, "count", 0) + 1
            conversation.mark = f"mark{Desk.count:06}"
        return conversation.mark

    def at(self, place):
        every = self.pane.tabs.all()
        conversation = every[place % len(every)]
        self.pane.tabs.choose(self.pane.tabs.key_of(conversation))
        return conversation

    @rule(place=PLACES, field=st.sampled_from(FIELDS), text=st.text(max_size=8))
    def type(self, place, field, text):
        conversation = self.at(place)
        editor = conversation.what.editor(field) or conversation.who.editor(field)
        editor.set_value(f"{self.mark(conversation)} {text}")
        editor.edited.emit(editor.value())

    @rule(place=PLACES)
    def search(self, place):
        conversation = self.at(place)
        conversation.say.box.setText(self.mark(conversation))

    @rule(place=PLACES, outcome=st.sampled_from((Outcome.ANSWERED, Outcome.NON_INQUIRY)))
    def end(self, place, outcome):
        conversation = self.at(place)
        conversation.state.edit("category", "complaint")
        former = conversation.state.draft
        conversation.end(outcome, ContactResult.SILENT if outcome is Outcome.NON_INQUIRY else None)
        if Desk.office.ask(drafts.mine) is not None and former.id != b"\0" * 16:
            self.saved.append(former.id)

    @rule(place=PLACES)
    def discard(self, place):
        self.at(place)
        self.pane.discard()

    @precondition(lambda self: self.pane.strip.current is not None and self.pane.strip.current.undo is not None)
    @rule()
    def undo(self):
        self.pane.strip.current.undo()

    @rule(number=st.sampled_from(("13812345678", "053188886666")))
    def ring(self, number):
        if len(self.pane.tabs.all()) < 4:
            self.pane.screen_pop(number, None)

    @rule()
    def keep(self):
        self.pane.unsaved()

    @invariant()
    def nothing_of_another_is_seen(self):
        for conversation in self.pane.tabs.all():
            seen = " ".join(self.texts(conversation))
            marks = {word for word in seen.split() if word.startswith("mark")}
            own = getattr(conversation, "marked", None) == conversation.state.generation
            assert marks <= ({conversation.mark} if own else set()), marks

    @invariant()
    def nothing_of_another_is_kept(self):
        for draft in Desk.office.ask(drafts.mine):
            assert self.marks_of(draft.summary, draft.details, draft.caller_name, draft.area, draft.promise) <= 1

    @staticmethod
    def marks_of(*texts):
        words = " ".join(text or "" for text in texts).split()
        return len({word for word in words if word.startswith("mark")})

    @staticmethod
    def texts(conversation):
        editors = [conversation.what.editor(name) or conversation.who.editor(name) for name in FIELDS]
        yield from (editor.value() for editor in editors)
        yield conversation.say.box.text()
        draft = conversation.state.draft
        yield from (getattr(draft, name) or "" for name in FIELDS)

    def teardown(self):
        for contact in self.saved:
            try:
                row = Desk.office.ask(contacts.one, contact)
            except contacts.RecordGone:
                continue
            assert self.marks_of(row.summary, row.narrative) <= 1
        for conversation in self.pane.tabs.all():
            conversation.keeper.hold()
        self.jobs.close()


@pytest.fixture
def seated(office, clock, qtbot):
    Desk.office, Desk.clock, Desk.qtbot = office, clock, qtbot
    return Desk


def test_no_text_of_one_caller_ever_stands_on_another(seated):
    from hypothesis.stateful import run_state_machine_as_test

    limits = settings(max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Conversations, settings=limits)
    assert seated.count > 3
