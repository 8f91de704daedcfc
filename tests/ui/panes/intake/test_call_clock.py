from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.models.contacts import CallSpan
from app.ui.panes.intake import call_clock
from app.ui.panes.intake.call_clock import HOLD, READY, RINGING, TALKING, WRAP_UP
from tests.desk import NOON


def at(seconds):
    return NOON + timedelta(seconds=seconds)


def test_a_call_goes_from_ringing_over_talking_to_wrap_up():
    spans = ()
    for second, state in enumerate((RINGING, TALKING, HOLD, TALKING, WRAP_UP)):
        spans = call_clock.moved(spans, state, at(10 * second))
    assert [span.state for span in spans] == [RINGING, TALKING, HOLD, TALKING, WRAP_UP]
    assert call_clock.spent(spans, at(99), frozenset({TALKING})) == timedelta(seconds=20)
    assert call_clock.state_of(spans) == WRAP_UP


def test_a_state_that_cannot_follow_changes_nothing():
    ringing = call_clock.moved((), RINGING, NOON)
    assert call_clock.moved(ringing, HOLD, at(1)) == ringing
    assert call_clock.moved((), HOLD, NOON) == ()


def test_a_call_that_was_ended_does_not_begin_again():
    over = call_clock.ended(call_clock.moved((), TALKING, NOON), at(5))
    assert not call_clock.may(over, TALKING)
    assert call_clock.state_of(over) == ""


def test_a_clock_that_was_set_back_never_makes_a_span_end_before_it_began():
    spans = call_clock.moved((), TALKING, NOON)
    assert call_clock.ended(spans, at(-60))[0].to_at == NOON
    assert call_clock.spent(spans, at(-60), frozenset({TALKING})) == timedelta()


def test_a_call_left_by_a_killed_window_ends_at_its_last_sign_of_life_and_goes_on_as_wrap_up():
    left = (CallSpan(TALKING, NOON, at(30)),)
    back = call_clock.resumed(left, at(600))
    assert back == (CallSpan(TALKING, NOON, at(30)), CallSpan(WRAP_UP, at(600)))
    assert call_clock.resumed((), NOON) == ()


def test_talking_counts_before_everything_else():
    assert call_clock.foremost([WRAP_UP, HOLD, TALKING]) == TALKING
    assert call_clock.foremost(["", RINGING]) == RINGING
    assert call_clock.foremost([""]) == READY


@given(st.lists(st.tuples(st.sampled_from((RINGING, TALKING, HOLD, WRAP_UP)), st.integers(0, 100)), max_size=20))
def test_spans_never_overlap_and_only_the_last_one_runs(steps):
    spans, second = (), 0
    for state, by in steps:
        second += by
        spans = call_clock.moved(spans, state, at(second))
    assert all(span.to_at is not None for span in spans[:-1])
    assert all(one.to_at == other.from_at for one, other in pairwise(spans))
