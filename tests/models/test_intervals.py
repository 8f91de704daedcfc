"""Vectors T7–T9 and T14–T16, and that an interval always holds its estimate."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.intervals import (
    Reliance,
    Stratum,
    corrected,
    kish_effect,
    logit_t,
    newcombe,
    reliance,
    stratified,
    stratum,
    wald,
    wilson,
    wilson_continuity,
    wilson_effective,
)

LOHR_SIZES, LOHR_SAMPLES = (1054, 220, 1382, 422), (103, 21, 135, 41)
SATISFIED = [stratum(1800, 60, 54), stratum(900, 40, 32), stratum(300, 30, 21)]


def near(interval, low, high, within=5e-7):
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=within)


@pytest.mark.parametrize(
    ("hits", "answers", "low", "high"),
    [
        (81, 263, 0.255289, 0.366210),
        (15, 148, 0.062386, 0.160487),
        (0, 20, 0, 0.161125),
        (1, 29, 0.006113, 0.171755),
        (20, 20, 0.838875, 1),
        (0, 1, 0, 0.793451),
        (24, 25, 0.804559, 0.992904),
        (270, 300, 0.860834, 0.929052),
        (1483, 2258, 0.636941, 0.676078),
        (1653, 1767, 0.923058, 0.946020),
    ],
)
def test_t7_wilson_is_that_of_the_paper(hits, answers, low, high):
    near(wilson(hits, answers), low, high)


@pytest.mark.parametrize(
    ("hits", "answers", "low", "high"),
    [(81, 263, 0.2535, 0.3682), (15, 148, 0.0598, 0.1644), (0, 20, 0, 0.2005), (1, 29, 0.0018, 0.1963)],
)
def test_t7_with_continuity_it_is_that_of_the_paper_too(hits, answers, low, high):
    near(wilson_continuity(hits, answers), low, high, 5e-5)
    assert wilson_continuity(answers - hits, answers).low == pytest.approx(1 - high, abs=5e-5)


@pytest.mark.parametrize(
    ("hits", "answers", "population", "worth", "low", "high"),
    [
        (270, 300, 1196, 400.111607, 0.866695, 0.925698),
        (45, 50, 60, 295, 0.860458, 0.929258),
        (153, 300, 3078, 332.289417, 0.456444, 0.563327),
    ],
)
def test_t8_a_large_part_of_a_population_narrows_the_interval(hits, answers, population, worth, low, high):
    assert corrected(answers, population) == pytest.approx(worth, abs=5e-7)
    near(wilson(hits, answers, population=population), low, high)
    near(wilson(hits / answers * worth, worth), low, high)  # as if so many had answered


def test_a_whole_population_has_no_interval():
    near(wilson(45, 60, population=60), 0.75, 0.75)
    assert corrected(60, 60) == float("inf")


@pytest.mark.parametrize("counts", [(1, 0, None), (3, 2, None), (-1, 4, None), (3, 9, 8)])
def test_counts_that_cannot_be_are_refused(counts):
    with pytest.raises(ValueError, match=r"."):
        wilson(counts[0], counts[1], population=counts[2])


@pytest.mark.parametrize(
    ("counts", "gap", "low", "high"),
    [
        ((56, 70, 48, 80), 0.2, 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.6, 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.5714, 0.0582, 0.8062),
        ((5, 56, 0, 29), 0.0893, -0.0381, 0.1926),
        ((0, 10, 0, 20), 0, -0.1611, 0.2775),
        ((10, 10, 0, 20), 1, 0.6791, 1),
        ((10, 10, 0, 10), 1, 0.6075, 1),
    ],
)
def test_t9_the_difference_is_that_of_the_paper(counts, gap, low, high):
    found = newcombe(*counts)
    assert found.estimate == pytest.approx(gap, abs=5e-5)
    near(found, low, high, 5e-5)


def test_t14_a_mean_and_a_total_over_strata_are_those_of_the_textbook():
    means = (300504.1553, 97629.8095, 211315.0444, 662295.5122)
    variances = (29618183543.29, 7647472708.16, 53587487856.19, 396185950266.26)
    found = stratified(map(Stratum, LOHR_SIZES, LOHR_SAMPLES, means, variances))
    assert found.estimate == pytest.approx(295_560.7652, abs=1e-4)
    assert found.se == pytest.approx(16_379.8727, abs=1e-4)
    assert found.estimate * found.size == pytest.approx(909_736_035.39, abs=1)
    assert found.se * found.size == pytest.approx(50_417_248.25, abs=0.01)


def test_t14_the_twin_without_strata_is_that_of_the_textbook():
    found = stratified([Stratum(3078, 300, 297_897.0467, 344_551.9**2)])  # s as printed there
    assert (found.estimate, found.se) == (pytest.approx(297_897.0467), pytest.approx(18_898.4344, abs=0.005))


def test_t14_a_share_over_strata_is_that_of_the_textbook():
    found = stratified(map(stratum, LOHR_SIZES, LOHR_SAMPLES, (31, 20, 91, 12)))
    assert (found.estimate, found.se) == pytest.approx((0.51391477, 0.02479456), abs=5e-9)
    plain = stratified([stratum(3078, 300, 153)])
    assert (plain.estimate, plain.se) == pytest.approx((0.51, 0.02746498), abs=5e-9)


def test_t15_a_share_of_seven_societies_is_that_of_the_textbook():
    sizes, samples = (9100, 1950, 5500, 10850, 2100, 5500, 9000), (636, 451, 481, 611, 493, 575, 588)
    shares = (0.38, 0.27, 0.18, 0.19, 0.36, 0.13, 0.26)
    found = stratified(stratum(size, n, n * p) for size, n, p in zip(sizes, samples, shares, strict=True))
    assert (found.estimate, found.se) == pytest.approx((0.24652273, 0.00711862), abs=5e-9)


def test_t16_small_strata_have_their_intervals():
    found = stratified(SATISFIED)
    assert found.estimate == pytest.approx(0.85)
    assert found.v == pytest.approx(0.000948840384, abs=1e-12)
    assert found.se == pytest.approx(0.030803253, abs=5e-10)
    assert found.effective == pytest.approx(134.374550, abs=5e-6)
    near(wald(found), 0.789627, 0.910373)
    near(wilson_effective(found), 0.779954, 0.900590)
    near(logit_t(found), 0.778428, 0.901382)


def test_t16_each_stratum_has_its_own_interval():
    near(wilson(54, 60, population=1800), 0.800567, 0.952782)
    near(wilson(32, 40, population=900), 0.656016, 0.893500)
    near(wilson(21, 30, population=300), 0.530291, 0.828251)


def test_t16_unequal_weights_cost_their_design_effect():
    assert [one.weight for one in SATISFIED] == [30, 22.5, 10]
    weights = [one.weight for one in SATISFIED for _ in range(one.sample)]
    assert kish_effect(weights) == pytest.approx(1.115833, abs=5e-7)
    assert kish_effect([2, 2, 2]) == 1 == kish_effect([])


def test_strata_with_a_single_answer_are_put_together():
    found = stratified([stratum(100, 50, 25), stratum(40, 1, 1), stratum(20, 1, 0), stratum(5, 1, 1)])
    assert (found.strata, found.collapsed, found.sample) == (2, 3, 53)
    lonely = stratified([stratum(100, 50, 25), stratum(40, 1, 1), stratum(60, 30, 30)])
    assert (lonely.strata, lonely.collapsed) == (2, 1)
    assert lonely.v > 0


def test_a_joined_stratum_keeps_what_its_answers_say():
    found = stratified([stratum(40, 1, 1), stratum(60, 9, 3)])
    assert found.estimate == pytest.approx(0.4)
    assert found.v == pytest.approx(stratified([stratum(100, 10, 4)]).v)


def test_a_census_is_a_point_and_alike_answers_are_not():
    point = wilson_effective(stratified([stratum(30, 30, 27), stratum(20, 20, 20)]))
    assert point.low == point.high == point.estimate == pytest.approx(0.94)
    alike = wilson_effective(stratified([stratum(300, 12, 12), stratum(200, 8, 8)]))
    near(alike, 0.838875, 1)


def test_without_an_answer_there_is_no_estimate():
    with pytest.raises(ValueError, match="no answers"):
        stratified([stratum(10, 0, 0)])


def test_few_answers_are_suppressed_or_shown_with_caution():
    found = [reliance(answers) for answers in (24, 25, 49, 50, 99, 100)]
    assert [one.value for one in found] == ["suppressed", "weak", "weak", "caution", "caution", "firm"]
    assert found[-1] is Reliance.FIRM


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n), st.integers(n, 5000))))
def test_an_interval_holds_its_estimate_and_a_known_population_never_widens_it(counts):
    hits, answers, population = counts
    plain, known = wilson(hits, answers), wilson(hits, answers, population=population)
    wide = wilson_continuity(hits, answers)
    assert 0 <= wide.low <= plain.low <= plain.estimate <= plain.high <= wide.high <= 1
    assert known.high - known.low <= plain.high - plain.low + 1e-12
