"""Half a year before a measure stands against each half-year after it, its first three months left out."""

from datetime import date

import pytest

from app.models.questionnaires import Reserved
from app.models.remeasuring import counted, measured, months_on, next_on, stretch_to_ask, stretches
from app.services.questionnaires import named

MEASURE = date(2026, 1, 1)


def test_stretches_leave_out_the_months_in_which_both_were_seen():
    before, after = stretches(MEASURE, date(2026, 12, 1))
    assert (before.first_on, before.last_on) == (date(2025, 7, 1), date(2025, 12, 31))
    assert [(one.first_on, one.last_on, one.over) for one in after] == [
        (date(2026, 4, 1), date(2026, 9, 30), True),
        (date(2026, 10, 1), date(2027, 3, 31), False),
    ]
    assert next_on(MEASURE, date(2026, 12, 1)) == date(2027, 4, 1)
    assert next_on(MEASURE, date(2040, 1, 1)) is None
    assert len(stretches(MEASURE, date(2040, 1, 1))[1]) == 4


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_without_that_day_takes_its_last(day, months, later):
    assert months_on(day, months) == later


def test_people_are_well_where_the_rule_does_not_hold():
    whole = named("inquiry-satisfaction")
    rule = next(one for one in whole.triggers if one.id == "unit_manner")
    codes = [{"unit_satisfaction": code} for code in ("satisfied", "dissatisfied", Reserved.REFUSED)]
    assert counted(whole, rule, codes) == (2, 1)


def test_a_change_is_told_only_of_enough_people():
    before, (after, *_) = stretches(MEASURE, date(2026, 12, 1))
    found = measured(after, (300, 264), (300, 246))
    assert found.share == pytest.approx(0.88)
    assert found.change.gap.estimate == pytest.approx(0.06)
    assert (found.change.gap.low, found.change.gap.high) == (
        pytest.approx(0.002701, abs=1e-6),
        pytest.approx(0.117246, abs=1e-6),
    )
    few = measured(before, (24, 20), None)
    assert (few.share, few.change) == (None, None)
    assert measured(after, (300, 264), (24, 20)).change is None


def test_the_latest_half_year_that_has_begun_is_asked_about_else_the_first():
    first = stretch_to_ask(MEASURE, date(2026, 2, 1))
    assert (first.first_on, first.last_on, first.over) == (date(2026, 4, 1), date(2026, 9, 30), False)
    assert stretch_to_ask(MEASURE, date(2026, 12, 1)).first_on == date(2026, 10, 1)
