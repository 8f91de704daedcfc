from dataclasses import replace

import pytest

from app.models.intervals import Reliance
from app.models.questionnaires import Reserved
from app.models.survey_results import Answered, by_institution, item_figure, measure_figure, overall, steps_of
from tests.surveys import SCALES, item, made

FIVE = [{"code": f"s{step}", "text": str(step), "step": step} for step in range(1, 6)]
MEASURES = [{"id": "m", "title": "M", "items": ["q", "f", "note"]}]
WHOLE = made(
    item("q", "satisfaction", scale="five"), item("f", "frequency"), item("note", "text"),
    scales={**SCALES, "five": FIVE}, measures=MEASURES,
)  # fmt: skip


def answered(satisfied, total, where="A", low="s2", **more):
    codes = [{"q": "s5" if n < satisfied else low, "f": "all"} for n in range(total)]
    return [Answered(where, where, {**one, **more}) for one in codes]


def test_t16_the_shares_of_three_institutions_are_weighted_by_their_sizes():
    people = answered(54, 60, "A") + answered(32, 40, "B") + answered(21, 30, "C")
    found = overall(WHOLE.item("q"), people, {"A": 1800, "B": 900, "C": 300})
    assert (found.raw, found.weighted.estimate) == pytest.approx((0.823077, 0.85), abs=5e-7)
    assert (found.weighted.low, found.weighted.high) == pytest.approx((0.779954, 0.900590), abs=5e-7)
    assert (found.effective, found.effect) == pytest.approx((134.374550, 1.115833), abs=5e-6)


def test_what_is_not_shown_counts_as_one_stratum_so_that_the_shares_tell_its_sum_only():
    sizes = {"A": 1800, "B/x": 900, "C": 300}
    first = answered(54, 60, "A") + answered(15, 20, "B") + answered(6, 10, "C")
    other = answered(54, 60, "A") + answered(14, 20, "B") + answered(7, 10, "C")
    apart = [overall(WHOLE.item("q"), one, {**sizes, "B": 900}) for one in (first, other)]
    joined = [overall(WHOLE.item("q"), one, sizes, together={"B", "C"}) for one in (first, other)]
    assert apart[0] != apart[1]
    assert joined[0] == joined[1]
    assert joined[0].weighted.estimate == pytest.approx((1800 * 54 / 60 + 1200 * 21 / 30) / 3000)


def of_wards(*wards):
    """Return the interviews of wards of institution A: hits and answers of each, by their names x, y, z."""
    people = []
    for name, (hits, total) in zip("xyz", wards, strict=False):
        people += [replace(one, stratum=f"A/{name}") for one in answered(hits, total, "A")]
    return people


def test_two_departments_of_which_one_is_small_are_not_told_apart_by_two_shares():
    sizes = {"A/x": 1800, "A/y": 300}
    small = [overall(WHOLE.item("q"), of_wards((hits, 40), (30 - hits, 20)), sizes) for hits in (20, 25)]
    assert small[0] == small[1]
    assert small[0].weighted.estimate == small[0].raw == 0.5
    large = [overall(WHOLE.item("q"), of_wards((hits, 40), (40 - hits, 25)), sizes) for hits in (20, 25)]
    assert large[0] != large[1]


def test_of_three_departments_the_small_one_joins_the_next_so_that_nothing_tells_it():
    sizes = {"A/x": 1800, "A/y": 300, "A/z": 900}
    same = [overall(WHOLE.item("q"), of_wards((50, 80), (hits, 20), (30 - hits, 40)), sizes) for hits in (5, 15)]
    assert same[0] == same[1]
    assert same[0].weighted.estimate == pytest.approx((1800 * 50 / 80 + 1200 * 30 / 60) / 3000)
    apart = [overall(WHOLE.item("q"), of_wards((80 - hits, 80), (5, 20), (hits, 40)), sizes) for hits in (15, 25)]
    assert apart[0] != apart[1]  # those of 25 and more keep their weights


def test_departments_join_inside_their_own_institution_only():
    sizes = {"A/x": 1800, "A/y": 300, "B": 500}
    people = [of_wards((hits, 40), (30 - hits, 10)) + answered(20, 30, "B") for hits in (20, 25)]
    found = [overall(WHOLE.item("q"), one, sizes) for one in people]
    assert found[0] == found[1]
    assert found[0].weighted.estimate == pytest.approx((2100 * 30 / 50 + 500 * 20 / 30) / 2600)


def test_t16_each_institution_has_its_interval_corrected_for_its_size():
    figure = item_figure(WHOLE.item("q"), answered(54, 60), 1800)
    assert (figure.interval.low, figure.interval.high) == pytest.approx((0.800567, 0.952782), abs=5e-7)
    assert figure.reliance is Reliance.CAUTION
    assert figure.twenties == pytest.approx(20 * (54 * 5 + 6 * 2) / 60)


def test_fewer_than_25_answers_are_counted_and_not_shown():
    figure = item_figure(WHOLE.item("q"), answered(20, 24), 100)
    assert (figure.boxes.answers, figure.interval, figure.two) == (24, None, None)
    assert measure_figure(WHOLE, WHOLE.measures[0], answered(20, 24)).top is None
    assert overall(WHOLE.item("q"), answered(20, 24), {"A": 100}) is None


def test_what_is_no_answer_is_left_out_of_the_share():
    people = answered(30, 30) + [Answered("A", "A", {"q": one}) for one in Reserved]
    assert len(steps_of(WHOLE.item("q"), people)) == 30


def test_a_measure_is_the_mean_of_its_items():
    found = measure_figure(WHOLE, WHOLE.measures[0], answered(30, 40, low="s4"))
    assert [one.item for one in found.items] == ["q", "f"]
    assert (found.top, found.two) == pytest.approx(((0.75 + 1) / 2, 1))


def test_every_institution_that_answered_has_its_measures():
    found = by_institution(WHOLE, answered(30, 40, "B") + answered(5, 10, "A"), {"A": 10, "B": 400})
    assert list(found) == ["A", "B"]
    assert found["A"][0].top is None
    assert found["B"][0].top is not None


def test_top_two_can_be_asked_for_too():
    people = answered(20, 40, low="s4")
    assert overall(WHOLE.item("q"), people, {"A": 40}, two=True).weighted.estimate == 1
    assert overall(WHOLE.item("q"), people, {"A": 40}).weighted.low == 0.5
