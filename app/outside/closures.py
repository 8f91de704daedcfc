"""A list of closures from an iCalendar file (.ics), as calendars of offices and schools are published."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.models.calendars import Closure
from app.models.errors import WorldFailed
from app.outside.files import read_error

LARGEST = 4 * 1024 * 1024


class ClosuresUnreadable(WorldFailed):
    """A file is no iCalendar. Facts: ``path``, ``reason``."""


def read_closures(path: Path) -> list[Closure]:
    """Return the events of a file as closures, in order. Raises ``ClosuresUnreadable`` and what the file raises.

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
    found = [closure for event in calendar.walk("VEVENT") if (closure := _closure(event)) is not None]
    return sorted(found, key=_first)


def _closure(event: Any) -> Closure | None:
    first = _day(event, "DTSTART")
    if first is None:
        return None
    after = _day(event, "DTEND")
    last = max(first, after - timedelta(days=1)) if after is not None else first
    return Closure(first, last, str(event.get("SUMMARY", ""))[:120])


def _day(event: Any, name: str) -> date | None:
    value: object = getattr(event.get(name), "dt", None)
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _first(one: Closure) -> date:
    return one.first_on
