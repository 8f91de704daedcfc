"""Working time as arithmetic: due times, elapsed working time, and back again, in one time zone.

A day is open in intervals; an interval becomes an *opening*, a stretch of absolute time. Openings stand in sorted
lists with the working time before each, so that every question is a search by halves. Times are microseconds since
1970 inside and aware ``datetime`` outside; nothing is rounded. A change of daylight saving changes the length of an
opening that spans it, never the arithmetic.

One arithmetic serves every thread of the program, and reads further years when a question reaches them. So a question
waits until the one before it is answered, or it would count on years that are only half read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import wraps
from threading import RLock
from typing import Concatenate, ParamSpec, TypeVar

from app.models.durations import Duration, DurationKind
from app.models.errors import CannotNow

#: An interval of a day in minutes after midnight, from 0 to 1,440; its end is not part of it.
Interval = tuple[int, int]
#: Returns the intervals of a day, in order, without overlaps.
DayPlan = Callable[[date], tuple[Interval, ...]]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_US = timedelta(microseconds=1)
_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_YEAR = 366 * _DAY
#: How far beyond a start a calendar is read before it counts as closed for good.
_REACH_YEARS = 12
_FIRST_YEAR, _LAST_YEAR = 1971, 9990


class DueOutOfReach(CannotNow):
    """A calendar has no working time for years after this start. Facts: ``start``."""


_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


def _alone(
    asked: "Callable[Concatenate[WorkingTime, _Given], _Answer]",
) -> "Callable[Concatenate[WorkingTime, _Given], _Answer]":
    """Let one thread at a time ask."""

    @wraps(asked)
    def waits(self: "WorkingTime", *args: _Given.args, **values: _Given.kwargs) -> _Answer:
        with self.lock:
            return asked(self, *args, **values)

    return waits


class WorkingTime:
    """The openings of a calendar. ``plan`` says when a day is open; it is asked once for each day that is reached."""

    def __init__(self, zone: tzinfo, plan: DayPlan) -> None:
        self._zone, self._plan = zone, plan
        self.lock = RLock()
        self._years: tuple[int, int] | None = None
        self._sure = (0, 0)  # between these times there are openings enough before and after
        self._clear()

    @_alone
    def due(self, start: datetime, duration: Duration) -> datetime:
        """Return when a duration that begins at ``start`` is over, in UTC. Raises ``DueOutOfReach``.

        A start outside the openings counts from the next opening. A business day ends at the same clock time so many
        business days later; where that day is shut at this time, at its next opening, or at its close after the last.
        """
        kind = duration.kind
        if kind is DurationKind.BUSINESS_DAYS:
            return _moment(self._business_days(self._reached(start), duration.amount))
        if kind is DurationKind.WORKING:
            return _moment(self._add(self._reached(start), duration.amount * _SECOND))
        if kind is DurationKind.SAME_DAY:
            return _moment(self._close_of_day(self._reached(start)))
        if kind is DurationKind.CLOCK:
            return start.astimezone(UTC) + timedelta(seconds=duration.amount)
        local = start.astimezone(self._zone).replace(tzinfo=None) + timedelta(days=duration.amount)
        return local.replace(tzinfo=self._zone).astimezone(UTC)

    @_alone
    def begun_for(self, due: datetime, working: timedelta) -> datetime:
        """Return the latest start from which this working time ends at ``due``: ``due`` in the other direction."""
        at = self._reached(due, before=True)
        wanted = self._worked(at) - working // _US
        place = bisect_right(self._done, wanted) - 1
        if place < 0:
            raise DueOutOfReach(start=due.isoformat())
        return _moment(min(self._starts[place] + wanted - self._done[place], self._ends[place]))

    @_alone
    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time between two times; less than nothing where ``end`` is before ``start``."""
        self._reach(min(start, end), max(start, end))
        return (self._worked(_number(end)) - self._worked(_number(start))) * _US

    @_alone
    def business_days(self, start: datetime, end: datetime) -> int:
        """Return how many whole business days lie between: the most that are due until ``end``, at least 0."""
        at, until = self._reached(start), _number(end)
        self._reach(start, max(start, end))
        place = bisect_right(self._starts, until) - 1
        count = self._days[place] - self._days[self._opening(at)] if place >= 0 else 0
        while count > 0 and self._business_days(at, count) > until:
            count -= 1
        return max(count, 0)

    @_alone
    def is_open(self, at: datetime) -> bool:
        """Say whether this is working time."""
        self._reach(at, at)
        place = bisect_right(self._starts, _number(at)) - 1
        return place >= 0 and _number(at) < self._ends[place]

    @_alone
    def next_opening(self, at: datetime) -> datetime:
        """Return this time where it is working time, else when working time begins next. Raises ``DueOutOfReach``."""
        number = self._reached(at)
        return _moment(max(number, self._starts[self._opening(number)]))

    @_alone
    def paused(self, due: datetime, pauses: Iterable[tuple[datetime, datetime]], *, clock: bool = False) -> datetime:
        """Return a due time moved by the working time of the pauses (all of their time with ``clock``)."""
        if clock:
            return due.astimezone(UTC) + sum((end - start for start, end in pauses), timedelta())
        moved = sum((self.elapsed(start, end) for start, end in pauses), timedelta())
        return due.astimezone(UTC) if not moved else _moment(self._add(self._reached(due), moved // _US))

    def _clear(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._done: list[int] = []  # working time before each opening
        self._offsets: list[int] = []  # local clock minus absolute time, at each opening
        self._days: list[int] = []  # number of the business day of each opening
        self._firsts: list[int] = []  # first opening of each business day
        self._bent: set[int] = set()  # openings in which the clock is changed

    def _reached(self, at: datetime, *, before: bool = False) -> int:
        """Return the time as a number, once there are known openings after it (before it with ``before``)."""
        number = _number(at)
        if not self._sure[0] < number < self._sure[1]:
            self._look_around(at, number, before=before)
        return number

    def _look_around(self, at: datetime, number: int, *, before: bool) -> None:
        if not _FIRST_YEAR < at.year < _LAST_YEAR:
            raise DueOutOfReach(start=at.isoformat())
        self._reach(at, at)
        for _ in range(_REACH_YEARS):
            if self._starts and (self._starts[0] < number if before else number < self._ends[-1]):
                return
            low, high = self._years or (at.year, at.year)
            self._read(low - 1 if before else low, high if before else high + 1)
        raise DueOutOfReach(start=at.isoformat())

    def _reach(self, first: datetime, last: datetime) -> None:
        """Know all openings from two years before the first to two years after the last."""
        low, high = first.year - 2, last.year + 2
        if self._years is None or low < self._years[0] or high > self._years[1]:
            known = self._years or (low, high)
            self._read(min(low, known[0]), max(high, known[1]))

    def _read(self, low: int, high: int) -> None:
        """Read the openings of these years again."""
        low, high = max(low, _FIRST_YEAR), min(high, _LAST_YEAR)
        self._years = low, high
        self._clear()
        day, last = date(low, 1, 1), date(high, 12, 31)
        while day <= last:
            spans = [(self._at(day, opens), self._at(day, closes)) for opens, closes in self._plan(day)]
            self._open_day(
                [(start, end) for start, end in spans if start < end]
            )  # else the hour that a change leaves out
            day += timedelta(days=1)
        if self._starts:
            self._sure = self._starts[0] + _YEAR, self._ends[-1] - _YEAR

    def _open_day(self, spans: list[tuple[int, int]]) -> None:
        """Add the openings of one day; a day without any is no business day."""
        if spans:
            self._firsts.append(len(self._starts))
        for start, end in spans:
            done = self._done[-1] + self._ends[-1] - self._starts[-1] if self._done else 0
            offset = self._offset(start)
            if offset != self._offset(end - 1):
                self._bent.add(len(self._starts))
            self._starts.append(start)
            self._ends.append(end)
            self._done.append(done)
            self._offsets.append(offset)
            self._days.append(len(self._firsts) - 1)

    def _offset(self, at: int) -> int:
        """Return how far the local clock is ahead of UTC."""
        return (_moment(at).astimezone(self._zone).utcoffset() or timedelta()) // _US

    def _at(self, day: date, minutes: int) -> int:
        moment = datetime.combine(day, time(), self._zone) + timedelta(minutes=minutes)
        return _number(moment)

    def _opening(self, at: int) -> int:
        """Return the opening that this time is in, or the next one."""
        place = bisect_right(self._starts, at) - 1
        return place if place >= 0 and at < self._ends[place] else place + 1

    def _worked(self, at: int) -> int:
        """Return the working time from the first known opening to a time."""
        place = bisect_right(self._starts, at) - 1
        if place < 0:
            return 0
        return self._done[place] + min(at, self._ends[place]) - self._starts[place]

    def _add(self, at: int, working: int) -> int:
        """Return when so much working time is over; the close of one opening comes before the start of the next."""
        if working <= 0:
            return max(at, self._starts[self._opening(at)])
        wanted = self._worked(at) + working
        while self._done[-1] + self._ends[-1] - self._starts[-1] < wanted:
            low, high = self._years or (0, 0)
            before = self._done[-1]
            if high >= _LAST_YEAR:
                raise DueOutOfReach(start=_moment(at).isoformat())
            self._read(low, high + max(1, high - low))
            if self._done[-1] == before:
                raise DueOutOfReach(start=_moment(at).isoformat())
        place = bisect_left(self._done, wanted) - 1
        return self._starts[place] + wanted - self._done[place]

    def _business_days(self, at: int, days: int) -> int:
        place = self._opening(at)
        begun = max(at, self._starts[place])
        clock = (begun + (self._offset(begun) if place in self._bent else self._offsets[place])) % _DAY
        wanted = self._days[place] + days
        while wanted >= len(self._firsts):
            self._further(at)
        return self._at_clock(wanted, clock)

    def _further(self, at: int) -> None:
        """Read more years; a calendar that has no more business days is closed for good."""
        low, high = self._years or (0, 0)
        known = len(self._firsts)
        self._read(low, high + max(2, high - low))
        if len(self._firsts) == known:
            raise DueOutOfReach(start=_moment(at).isoformat())

    def _at_clock(self, day: int, clock: int) -> int:
        """Return this clock time of a business day, its next opening where it is shut then, or its close."""
        place = self._firsts[day]
        while place < len(self._days) and self._days[place] == day:
            local = (self._starts[place] + self._offsets[place]) // _DAY * _DAY + clock
            at = self._absolute(local) if place in self._bent else local - self._offsets[place]
            if at <= self._ends[place]:
                return max(at, self._starts[place])
            place += 1
        return self._ends[place - 1]

    def _absolute(self, local: int) -> int:
        """Return the absolute time of a local clock time given as if it were UTC."""
        return _number(_moment(local).replace(tzinfo=self._zone))

    def _close_of_day(self, at: int) -> int:
        place = self._opening(at)
        day = self._days[place]
        while place + 1 < len(self._days) and self._days[place + 1] == day:
            place += 1
        return self._ends[place]


def _number(at: datetime) -> int:
    since = at - _EPOCH
    return (since.days * 86_400 + since.seconds) * _SECOND + since.microseconds


def _moment(number: int) -> datetime:
    return _EPOCH + number * _US
