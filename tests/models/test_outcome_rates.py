"""Vectors T1–T6: AAPOR's own examples, a published table, a degenerate case, weights, a campaign, HCAHPS."""

from fractions import Fraction

import pytest

from app.models.outcome_rates import OutcomeClass, OutcomeCounts, Rate, counted, hcahps_rate, outcome_rates

T1 = OutcomeCounts(i=5, p=3, r=2, nc=1, o=2, uh=1, uo=1, ne=1)
T2 = OutcomeCounts(i=4, p=2, r=1, nc=1, o=1, uh=1, uo=1, ne=1)
T5 = OutcomeCounts(i=642, p=38, r=120, nc=310, o=45, uh=180, uo=25, ne=90)
NAMES = (
    *("RR1", "RR2", "RR3", "RR4", "RR5", "RR6", "COOP1", "COOP2", "COOP3", "COOP4"),
    *("REF1", "REF2", "REF3", "CON1", "CON2", "CON3", "LOC1", "LOC2"),
)


def shares(counts, e=None):
    return {name: rate.share for name, rate in outcome_rates(counts, e).items()}


def test_every_rate_of_the_standard_is_given_in_its_order():
    assert tuple(outcome_rates(T1)) == NAMES


def test_t1_the_published_unit_test_is_met_exactly():
    exact = (
        *("1/3", "8/15", "5/14", "4/7", "5/13", "8/13", "5/12", "2/3", "1/2", "4/5"),
        *("2/15", "1/7", "2/13", "4/5", "6/7", "12/13", "13/15", "39/42"),
    )
    expected = {name: float(Fraction(one)) for name, one in zip(NAMES, exact, strict=True)}
    assert shares(T1, 0.5) == pytest.approx(expected, abs=1e-15)


def test_t2_the_published_table_is_met():
    found = shares(T2, 0.9)
    printed = (
        *(0.364, 0.545, 0.370, 0.556, 0.444, 0.667, 0.500, 0.750, 0.571, 0.857),
        *(0.091, 0.093, 0.111, 0.727, 0.741, 0.889, 0.818, 0.833),
    )
    assert found == pytest.approx(dict(zip(NAMES, printed, strict=True)), abs=5e-4)
    exact = {"RR3": 10 / 27, "RR4": 5 / 9, "REF2": 5 / 54, "CON2": 20 / 27}
    assert {name: found[name] for name in exact} == pytest.approx(exact, abs=1e-15)


def test_t3_a_rate_without_a_denominator_is_undefined_and_never_zero():
    found = shares(OutcomeCounts(uo=1), 0.3)
    zero = {"RR1", "RR2", "RR3", "RR4", "REF1", "REF2", "CON1", "CON2", "LOC1", "LOC2"}
    assert {name for name, share in found.items() if share == 0} == zero
    assert {name for name, share in found.items() if share is None} == set(NAMES) - zero


def test_without_known_cases_what_needs_e_is_undefined():
    found = outcome_rates(OutcomeCounts(uh=2))
    assert found["RR1"] == Rate(0, 2)
    assert found["RR3"].denominator is None
    assert found["RR3"].share is None


def test_t4_weights_take_the_place_of_counts():
    kinds = ["I", "P", "I", "NC", "UH", "I", "R", "UO", "I", "O", "P", "I", "R", "O", "P", "NE"]
    weights = (3.2, 0.4, 4.9, 3.8, 1.6, 3.3, 1.3, 2.2, 3.5, 3.6, 0.1, 1.6, 1.1, 4.3, 2.3, 0.6)
    pairs = [(OutcomeClass(kind), weight) for kind, weight in zip(kinds, weights, strict=True)]
    assert counted((kind, 1) for kind, _ in pairs) == T1
    found = outcome_rates(counted(pairs))["RR2"]
    assert (found.numerator, found.denominator) == pytest.approx((19.3, 37.2))


def test_t5_a_campaign_uses_the_default_share_of_eligible_persons():
    assert sum((T5.i, T5.p, T5.r, T5.nc, T5.o, T5.uh, T5.uo, T5.ne)) == 1450
    assert T5.share_eligible == pytest.approx(77 / 83)
    assert T5.share_eligible == pytest.approx(0.927711, abs=5e-7)
    expected = {
        "RR1": 0.472059,
        "RR2": 0.5,
        "RR3": 0.477259,
        "RR4": 0.505508,
        "RR5": 0.555844,
        "RR6": 0.588745,
        "COOP1": 0.759763,
        "COOP2": 0.804734,
        "COOP3": 0.8025,
        "COOP4": 0.85,
        "REF1": 0.088235,
        "REF2": 0.089207,
        "REF3": 0.103896,
        "CON1": 0.621324,
        "CON2": 0.628168,
        "CON3": 0.731602,
    }
    found = shares(T5)
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=5e-7)


def test_t6_the_hcahps_rate_of_the_campaign_is_its_rr1():
    statuses = {1: 642, 2: 40, 3: 20, 4: 10, 5: 20, 6: 38, 7: 120, 8: 490, 10: 70}
    found = hcahps_rate(statuses)
    assert (found.numerator, found.denominator) == (642, 1360)
    assert found.share == pytest.approx(shares(T5)["RR1"]) == pytest.approx(0.4720588, abs=5e-8)


def test_hcahps_without_eligible_persons_is_undefined():
    assert hcahps_rate({3: 4}).share is None
