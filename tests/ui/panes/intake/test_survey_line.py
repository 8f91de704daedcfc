"""A number with an open survey shows it, and one press asks for the interview."""

import pytest
from PySide6.QtWidgets import QWidget

from app.services import interview_calls, interviews
from app.ui.panes.intake.call_clock import HOLD, READY, RINGING, TALKING, WRAP_UP
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.pane import IntakePane
from app.ui.panes.intake.survey_line import SurveyLine
from tests.desk import sign_in
from tests.services.calling import campaign, number
from tests.services.interviewing import said


@pytest.fixture
def link(jobs, state):
    return CallerLink(jobs, state)


@pytest.fixture
def line(jobs, link, shown):
    made = SurveyLine(jobs, link)
    made.resize(280, 100)
    return shown(made, inside=True)


@pytest.fixture
def call(office):
    """A call of a campaign with a questionnaire."""
    calls = campaign(office, 1)
    with office.store.write("li") as tx:
        held = tx.state_of("callback", calls[0])["campaign"]
        tx.put("campaign", bytes.fromhex(str(held)), {"questionnaire": "short-phone", "questionnaire_version": 1})
    sign_in(office, "wang")
    return calls[0]


def test_an_open_survey_shows_for_its_number_and_is_one_press_away(state, link, line, call, qtbot):
    assert line.findChildren(QWidget) == []
    state.edit("number", number(0))
    link.look_up()
    assert line.button.isVisible()
    assert line.button.text() == "Begin the interview  Alt+Y"
    with qtbot.waitSignal(line.wanted, check_params_cb=call.__eq__):
        line.button.click()
    state.edit("number", number(7))
    link.look_up()
    assert (line.found, line.isHidden()) == (None, True)


def test_an_interview_that_was_begun_is_resumed(office, state, link, line, call):
    begun = office.do(interviews.begin, office.ask(interview_calls.prepared, call).asked).value
    said(office, begun, greeting="read")
    assert line.findChildren(QWidget) == []
    state.edit("number", number(0))
    link.look_up()
    assert line.button.isVisible()
    assert line.button.text() == "Resume the interview  Alt+Y"
    assert "Patient 0" in line.button.accessibleName()


@pytest.fixture
def pane(jobs, call, shown):
    made = shown(IntakePane(jobs))
    made.screen_pop(number(0), "call-1")
    return made


def test_the_call_of_an_interview_is_talked_in_until_it_is_over_and_leaves_nothing_to_fill_in(pane, call, qtbot):
    rang = pane.front
    pane.resume_survey()
    assert rang.timer.running == RINGING  # the interview has not begun
    with qtbot.waitSignal(pane.state_changed, check_params_cb=told(TALKING)):
        pane.answer_survey(call)
    with qtbot.waitSignal(pane.state_changed, check_params_cb=told(READY)):
        pane.end_survey(call)
    assert (pane.front.blank, len(pane.tabs.all())) == (True, 1)
    pane.take_back()
    assert (pane.front, pane.front.state.draft.number) == (rang, number(0))


def test_what_is_discarded_while_another_pane_is_shown_is_said_where_the_person_is(pane, call, qtbot):
    pane.resume_survey()
    pane.answer_survey(call)
    pane.hide()
    with qtbot.waitSignal(pane.aside_said) as said:
        pane.end_survey(call)
    (message,) = said.args
    assert message.text == "Saved; its conversation in Intake is discarded"
    assert pane.strip.current is None
    message.undo()
    assert pane.front.state.draft.number == number(0)


def test_a_call_in_another_pane_is_part_of_what_the_operator_is_doing(pane, qtbot):
    with qtbot.waitSignal(pane.state_changed, check_params_cb=told(TALKING)):
        pane.follow_line(TALKING)
    assert pane.front.timer.running == RINGING
    with qtbot.waitSignal(pane.state_changed, check_params_cb=told(RINGING)):
        pane.follow_line("")


def test_a_talk_in_another_pane_puts_whoever_talks_here_on_hold(pane, qtbot):
    pane.front.timer.pick_up()
    pane.follow_line(RINGING)
    assert pane.front.timer.running == TALKING  # nobody speaks there yet
    pane.follow_line(TALKING)
    assert pane.front.timer.running == HOLD
    with qtbot.waitSignal(pane.state_changed, check_params_cb=told(HOLD)):
        pane.follow_line("")
    assert pane.front.timer.running == HOLD


def test_a_talk_that_begins_here_lets_the_one_in_another_pane_wait_until_it_is_over(pane, qtbot):
    held = []
    pane.beside_held.connect(held.append)
    pane.follow_line(TALKING)
    with qtbot.assertNotEmitted(pane.state_changed):  # the operator talks all the time
        pane.pick_up()
        assert (pane.front.timer.running, held) == (TALKING, [True])
        pane.hang_up()
    assert held == [True, False]
    pane.front.timer.pick_up()
    pane.follow_line("")
    pane.hang_up()
    assert held == [True, False, True]  # the other call is over: nothing goes on


def test_the_call_that_is_talked_on_in_another_pane_waits_for_nobody(pane, call):
    pane.front.timer.pick_up()
    pane.resume_survey()
    pane.answer_survey(call)
    pane.follow_line(TALKING)
    assert [span.state for span in pane.front.state.draft.spans] == [RINGING, TALKING]
    pane.end_survey(call)
    pane.follow_line("")
    pane.new_conversation("phone_in")
    pane.front.timer.pick_up()
    pane.follow_line(TALKING)  # the next one, which we make
    assert pane.front.timer.running == HOLD


def test_the_conversation_of_a_call_that_waited_goes_on_with_it(pane, call):
    held = []
    pane.beside_held.connect(held.append)
    pane.resume_survey()
    pane.answer_survey(call)
    pane.follow_line(TALKING)
    asked = pane.front
    pane.new_conversation("phone_in")
    pane.front.timer.pick_up()
    assert (asked.timer.running, held) == (HOLD, [True])
    pane.front.timer.hang_up()
    assert (asked.timer.running, held) == (TALKING, [True, False])


def test_nobody_is_talked_with_while_the_conversation_of_the_call_in_another_pane_is_on_hold(pane, call, qtbot):
    held = []
    pane.beside_held.connect(held.append)
    pane.resume_survey()
    pane.answer_survey(call)
    pane.follow_line(TALKING)
    with qtbot.waitSignal(pane.state_changed, check_params_cb=told(HOLD)):
        pane.hold()
    assert held == [True]
    with qtbot.waitSignal(pane.state_changed, check_params_cb=told(TALKING)):
        pane.hold()
    assert (held, pane.front.timer.running) == ([True, False], TALKING)


def test_what_was_typed_beside_an_interview_stays_to_be_finished(pane, call):
    pane.resume_survey()
    pane.answer_survey(call)
    pane.front.state.edit("summary", "Asks for the opening hours")
    pane.end_survey(call)
    assert pane.front.state.draft.summary == "Asks for the opening hours"
    assert pane.front.timer.running == WRAP_UP


def test_an_interview_ends_no_conversation_that_did_not_ask_for_it_or_is_another_callers_now(pane, call):
    pane.end_survey(call)
    assert pane.front.timer.running == RINGING
    pane.resume_survey()
    pane.front.state.edit("number", number(7))
    pane.front.who.link.look_up()
    pane.answer_survey(call)
    pane.end_survey(call)
    assert (pane.front.state.draft.number, pane.front.timer.running) == (number(7), RINGING)


def test_a_conversation_in_front_stays_there_while_the_one_of_an_interview_is_closed(pane, call):
    pane.resume_survey()
    pane.answer_survey(call)
    pane.new_conversation("email")
    letter = pane.front
    pane.end_survey(call)
    assert (pane.front, pane.tabs.all()) == (letter, (letter,))


def told(state):
    """A check that a signal tells this state first."""
    return lambda first, *_: first == state
