"""Vectors T20 and T22, and the boxes of every scale."""

import pytest

from app.models.scoring import (
    SCALES,
    ScaleKind,
    composite,
    linear_mean,
    mean_in_twenties,
    representativity,
    rolling,
    score,
)


def test_t20_a_composite_is_the_mean_of_its_items_and_not_of_patients():
    items = [
        score(ScaleKind.FREQUENCY, [4] * top + [3] * (all_of - top))
        for top, all_of in ((180, 200), (160, 200), (150, 198))
    ]
    assert [one.top_share for one in items] == pytest.approx([0.9, 0.8, 0.757576], abs=5e-7)
    assert composite(one.top_share for one in items) == pytest.approx(0.819192, abs=5e-7)


def test_t20_the_linear_mean_is_that_of_the_stars():
    steps = [4] * 150 + [3] * 30 + [2] * 14 + [1] * 4
    assert linear_mean(ScaleKind.FREQUENCY, steps) == pytest.approx(88.215488, abs=5e-7)
    assert linear_mean(ScaleKind.RATING, [0, 10, 9]) == pytest.approx(190 / 3)


def test_t20_quarters_are_weighted_by_their_discharges():
    quarters = [(0.90, 1200), (0.88, 1100), (0.91, 1300), (0.86, 1000)]
    assert rolling(quarters) == pytest.approx(0.889348, abs=5e-7)


def test_t22_groups_that_respond_unevenly_lower_the_indicator():
    found = representativity([(0.5, 100), (0.6, 200), (0.4, 150), (0.55, 50)])
    assert found.mean == pytest.approx(0.515)
    assert (found.spread, found.r, found.cv) == pytest.approx((0.083899, 0.832202, 0.162911), abs=5e-7)


def test_even_groups_are_representative_and_nobody_is_nothing():
    assert representativity([(0.5, 10), (0.5, 30)]).r == 1
    assert representativity([(0.5, 1)]) is None
    assert representativity([(0.0, 9)]).cv is None


@pytest.mark.parametrize("kind", ScaleKind)
def test_the_boxes_of_a_scale_never_overlap_and_leave_nobody_out(kind):
    scale = SCALES[kind]
    found = score(kind, range(scale.low - 1, scale.high + 2))
    assert found.answers == scale.high - scale.low + 1
    assert found.top + found.middle + found.bottom == found.answers
    assert 0 < found.top <= found.two < found.answers


def test_satisfied_is_the_top_two_and_the_degree_is_the_mean_in_twenties():
    found = score(ScaleKind.SATISFACTION, [5, 5, 4, 3, 1])
    assert (found.top_share, found.two_share) == pytest.approx((0.4, 0.6))
    assert mean_in_twenties([5, 5, 4, 3, 1]) == pytest.approx(72)


def test_without_answers_nothing_is_claimed():
    found = score(ScaleKind.RATING, [])
    assert found.top_share is found.two_share is found.mean is None
    assert composite([None]) is rolling([]) is mean_in_twenties([]) is None
    assert composite([None, 0.5]) == 0.5
