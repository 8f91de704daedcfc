"""Until when somebody sees to a flag, and when several of them put a script in doubt."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

CRITICAL_DAYS = 1
OTHER_DAYS = 5
#: Open flags by so many different people make the review of a version due.
DOUBTERS = 3
_SATURDAY = 5


def flag_due_on(flagged_on: date, *, critical: bool) -> date:
    """Return the last working day (Monday to Friday) on which the flag is seen to in time.

    One day where a critical key point is concerned, else five.
    """
    day = flagged_on
    left = CRITICAL_DAYS if critical else OTHER_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


def doubted_at(flags: Iterable[tuple[bytes, datetime]]) -> datetime | None:
    """Return when the open flags of a version, each by a person at a time, became those of ``DOUBTERS`` people."""
    people: set[bytes] = set()
    for person, at in sorted(flags, key=_time):
        people.add(person)
        if len(people) == DOUBTERS:
            return at
    return None


def _time(flag: tuple[bytes, datetime]) -> datetime:
    return flag[1]
