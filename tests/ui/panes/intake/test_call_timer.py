from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.models.contacts import Channel
from app.ui.panes.intake.call_clock import HOLD, RINGING, TALKING, WRAP_UP
from app.ui.panes.intake.call_timer import CallTimer


@pytest.fixture
def timer(state, clock, shown):
    return shown(CallTimer(state, clock.now))


def texts(timer):
    return [label.text() for label in timer.findChildren(QLabel) if label.isVisible()]


def buttons(timer):
    return [one.objectName().rpartition(".")[2] for one in timer.findChildren(QPushButton) if one.isVisible()]


def test_the_keys_that_make_sense_follow_the_state(timer):
    assert buttons(timer) == ["pick_up"]
    timer.go(RINGING)
    assert buttons(timer) == ["pick_up", "hang_up"]
    timer.pick_up()
    assert buttons(timer) == ["hold", "hang_up"]
    timer.hang_up()
    assert buttons(timer) == ["pick_up"]


def test_its_keys_stay_as_wide_as_their_words_where_it_has_the_room_of_a_busier_one(timer):
    timer.resize(timer.sizeHint().width() + 300, timer.height())
    button = timer.findChild(QPushButton, "intake.timer.pick_up")
    assert button.width() == button.sizeHint().width()


def test_before_a_call_nothing_is_said_of_one(timer):
    assert texts(timer) == []
    timer.go(RINGING)
    assert texts(timer) == ["Ringing", "00:00"]


def test_the_time_counts_talk_and_hold_together(timer, clock):
    timer.pick_up()
    clock.advance(timedelta(seconds=65))
    timer.hold()
    clock.advance(timedelta(seconds=5))
    timer.refresh()
    assert texts(timer) == ["On hold", "01:10"]
    timer.hold()
    assert timer.running == TALKING


def test_each_state_is_told(timer, qtbot):
    with qtbot.waitSignal(timer.moved, check_params_cb=TALKING.__eq__):
        timer.pick_up()
    with qtbot.waitSignal(timer.moved, check_params_cb=HOLD.__eq__):
        timer.hold()
    with qtbot.waitSignal(timer.moved, check_params_cb=WRAP_UP.__eq__):
        timer.hang_up()


def test_typing_begins_the_talk_of_a_call_that_nobody_announced(timer, state):
    state.edit("summary", "fever")
    assert timer.running == TALKING


def test_typing_does_not_pick_up_a_ringing_call(timer, state):
    timer.go(RINGING)
    state.edit("summary", "fever")
    assert timer.running == RINGING


def test_a_letter_has_no_timer(timer, state):
    state.edit("channel", Channel.LETTER)
    state.edit("summary", "fever")
    assert texts(timer) == []
    assert buttons(timer) == []
    assert state.draft.spans == ()
