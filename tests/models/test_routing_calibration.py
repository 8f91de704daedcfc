from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.routing_calibration import NARROWEST, calibrate


def test_few_suggestions_change_nothing():
    found = calibrate([(0.9, True)] * (NARROWEST - 1))
    assert (found.of(0.8), found.judged, found.right) == (0.8, NARROWEST - 1, NARROWEST - 1)


def test_who_was_too_sure_is_corrected():
    judged = [(0.95, place % 2 == 0) for place in range(200)] + [(0.6, place % 4 == 0) for place in range(200)]
    found = calibrate(judged)
    assert 0.48 < found.of(0.95) < 0.5
    assert 0.24 < found.of(0.6) < 0.25
    assert found.of(0.1) == found.of(0.6)


def test_what_was_always_right_is_nearly_sure():
    assert calibrate([(0.7, True)] * 400).of(0.7) > 0.99


judged = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=NARROWEST, max_size=120)


@settings(max_examples=25)
@given(judged, st.floats(0, 1), st.floats(0, 1))
def test_the_surer_never_becomes_the_less_sure(many, one, other):
    found = calibrate(many)
    low, high = sorted((one, other))
    assert 0 <= found.of(low) <= found.of(high) < 1


@settings(max_examples=25)
@given(judged)
def test_what_is_told_with_ninety_percent_was_right_in_ninety(many):
    found = calibrate(many)
    sure = [right for said, right in many if found.of(said) >= 0.9]
    assert sum(sure) >= 0.9 * len(sure)
