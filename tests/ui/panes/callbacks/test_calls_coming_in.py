"""Whoever calls back is interviewed in the call that came in."""

import pytest
from PySide6.QtCore import Qt

from app.models.attempts import Direction
from app.services import callback_attempts
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.services.calling import campaign, number, promised
from tests.windows import put_up


@pytest.fixture
def pane(jobs: Jobs, qtbot) -> CallbacksPane:
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    return made


def test_a_call_sent_here_begins_as_one_that_came_in(office: Office, pane: CallbacksPane) -> None:
    calls = campaign(office, 2)
    pane.show()
    pane.resume_inbound(calls[1])
    assert pane.is_calling()
    pending = office.ask(callback_attempts.pending)
    assert (pending.callback, pending.attempt.direction) == (calls[1], Direction.IN)
    pane.resume_inbound(calls[0])
    assert office.ask(callback_attempts.pending).callback == calls[1]
    assert pane.strip.current.text == "Say first how the call in progress ended."


def test_a_call_that_came_in_is_told_of_once_it_has_begun_and_when_it_is_over(office: Office, pane, qtbot) -> None:
    calls, states = campaign(office, 1), []
    pane.line_moved.connect(states.append)
    pane.show()
    with qtbot.waitSignal(pane.came_in, check_params_cb=calls[0].__eq__):
        pane.resume_inbound(calls[0])
    pane.outcome.choose("131")
    with qtbot.waitSignal(pane.call_over, check_params_cb=calls[0].__eq__):
        pane.finish()
    assert not pane.is_calling()
    assert states == ["talking", ""]


def test_f2_asks_for_whoever_rings_and_for_nobody_where_nothing_rings(pane, qtbot) -> None:
    numbers = []
    put_up(qtbot, pane)
    pane.hear(lambda: bool(numbers))
    with qtbot.assertNotEmitted(pane.pick_up_wanted):
        qtbot.keyClick(pane, Qt.Key.Key_F2)
    numbers.append("13800000001")
    pane.hear(lambda: bool(numbers))
    with qtbot.waitSignal(pane.pick_up_wanted):
        qtbot.keyClick(pane, Qt.Key.Key_F2)
    numbers.clear()
    with qtbot.assertNotEmitted(pane.pick_up_wanted):
        qtbot.keyClick(pane, Qt.Key.Key_F2)


def test_a_call_whose_outcome_is_owed_since_before_is_wrap_up_until_it_is_said(office, pane, jobs, qtbot) -> None:
    calls = campaign(office, 1)
    pane.show()
    pane.resume_inbound(calls[0])
    again, states = CallbacksPane(jobs), []
    qtbot.addWidget(again)
    again.line_moved.connect(states.append)
    again.show()
    assert again.strip.current.text == "Your last call has no outcome yet. How did it end?"
    assert states == ["wrap_up"]
    again.outcome.choose("131")
    again.finish()
    assert states == ["wrap_up", ""]


def test_the_call_of_a_typed_number_is_opened(office: Office, pane: CallbacksPane) -> None:
    calls = campaign(office, 2)
    pane.show()
    pane.caller_line.setText(number(1))
    pane.find_caller()
    assert (pane.in_hand(), pane.is_calling()) == (calls[1], False)


def test_of_several_people_with_one_number_the_operator_chooses_who_is_on_the_line(
    office: Office, pane: CallbacksPane
) -> None:
    calls = campaign(office, 2, planted=number(7))
    promised(office, typed=number(7))
    pane.show()
    pane.caller_line.setText(number(7))
    pane.find_caller()
    lines = [one.text() for one in pane.who_calls.actions()]
    assert (pane.in_hand(), len(lines)) == (None, 3)
    place = next(at for at, one in enumerate(lines) if one.startswith("Patient 1 · "))
    pane.who_calls.actions()[place].trigger()
    assert (pane.in_hand(), pane.caller_line.text()) == (calls[1], "")
