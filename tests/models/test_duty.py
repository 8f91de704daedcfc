"""The newest fact that covers a day decides it, and the center's holidays are free for a usual week."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.models.duty import CalendarDay, DutyFact, DutyRule, check, duty_of, read_week, written_week
from app.models.errors import FieldInvalid, FieldMissing

MONDAY = date(2026, 3, 2)
EARLY = frozenset({1, 2, 3, 4, 5})


def holiday_on_tuesday(day: date) -> CalendarDay:
    usual = day.weekday() < 5
    works = usual and day != MONDAY + timedelta(days=1)
    return CalendarDay(works, works != usual)


def fact(rule: DutyRule, first: int = 0, last: int | None = None, *, at: int = 0, week: str = "") -> DutyFact:
    ends = MONDAY + timedelta(days=last) if last is not None else None
    said = datetime(2026, 3, 1, at, tzinfo=UTC)
    return DutyFact(rule, MONDAY + timedelta(days=first), ends, read_week(week), said, bytes([at]))


def worked(*facts: DutyFact) -> str:
    """Two weeks from Monday on: the days worked, by their numbers."""
    duty = duty_of(facts, holiday_on_tuesday)
    return " ".join(str(one) for one in range(14) if duty.works(MONDAY + timedelta(days=one)))


def test_of_whom_nothing_was_said_works_by_the_calendar_of_the_center() -> None:
    assert worked() == "0 2 3 4 7 8 9 10 11"


def test_a_usual_week_gives_way_to_a_holiday_and_holds_until_another_is_said() -> None:
    weekend = fact(DutyRule.WEEK, week="267")
    assert worked(weekend) == "5 6 8 12 13"
    assert worked(weekend, fact(DutyRule.WEEK, 7, at=1, week="1")) == "5 6 7"
    assert worked(weekend, fact(DutyRule.CALENDAR, 7, at=1)) == "5 6 7 8 9 10 11"


def test_single_days_stand_before_the_week_and_the_last_word_counts() -> None:
    week, leave = fact(DutyRule.WEEK, week="12345"), fact(DutyRule.OFF, 2, 9, at=1)
    assert worked(leave, week) == "0 10 11"
    assert worked(week, fact(DutyRule.ON, 1, 1, at=1)) == "0 1 2 3 4 7 8 9 10 11"
    assert worked(fact(DutyRule.USUAL, 3, 9, at=2), leave, week) == "0 3 4 7 8 9 10 11"


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (fact(DutyRule.WEEK), FieldInvalid),
        (fact(DutyRule.WEEK, week="8"), FieldInvalid),
        (fact(DutyRule.OFF), FieldMissing),
        (fact(DutyRule.OFF, 3, 2), FieldInvalid),
        (fact(DutyRule.ON, 0, 366), FieldInvalid),
    ],
)
def test_what_cannot_be_is_refused(wrong: DutyFact, error: type[Exception]) -> None:
    with pytest.raises(error):
        check(wrong)


def test_a_week_is_written_with_monday_first() -> None:
    assert written_week(read_week("531")) == "135"
    check(fact(DutyRule.OFF, 0, 365))
