from datetime import timedelta

import pytest

from app.models.contacts import Channel, ContactDraft, ContactResult
from app.ui.panes.intake.call_clock import HOLD, RINGING, TALKING, WRAP_UP
from app.ui.panes.intake.commanded_pane import CommandedPane
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.conversation_state import NO_ID
from tests.desk import NOON


@pytest.fixture
def pane(jobs, desk, library, qtbot):
    pane = CommandedPane()
    pane.began = []
    pane.new_conversation = pane.began.append
    for _ in range(2):
        draft = ContactDraft(NO_ID, NOON)
        made = Conversation(jobs, draft, desk, scripts=library, parent=pane.tabs.stack)
        pane.tabs.add(made)
    qtbot.addWidget(pane)
    pane.resize(1180, 640)
    pane.show()
    return pane


def test_conversations_are_begun_in_their_channel(pane):
    for begin in (pane.new_call, pane.new_letter, pane.new_visit, pane.new_chat):
        begin()
    assert pane.began == [Channel.PHONE_IN, Channel.EMAIL, Channel.WALK_IN, Channel.WECHAT]


def test_pick_up_goes_to_the_ringing_call_and_puts_the_other_on_hold(pane):
    ringing, front = pane.tabs.all()
    front.timer.pick_up()
    ringing.timer.go(RINGING)
    pane.pick_up()
    assert pane.front is ringing
    assert (ringing.timer.running, front.timer.running) == (TALKING, HOLD)


def test_to_resume_one_caller_puts_the_other_on_hold(pane):
    other, front = pane.tabs.all()
    front.timer.pick_up()
    pane.hold()
    pane.former_tab()
    pane.pick_up()
    pane.next_tab()
    pane.hold()
    assert (front.timer.running, other.timer.running) == (TALKING, HOLD)
    pane.hang_up()
    assert front.timer.running == "wrap_up"


def test_hold_from_a_call_that_has_not_begun_lets_the_caller_on_the_line_wait(pane):
    blank, first = pane.tabs.all()
    first.timer.pick_up()
    pane.former_tab()
    pane.hold()
    assert pane.front is blank
    assert first.timer.running == HOLD


def test_after_the_second_call_resume_goes_back_to_the_first(pane):
    second, first = pane.tabs.all()
    first.timer.pick_up()
    pane.former_tab()
    pane.pick_up()
    pane.hang_up()
    pane.hold()
    assert pane.front is first
    assert (first.timer.running, second.timer.running) == (TALKING, WRAP_UP)


def test_resume_takes_whoever_waits_longest(pane, clock, jobs, desk, library):
    second, first = pane.tabs.all()
    for one in (first, second):
        one.timer.pick_up()
        clock.advance(timedelta(seconds=5))
        one.timer.hold()
    written = Conversation(jobs, ContactDraft(NO_ID, NOON, channel=Channel.EMAIL), desk, scripts=library)
    pane.tabs.add(written)
    pane.hold()
    assert (first.timer.running, second.timer.running) == (TALKING, HOLD)


def test_hold_without_anybody_on_the_line_does_nothing(pane):
    pane.hold()
    assert [one.state.draft.spans for one in pane.tabs.all()] == [(), ()]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("search", "intake.search"), ("go_number", "intake.number"), ("go_category", "intake.matter.category"),
        ("go_summary", "intake.matter.summary"), ("go_unit", "intake.next.unit"), ("go_due", "intake.next.due_at"),
        ("answered", "intake.matter.category"), ("dispatch", "intake.matter.category"),
        ("promise_call", "intake.number"), ("add_to_open", "intake.number"),
    ],
)  # fmt: skip
def test_a_command_leads_to_its_place(pane, command, name):
    getattr(pane, command)()
    assert pane.focusWidget().objectName() == name


@pytest.mark.parametrize("place", range(1, 6))
def test_a_number_opens_its_answer_and_nothing_where_there_is_none(pane, place):
    pane.front.say.box.setText("vaccine")
    getattr(pane, f"open_{place}")()
    opened = pane.front.say.page.script
    assert (opened.key if opened else None) == {1: "hpv", 2: "flu"}.get(place)


@pytest.mark.parametrize("result", ["silent", "wrong_number", "hung_up", "prank", "abusive", "test", "out_of_scope"])
def test_every_outcome_without_an_inquiry_is_a_command(pane, result, qtbot, office):
    with qtbot.waitSignal(pane.front.saved) as told:
        getattr(pane, f"end_{result}")()
    from app.services import contacts

    assert office.ask(contacts.one, told.args[0].contact).result is ContactResult(result)


def test_give_and_copy_do_nothing_without_a_script_or_a_reply(pane):
    pane.give()
    pane.copy_reply()
    assert pane.front.state.draft.given == ()
    assert pane.unlocked


def test_the_number_of_the_running_call_is_known_also_when_it_was_typed(pane):
    assert pane.call_number() == ""
    pane.pick_up()
    pane.front.state.edit("number", "138 1234 5678")
    assert pane.call_number() == "138 1234 5678"
    pane.hang_up()
    assert pane.call_number() == "138 1234 5678"
