"""Vectors T10–T13, T18 and T19."""

import math

import pytest

from app.models.comparisons import (
    Fourfold,
    answers_for_change,
    before_after,
    benjamini_hochberg,
    breslow_day,
    chi2_test,
    cmh,
    designed_change,
    detectable_rise,
    did,
    fisher_test,
    fourfold,
    holm,
    pooled_odds,
    sample_size,
    z_test,
)
from app.models.intervals import stratified, stratum

TABLES = [Fourfold(88, 12, 80, 20), Fourfold(180, 20, 160, 40), Fourfold(45, 5, 40, 10)]
SEVEN = [0.001, 0.008, 0.012, 0.02, 0.03, 0.2, 0.6]


@pytest.mark.parametrize(
    ("after", "before", "gap", "z", "p", "low", "high"),
    [
        ((264, 300), (246, 300), 0.06, 2.057983, 0.0395918, 0.002701, 0.117246),
        ((270, 300), (240, 300), 0.10, 3.429972, 0.000603644, 0.043050, 0.156904),
        ((2326, 2559), (1471, 1653), 0.019052, 2.025835, 0.0427817, 0.000613, 0.038215),
    ],
)
def test_t10_a_change_has_its_interval_and_its_test(after, before, gap, z, p, low, high):
    found = before_after(before, after)
    assert (found.gap.estimate, found.gap.low, found.gap.high) == pytest.approx((gap, low, high), abs=5e-7)
    assert found.z.statistic == pytest.approx(z, abs=5e-7)
    assert found.p == found.z.p == pytest.approx(p, rel=2e-6)


def test_t10_a_borderline_change_is_told_differently_by_other_tests():
    table = fourfold(264, 300, 246, 300)
    assert chi2_test(table).statistic == pytest.approx(4.235294, abs=5e-7)
    assert chi2_test(table, corrected=True).p == pytest.approx(0.051938, abs=5e-7)
    assert fisher_test(table) == pytest.approx(0.051498, abs=5e-7)


def test_with_few_expected_the_exact_test_counts():
    found = before_after((3, 10), (9, 10))
    assert found.exact
    assert found.p == found.fisher == pytest.approx(0.0197666, abs=5e-7)
    assert fisher_test(Fourfold(1, 9, 11, 3)) == pytest.approx(0.0027594562, abs=5e-10)


def test_nothing_varies_and_nothing_is_claimed():
    assert z_test(5, 5, 7, 7).p is None
    assert chi2_test(Fourfold(0, 5, 0, 7)).statistic is None
    assert fisher_test(Fourfold(0, 5, 0, 7)) == pytest.approx(1)
    assert cmh([Fourfold(0, 5, 0, 7)]).p is None
    assert pooled_odds([Fourfold(5, 0, 5, 0)]) is None
    assert breslow_day(TABLES[:1]).p is None


def test_a_change_of_two_designs_uses_both_variances():
    before, after = stratified([stratum(3000, 100, 80)]), stratified([stratum(3000, 100, 90)])
    found = designed_change((before.estimate, before.v), (after.estimate, after.v))
    se = math.sqrt(before.v + after.v)
    assert found.z.statistic == pytest.approx(0.1 / se)
    assert found.gap.high - found.gap.low == pytest.approx(2 * 1.9599639845 * se)
    assert designed_change((1, 0), (1, 0)).p is None


def test_t11_institutions_are_pooled():
    assert cmh(TABLES).statistic == pytest.approx(11.964182, abs=5e-7)
    assert cmh(TABLES).p == pytest.approx(0.000542330, abs=5e-10)
    assert cmh(TABLES, corrected=True).statistic == pytest.approx(11.250067, abs=5e-7)
    assert cmh(TABLES, corrected=True).p == pytest.approx(0.000796202, abs=5e-10)
    odds = pooled_odds(TABLES)
    assert (odds.estimate, odds.low, odds.high) == pytest.approx((2.114865, 1.376032, 3.250400), abs=5e-7)


def test_t11_they_are_asked_whether_they_agree():
    found = breslow_day(TABLES)
    assert (found.statistic, found.p) == pytest.approx((0.185220, 0.911549), abs=5e-7)
    apart = breslow_day([Fourfold(90, 10, 50, 50), Fourfold(50, 50, 90, 10)])
    assert apart.p < 1e-9


def test_equal_odds_are_expected_where_the_pooled_ratio_is_one():
    found = breslow_day([Fourfold(10, 10, 10, 10), Fourfold(20, 10, 20, 10)])
    assert (found.statistic, found.p) == pytest.approx((0, 1))


def test_t12_many_tests_are_adjusted():
    assert holm(SEVEN) == pytest.approx([0.007, 0.048, 0.06, 0.08, 0.09, 0.4, 0.6])
    assert benjamini_hochberg(SEVEN) == pytest.approx([0.007, 0.028, 0.028, 0.035, 0.042, 7 / 30, 0.6])


def test_the_order_of_the_tests_does_not_matter():
    assert holm(SEVEN[::-1]) == pytest.approx(holm(SEVEN)[::-1])
    assert benjamini_hochberg(SEVEN[::-1]) == pytest.approx(benjamini_hochberg(SEVEN)[::-1])
    assert holm([0.6, 0.7]) == [1, 1]
    assert holm([]) == []


def test_t13_what_changed_everywhere_is_taken_off():
    gap, test = did((0.82, 0.88), (0.80, 0.81), (300, 300, 300, 300))
    assert (gap.estimate, gap.low, gap.high) == pytest.approx((0.05, -0.035215, 0.135215), abs=5e-7)
    assert test.statistic == pytest.approx(1.1500, abs=5e-5)
    assert (gap.high - gap.low) / (2 * 1.9599639845400536) == pytest.approx(0.043478, abs=5e-7)


@pytest.mark.parametrize(
    ("margin", "population", "answers"),
    [
        (0.05, None, 385),
        (0.05, 60, 53),
        (0.05, 300, 169),
        (0.05, 1196, 291),
        (0.05, 5000, 357),
        (0.05, 27_500, 379),
        (0.05, 330_000, 384),
        (0.03, None, 1068),
        (0.03, 1196, 565),
        (0.03, 27_500, 1028),
        (0.10, None, 97),
        (0.10, 1196, 89),
    ],
)
def test_t18_a_margin_has_its_sample_size(margin, population, answers):
    assert math.ceil(sample_size(margin, population=population)) == answers


def test_t18_the_first_size_is_that_of_the_page():
    assert sample_size(0.05) == pytest.approx(384.1459, abs=5e-5)


@pytest.mark.parametrize(
    ("before", "after", "answers"),
    [
        (0.85, 0.90, (685.597, 686)),
        (0.80, 0.90, (198.963, 199)),
        (0.90, 0.93, (1355.369, 1356)),
        (0.89, 0.91, (None, 3531)),
    ],
)
def test_t19_a_change_has_the_answers_that_it_needs(before, after, answers):
    exact, asked = answers
    assert math.ceil(answers_for_change(before, after)) == asked
    assert exact is None or answers_for_change(before, after) == pytest.approx(exact, abs=5e-4)
    assert answers_for_change(after, before) == pytest.approx(answers_for_change(before, after))


def test_t19_so_many_answers_show_a_rise_of_so_much():
    from_85 = [detectable_rise(0.85, answers) for answers in (60, 100, 300, 600)]
    assert [round(100 * rise, 1) for rise in (from_85[0], from_85[1], from_85[3])] == [13.8, 11.4, 5.3]
    assert round(100 * from_85[2], 2) == 7.25  # the specification has 7.3, which rounds 7.2488 twice
    assert detectable_rise(0.90, 60) is None
    from_90 = [detectable_rise(0.90, answers) for answers in (100, 300, 600)]
    assert [round(100 * rise, 1) for rise in from_90] == [9.0, 5.9, 4.3]
    assert answers_for_change(0.90, 0.90 + from_90[1]) == pytest.approx(300)


def test_no_change_cannot_be_planned_for():
    with pytest.raises(ValueError, match="no change"):
        answers_for_change(0.9, 0.9)
