"""What is urgent is read before the next call; a call that is there goes first."""

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import Channel
from app.services import script_notices
from app.ui.panes.intake.pane import IntakePane


@pytest.fixture
def pane(jobs, one_urgent, shown) -> IntakePane:
    made = IntakePane(jobs)
    made.resize(1280, 680)
    shown(made)
    made.restore_drafts()
    return made


def asked(pane) -> bool:
    return pane.front.say.notices.is_asking


def read(pane, qtbot) -> None:
    page = pane.front.say.notices._page
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_1 + page._page.question.right)


def test_the_next_call_waits_until_it_is_read_and_answered(pane, qtbot):
    pane.commands.run("intake.pick_up")
    assert (asked(pane), pane.front.timer.running) == (True, "")
    read(pane, qtbot)
    assert not pane.gate.watch.urgent
    pane.commands.run("intake.pick_up")
    assert pane.front.timer.running == "talking"


def test_who_has_somebody_on_the_line_already_takes_the_call_with_the_second_press(pane):
    pane.commands.run("intake.pick_up")
    pane.commands.run("intake.pick_up")
    assert pane.front.timer.running == "talking"
    assert not pane.front.say.notices.covers


def test_a_call_that_rings_is_never_refused(pane):
    pane.commands.run("intake.new_call")
    assert asked(pane)
    pane.screen_pop("13800138000", "c-1")
    assert not pane.front.say.notices.covers
    pane.commands.run("intake.pick_up")
    assert pane.front.timer.running == "talking"


def test_a_call_back_goes_on_by_itself_when_it_is_read(pane, qtbot):
    pane.call_back("13800138000")
    assert pane.front.state.draft.number is None
    read(pane, qtbot)
    assert (pane.front.state.draft.number, pane.front.state.draft.channel) == ("13800138000", Channel.PHONE_OUT)


def test_a_letter_and_a_visitor_do_not_wait(pane):
    pane.tabs.opening.emit(Channel.EMAIL)
    assert pane.front.state.draft.channel is Channel.EMAIL
    pane.tabs.opening.emit(Channel.PHONE_OUT)
    assert asked(pane)


def test_what_has_changed_is_one_key_away(pane, jobs, qtbot):
    pane.commands.run("intake.read_notices")
    assert pane.front.say.notices.covers
    read(pane, qtbot)
    jobs.do(script_notices.read_all)
    pane.commands.run("intake.read_notices")
    assert pane.front.strip.current.text == "Nothing has changed since you knew it."
