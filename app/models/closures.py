"""Closures: lists of days on which nobody works, as offices publish them, and what they add to a calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.models.calendars import DayChange, DifferentDay

#: Longest closure that an entry may be; a longer one is a mistake in the file.
LONGEST_CLOSURE = timedelta(days=366)


class ClosureRefusal(StrEnum):
    """Why an entry of a list closes nothing."""

    HAS_HOURS = "has_hours"
    REPEATS = "repeats"
    TOO_OFTEN = "too_often"
    OUT_OF_REACH = "out_of_reach"
    NO_DATE = "no_date"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which nobody works, from a list of closures; ``last_on`` is the last closed day."""

    first_on: date
    last_on: date
    note: str = ""

    def days(self) -> list[date]:
        """Return every closed day."""
        return [self.first_on + timedelta(days=number) for number in range((self.last_on - self.first_on).days + 1)]


@dataclass(frozen=True, slots=True)
class ClosureEntry:
    """One entry of a list: what it closes, or why it closes nothing. ``number`` counts the events of a file from 1.

    An event that repeats makes an entry for each time.
    """

    number: int
    title: str
    closure: Closure | None = None
    refused: ClosureRefusal | None = None


@dataclass(frozen=True, slots=True)
class ClosureLine:
    """What became of one entry: days that it closes now, and days that are set by hand already and stay as they are."""

    entry: ClosureEntry
    added: int = 0
    known: int = 0


def close_days(
    exceptions: Iterable[DifferentDay], entries: Iterable[ClosureEntry]
) -> tuple[tuple[DifferentDay, ...], list[ClosureLine]]:
    """Return the exceptions of a calendar with those days closed, by date, and a line for every entry.

    A day that has an exception of its own keeps it.
    """
    known = {one.falls_on: one for one in exceptions}
    lines: list[ClosureLine] = []
    for entry in entries:
        days = entry.closure.days() if entry.closure else []
        fresh = [day for day in days if day not in known]
        known.update((day, DifferentDay(day, DayChange.OFF, note=entry.title)) for day in fresh)
        lines.append(ClosureLine(entry, len(fresh), len(days) - len(fresh)))
    return tuple(known[day] for day in sorted(known)), lines
