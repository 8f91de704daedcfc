"""A place that asked other people than the rest is compared as if it had asked everybody."""

from random import Random

import pytest

from app.models.mix_adjustment import Respondent, adjusted, traits_of

OLD, YOUNG = ("age=75+",), ("age=18-44",)


def answers(place, traits, top, count):
    return [Respondent(place, traits, at < top) for at in range(count)]


#: Both places please nine old people of ten and six young ones of ten; A had the old ones.
ALIKE = [
    *answers("A", OLD, 270, 300), *answers("A", YOUNG, 60, 100),
    *answers("B", OLD, 90, 100), *answers("B", YOUNG, 180, 300),
]  # fmt: skip


def test_places_that_differ_only_by_whom_they_had_come_out_alike():
    found = adjusted(ALIKE)
    assert found["A"] == pytest.approx(found["B"], abs=0.01)
    assert found["A"] == pytest.approx(0.75, abs=0.01)  # raw: 82.5 % and 67.5 %


def test_a_place_that_is_better_stays_better():
    found = adjusted([*ALIKE, *answers("C", YOUNG, 180, 200)])
    assert found["C"] > found["A"] + 0.1


def test_the_order_of_the_answers_changes_nothing():
    shuffled = ALIKE[:]
    Random(1).shuffle(shuffled)
    assert adjusted(shuffled) == adjusted(ALIKE)


def test_places_with_few_answers_are_fitted_and_not_shown():
    assert set(adjusted([*ALIKE, *answers("D", OLD, 3, 24)])) == {"A", "B"}


@pytest.mark.parametrize("few", [answers("A", OLD, 20, 40), ALIKE[:400], []])
def test_too_few_answers_or_places_adjust_nothing(few):
    assert adjusted(few) == {}


def test_what_is_known_of_a_respondent_becomes_traits():
    told = traits_of(age=67, sex="f", department="内科", stay=9, proxy=True, lag=12)
    assert told == ("age=65-74", "sex=f", "department=内科", "stay=8-14", "proxy=yes", "lag=8-14")
    assert traits_of(age=None, sex="", department="", stay=None, proxy=False, lag=None) == ()
    assert traits_of(age=90, sex="", department="", stay=3, proxy=False, lag=60) == ("age=75+", "stay=1-3", "lag=29+")
