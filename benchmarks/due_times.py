"""Due times on a working calendar: how many a second against the same question to python-dateutil, and how right.

The yardstick lists the openings of each business day with ``rrule`` once and counts on from there. With
``ONEWINDOW_BENCH_DATA`` a city's own due times of 2015 are compared as well.
"""

import csv
import os
import time
from bisect import bisect_right
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil import rrule

from app.models.calendars import Calendar, DayChange, DifferentDay, HolidayRule
from app.models.durations import Duration, DurationKind, parse
from app.models.working_time import WorkingTime
from app.outside.public_holidays import public_holidays
from benchmarks.measuring import Figure, alternated, median_of_medians

_FILE = Path("boston311/due_times_2015_h1.csv")
_ZONE = ZoneInfo("America/New_York")
_DAY = ((8 * 60 + 30, 17 * 60),)
_MANY = 20_000
#: A due time is right within this much of the city's.
_NEAR = timedelta(minutes=2)
_PER_S = 100_000


def city() -> WorkingTime:
    """Return the calendar of Boston's city offices in 2015; 3 July, though observed in the state, was worked."""
    worked = DifferentDay(date(2015, 7, 3), DayChange.WORK)
    week = (_DAY,) * 5 + ((), ())
    return Calendar("city", str(_ZONE), week, HolidayRule("US", "MA"), (worked,)).working_time(public_holidays)


class _Yardstick:
    """The same business days by rrule: a list of openings, and a search in it."""

    def __init__(self) -> None:
        holidays = {day for year in (2015, 2016) for day in public_holidays(HolidayRule("US", "MA"), year).off}
        rule = rrule.rrule(
            rrule.DAILY, dtstart=datetime.fromisoformat("2015-01-01 08:30"), until=datetime.fromisoformat("2016-12-31"),
            byweekday=(rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR),
        )  # fmt: skip
        self._days = [day for day in rule if day.date() not in holidays]

    def due(self, start: datetime, days: int) -> datetime:
        """Return the due time, on the local clock."""
        place = bisect_right(self._days, start) - 1
        if place < 0 or start >= self._days[place] + timedelta(hours=8.5):
            place, start = place + 1, self._days[place + 1]
        return datetime.combine(self._days[place + days].date(), start.time())


def figures(times: int) -> list[Figure]:
    """Measure both in turn."""
    calendar, yardstick = city(), _Yardstick()
    first = datetime.fromisoformat("2015-01-02 09:00")
    naive = [first + timedelta(minutes=7 * number) for number in range(_MANY)]
    aware = [start.replace(tzinfo=_ZONE) for start in naive]
    two_days, hours = Duration(DurationKind.BUSINESS_DAYS, 2), parse("8bh")

    def ours() -> None:
        for start in aware:
            calendar.due(start, two_days)

    def theirs() -> None:
        for start in naive:
            yardstick.due(start, 2)

    def working() -> None:
        for start in aware:
            calendar.due(start, hours)

    own, other, by_hours = (median_of_medians(one) for one in alternated([ours, theirs, working], times))
    per_s, reference, hours_per_s = (_MANY / (took / 1000) for took in (own, other, by_hours))
    return [
        Figure("due times a second, business days", per_s, "/s", limit=_PER_S, at_least=True,
               note=f"dateutil rrule and bisection: {reference:,.0f}/s; working hours: {hours_per_s:,.0f}/s"),
        *_compared(calendar),
    ]  # fmt: skip


def _compared(calendar: WorkingTime) -> list[Figure]:
    """Compare with the city's own due times where they are at hand."""
    folder = os.environ.get("ONEWINDOW_BENCH_DATA")
    if not folder or not (Path(folder) / _FILE).exists():
        return []
    start = time.perf_counter()
    with (Path(folder) / _FILE).open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    right = sum(_is_near(calendar, row) for row in rows)
    took = time.perf_counter() - start
    note = f"{len(rows):,} requests in {took:.2f} s"
    return [
        Figure("a city's due times met within 2 minutes", right / len(rows), "", limit=0.96, at_least=True, note=note)
    ]


def _is_near(calendar: WorkingTime, row: dict[str, str]) -> bool:
    opened, wanted = (datetime.fromisoformat(row[name]).replace(tzinfo=_ZONE) for name in ("OPEN_DT", "TARGET_DT"))
    found = calendar.due(opened, Duration(DurationKind.BUSINESS_DAYS, int(row["n_bd"])))
    return abs(found - wanted) <= _NEAR
