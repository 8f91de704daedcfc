"""Until when somebody sees to a flag: a working day where a critical key point is concerned, else five."""

from datetime import date, timedelta

CRITICAL_DAYS = 1
OTHER_DAYS = 5
_SATURDAY = 5


def flag_due_on(flagged_on: date, *, critical: bool) -> date:
    """Return the last working day (Monday to Friday) on which the flag is seen to in time."""
    day = flagged_on
    left = CRITICAL_DAYS if critical else OTHER_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day
