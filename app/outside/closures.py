"""A list of closures from an iCalendar file (.ics), as calendars of offices and schools are published."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.models.closures import LONGEST_CLOSURE, Closure, ClosureEntry, ClosureRefusal
from app.models.errors import WorldFailed
from app.outside.files import read_error

LARGEST = 4 * 1024 * 1024


class ClosuresUnreadable(WorldFailed):
    """A file is no iCalendar. Facts: ``path``, ``reason``."""


def read_closures(path: Path) -> list[ClosureEntry]:
    """Return every event of a file in its order. Raises ``ClosuresUnreadable`` and what the file raises.

    An event that lasts a whole day closes every day of it; one with hours closes nothing, because somebody works
    then. The end of an event is its first day that is not closed any more (RFC 5545, 3.6.1).
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
    return [_entry(number, event) for number, event in enumerate(events, start=1)]


def _entry(number: int, event: Any) -> ClosureEntry:
    title = str(event.get("SUMMARY", ""))[:120]
    start: object = getattr(event.get("DTSTART"), "dt", None)
    if not isinstance(start, date):
        return ClosureEntry(number, title, refused=ClosureRefusal.NO_DATE)
    if isinstance(start, datetime):
        return ClosureEntry(number, title, refused=ClosureRefusal.HAS_HOURS)
    if event.get("RRULE") is not None:
        return ClosureEntry(number, title, refused=ClosureRefusal.REPEATS)
    last = _last(event, start)
    if last - start >= LONGEST_CLOSURE:
        return ClosureEntry(number, title, refused=ClosureRefusal.TOO_LONG)
    return ClosureEntry(number, title, Closure(start, last, title))


def _last(event: Any, first: date) -> date:
    """Return the last closed day; the end is given as a day or as a length, and without either the event is one day."""
    end: object = getattr(event.get("DTEND"), "dt", None)
    if isinstance(end, date) and not isinstance(end, datetime):
        return max(first, end - timedelta(days=1))
    length: object = getattr(event.get("DURATION"), "dt", None)
    return first + timedelta(days=max(length.days - 1, 0)) if isinstance(length, timedelta) else first
