"""Rings are counted until somebody answers, then the time of the conversation."""

from datetime import timedelta

from app.ui.kit import languages
from app.ui.panes.callbacks.call_watch import CallWatch
from tests.desk import NOON


def test_rings_are_counted_until_somebody_answers(qtbot) -> None:
    languages.of_app().use("en")
    watch = CallWatch()
    qtbot.addWidget(watch)
    states = []
    watch.moved.connect(states.append)
    assert watch.spent(NOON) == (None, None)
    watch.ring(NOON, 6, 25)
    with qtbot.waitSignal(watch.rang_enough):
        watch.follow(NOON + timedelta(seconds=25))
    assert watch.text() == "Ringing: 7, 6 are enough · 00:25"
    watch.answer(NOON + timedelta(seconds=30))
    watch.follow(NOON + timedelta(seconds=95))
    assert watch.text() == "Talking 01:05"
    assert watch.spent(NOON + timedelta(seconds=95)) == (30, 65)
    watch.stop()
    assert (watch.text(), watch.ringing) == ("", False)
    assert states == ["ringing", "talking", ""]


def test_a_call_that_came_in_does_not_ring(qtbot) -> None:
    watch = CallWatch()
    qtbot.addWidget(watch)
    with qtbot.waitSignal(watch.moved, check_params_cb="talking".__eq__):
        watch.ring(NOON, 0, 0)
    assert watch.spent(NOON + timedelta(seconds=8)) == (0, 8)


def test_a_call_of_before_is_wrapped_up_until_its_outcome_is_said(qtbot) -> None:
    watch = CallWatch()
    qtbot.addWidget(watch)
    states = []
    watch.moved.connect(states.append)
    watch.wrap_up()
    assert (watch.text(), watch.spent(NOON)) == ("", (None, None))
    watch.stop()
    assert states == ["wrap_up", ""]


def test_while_whoever_answered_waits_no_talk_is_counted(qtbot) -> None:
    languages.of_app().use("en")
    watch = CallWatch()
    qtbot.addWidget(watch)
    watch.hold(NOON, held=True)
    assert watch.text() == ""
    watch.ring(NOON, 6, 25)
    watch.hold(NOON, held=True)  # nobody answered whom it could hold
    watch.answer(NOON + timedelta(seconds=10))
    watch.hold(NOON + timedelta(seconds=40), held=True)
    watch.follow(NOON + timedelta(seconds=70))
    assert watch.text() == "On hold, talked 00:30"
    assert watch.spent(NOON + timedelta(seconds=70)) == (10, 30)
    watch.hold(NOON + timedelta(seconds=100), held=False)
    watch.follow(NOON + timedelta(seconds=105))
    assert watch.text() == "Talking 00:35"
    assert watch.spent(NOON + timedelta(seconds=105)) == (10, 35)
    watch.ring(NOON + timedelta(seconds=200), 6, 25)
    watch.answer(NOON + timedelta(seconds=201))
    assert watch.spent(NOON + timedelta(seconds=211)) == (1, 10)
