"""A list of closures from an iCalendar file (.ics), as calendars of offices and schools are published."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

from app.models.closures import LONGEST_CLOSURE, Closure, ClosureEntry, ClosureRefusal
from app.models.errors import WorldFailed
from app.outside.files import read_error

LARGEST = 4 * 1024 * 1024
#: An event that repeats closes days from so long before today until so long after.
BEHIND, AHEAD = timedelta(days=366), timedelta(days=5 * 366)
#: More often than this an event does not repeat: it would be a weekday, which the week of a calendar says.
MOST_TIMES = 400
_REPEATS = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)\b")
#: The hour of an end; days are compared here.
_HOUR = re.compile(r"(?<=\d{8})T\d{6}Z?")


class ClosuresUnreadable(WorldFailed):
    """A file is no iCalendar. Facts: ``path``, ``reason``."""


def read_closures(path: Path, today: date) -> list[ClosureEntry]:
    """Return every event of a file in its order. Raises ``ClosuresUnreadable`` and what the file raises.

    An event that lasts a whole day closes every day of it; one with hours closes nothing, because somebody works
    then. The end of an event is its first day that is not closed any more (RFC 5545, 3.6.1). One that repeats by a rule
    is given once for each time from ``BEHIND`` to ``AHEAD`` of today, without its exceptions (3.8.5).
    """
    import icalendar

    try:
        content = path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
    if len(content) > LARGEST:
        raise ClosuresUnreadable(path=str(path), reason=f"> {LARGEST // 1024 // 1024} MB")
    try:
        calendar: Any = icalendar.Calendar.from_ical(content)
    except (ValueError, KeyError, IndexError) as error:
        raise ClosuresUnreadable(path=str(path), reason=str(error)[:120]) from None
    events = calendar.walk("VEVENT")
    if not events:
        raise ClosuresUnreadable(path=str(path), reason="no VEVENT")
    moved = _moved(events)
    return [one for number, event in enumerate(events, start=1) for one in _entries(number, event, moved, today)]


def _moved(events: list[Any]) -> dict[str, set[date]]:
    """Return the days of events that repeat for which the list has an event of its own instead."""
    found: dict[str, set[date]] = {}
    for event in events:
        instead = _day(_told(event, "RECURRENCE-ID"))
        if instead is not None:
            found.setdefault(str(event.get("UID", "")), set()).add(instead)
    return found


def _entries(number: int, event: Any, moved: Mapping[str, set[date]], today: date) -> Iterator[ClosureEntry]:
    title = str(event.get("SUMMARY", ""))[:120]
    start = _told(event, "DTSTART")
    if not isinstance(start, date):
        yield ClosureEntry(number, title, refused=ClosureRefusal.NO_DATE)
        return
    if isinstance(start, datetime):
        yield ClosureEntry(number, title, refused=ClosureRefusal.HAS_HOURS)
        return
    lasts = _last(event, start) - start
    refused, starts = (ClosureRefusal.TOO_LONG, []) if lasts >= LONGEST_CLOSURE else _times(event, start, today)
    if refused is not None:
        yield ClosureEntry(number, title, refused=refused)
    is_instead = event.get("RECURRENCE-ID") is not None
    leave_out = set[date]() if is_instead else moved.get(str(event.get("UID", "")), set())
    for first in starts:
        if first not in leave_out:
            yield ClosureEntry(number, title, Closure(first, first + lasts, title))


def _times(event: Any, start: date, today: date) -> tuple[ClosureRefusal | None, list[date]]:
    """Return the days on which an event begins, or why it closes nothing."""
    if "RRULE" not in event and "RDATE" not in event:
        broken = any(name == "RRULE" for name, _ in getattr(event, "errors", ()))
        return (ClosureRefusal.REPEATS, []) if broken else (None, [start])
    try:
        found = _occurrences(event, start, today)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return ClosureRefusal.REPEATS, []
    if not found:
        return ClosureRefusal.OUT_OF_REACH, []
    return (ClosureRefusal.TOO_OFTEN, []) if len(found) > MOST_TIMES else (None, found)


def _occurrences(event: Any, start: date, today: date) -> list[date]:
    """Return the days on which an event that repeats begins, from a year ago on. Raises ValueError for another rule."""
    from dateutil.rrule import rrulestr

    low, high = (datetime.combine(day, time()) for day in (today - BEHIND, today + AHEAD))
    days = {day for day in (start, *_listed(event.get("RDATE"))) if low.date() <= day <= high.date()}
    if "RRULE" in event:
        text = _HOUR.sub("", event["RRULE"].to_ical().decode())
        if not _REPEATS.search(text):
            raise ValueError(text)
        rule: Any = rrulestr(text, dtstart=datetime.combine(start, time()))
        if "COUNT" not in text and "UNTIL" not in text:
            rule = rule.replace(until=high)
        days |= {one.date() for one in rule.between(low, high, inc=True)}
    return sorted(days - set(_listed(event.get("EXDATE"))))


def _told(event: Any, name: str) -> object:
    """Return the day, time or length that stands under a name; None where there is none or it cannot be read."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:  # a 13th month: the library keeps the text and refuses only when it is read
        return None


def _listed(found: Any) -> Iterator[date]:
    """Yield the days of one or several lists of dates."""
    several = cast("list[Any]", found) if isinstance(found, list) else [found]
    for one in several:
        for each in getattr(one, "dts", ()):
            if (day := _day(each.dt)) is not None:
                yield day


def _day(found: object) -> date | None:
    if isinstance(found, datetime):
        return found.date()
    return found if isinstance(found, date) else None


def _last(event: Any, first: date) -> date:
    """Return the last closed day; the end is given as a day or as a length, and without either the event is one day."""
    end = _told(event, "DTEND")
    if isinstance(end, date) and not isinstance(end, datetime):
        return max(first, end - timedelta(days=1))
    length = _told(event, "DURATION")
    return first + timedelta(days=max(length.days - 1, 0)) if isinstance(length, timedelta) else first
