"""A total needs every part that counts; weights make a hundred together."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.appraisals import SHIPPED, AppraisalPart, Formula, Measured, checked, practiced, total
from app.models.errors import FieldInvalid, FieldMissing

EXAMS, QUALITY, PRACTICE, CONTEST = AppraisalPart
PARTS = (Measured(EXAMS, 0.9, 3), Measured(QUALITY, 0.8, 6), Measured(PRACTICE, 1.0, 60))
DAY = date(2026, 4, 1)
OTHER = Formula({EXAMS: 50, QUALITY: 50, PRACTICE: 0}, 40, DAY, " new rules ")


def test_the_total_is_the_weighted_sum_and_needs_every_part() -> None:
    assert total(PARTS) == pytest.approx(0.4 * 0.9 + 0.4 * 0.8 + 0.2 * 1.0)
    assert total((*PARTS[:2], Measured(PRACTICE, None, 0))) is None
    assert total(PARTS[:2]) is None


def test_a_part_that_counts_nothing_need_not_be_measured() -> None:
    assert total((*PARTS[:2], Measured(PRACTICE, None, 0)), OTHER) == pytest.approx(0.85)
    assert (practiced(20, OTHER), practiced(60), practiced(26)) == (0.5, 1.0, 0.5)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"weights": {EXAMS: 50, QUALITY: 40, PRACTICE: 20}}, "exams"),
        ({"weights": {EXAMS: 120, QUALITY: -40, PRACTICE: 20}}, "exams"),
        ({"practice_days": 0}, "days"),
        ({"practice_days": 93}, "days"),
    ],
)
def test_weights_that_do_not_make_a_hundred_and_days_beyond_a_quarter_are_refused(
    wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(FieldInvalid) as refused:
        checked(replace(OTHER, **wrong))  # type: ignore[arg-type]
    assert refused.value.facts["field"] == field


def test_a_formula_has_a_day_and_a_reason() -> None:
    assert checked(OTHER).reason == "new rules"
    with pytest.raises(FieldMissing):
        checked(replace(OTHER, reason=" "))
    with pytest.raises(FieldMissing):
        checked(SHIPPED)
