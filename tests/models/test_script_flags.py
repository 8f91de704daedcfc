"""A flag is due after working days, whatever day it was made on."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.script_flags import doubted_at, flag_due_on

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "critical", "due"),
    [(0, True, 1), (0, False, 7), (4, True, 7), (5, True, 7), (6, True, 7), (4, False, 11), (6, False, 11)],
)
def test_a_weekend_is_not_counted(day: int, due: int, *, critical: bool) -> None:
    assert flag_due_on(MONDAY + timedelta(days=day), critical=critical) == MONDAY + timedelta(days=due)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.booleans())
def test_a_flag_is_due_on_a_working_day_after_it_was_made(day: date, critical: bool) -> None:
    due = flag_due_on(day, critical=critical)
    assert due > day
    assert due.weekday() < 5


def at(hour: int) -> datetime:
    return datetime(2026, 3, 2, hour, tzinfo=UTC)


def test_three_people_put_a_version_in_doubt_and_one_person_thrice_does_not() -> None:
    flags = [(b"a", at(1)), (b"a", at(2)), (b"b", at(3)), (b"b", at(4))]
    assert doubted_at(flags) is None
    assert doubted_at([*flags, (b"d", at(9)), (b"c", at(6))]) == at(6)
