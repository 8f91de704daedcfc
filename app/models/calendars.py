"""Working calendars: when somebody works, as data. What follows from it (due times, elapsed time) is ``working_time``.

A calendar has a time zone, intervals for each day of the week, public holidays of a country with their make-up working
days, and exceptions by date, which win over both. It is reference data: every save makes a version that never changes.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.models.errors import FieldInvalid, FieldMissing, FieldWrong
from app.models.reference_versions import versioned
from app.models.shapes import DefinitionBroken, Shape, read_json
from app.models.working_time import Interval, WorkingTime

#: Days of the week as a file writes them, Monday first.
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MIDNIGHT = 24 * 60
Hours = tuple[Interval, ...]

CALENDAR = versioned("calendar")


class CalendarBroken(DefinitionBroken):
    """A calendar file cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


class IntervalsOverlap(FieldWrong):
    """Two intervals of one day overlap, or one ends before it begins. Facts: ``field``, ``value``."""


class CalendarNeverOpen(FieldWrong):
    """No day of the calendar has any working time. Facts: ``field``."""


class DueBeyondSchedule(FieldWrong):
    """A due time lies beyond the first year whose holidays are not published. Facts: ``field``, ``value``, ``year``.

    ``year`` is the last one in which a due time may lie.
    """


class CalendarNameTaken(FieldWrong):
    """A new calendar has the name of another one. Facts: ``field``, ``value``."""


class DayChange(StrEnum):
    """What is different on a date: closed, a usual working day, or open at other hours."""

    OFF = "off"
    WORK = "work"
    HOURS = "hours"


class DayKind(StrEnum):
    """Why a day of a calendar is as it is."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class DifferentDay:
    """One date that is not like its weekday. ``hours`` only with ``DayChange.HOURS``; ``note`` says why."""

    falls_on: date
    kind: DayChange
    hours: Hours = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """Whose public holidays are closed: ISO 3166 country, and its state or province where that matters."""

    country: str
    subdivision: str | None = None


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """Public holidays of one year with their names, and the weekend days worked instead.

    ``estimated``: the official schedule is not published yet, so moved and make-up days are missing.
    """

    off: Mapping[date, str]
    work: frozenset[date] = frozenset()
    estimated: bool = False


#: Returns the holidays of a rule in a year.
Holidays = Callable[[HolidayRule, int], HolidayYear]


@dataclass(frozen=True)
class Calendar:
    """One version of a working calendar. ``week`` has the hours of each day, Monday first."""

    name: str
    time_zone: str
    week: tuple[Hours, ...] = ((),) * 7
    holidays: HolidayRule | None = None
    exceptions: tuple[DifferentDay, ...] = ()
    by_date: Mapping[date, DifferentDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_date", {one.falls_on: one for one in self.exceptions})

    @property
    def usual(self) -> Hours:
        """Return the hours of a make-up working day: those of the first day of the week that has any."""
        return next((hours for hours in self.week if hours), ())

    @property
    def is_always_open(self) -> bool:
        """Say whether every hour of every day is working time."""
        return all(hours == ((0, _MIDNIGHT),) for hours in self.week) and not (self.holidays or self.exceptions)

    def hours_on(self, day: date, year: HolidayYear | None) -> Hours:
        """Return when a day is open; ``year`` is its public holidays where the calendar keeps any."""
        different = self.by_date.get(day)
        if different is not None:
            return self._different(different)
        own = self.week[day.weekday()]
        if year is not None and day in year.work:
            return own or self.usual
        return () if year is not None and day in year.off else own

    def _different(self, one: DifferentDay) -> Hours:
        if one.kind is DayChange.WORK:
            return self.week[one.falls_on.weekday()] or self.usual
        return one.hours if one.kind is DayChange.HOURS else ()

    def working_time(self, holidays: Holidays) -> WorkingTime:
        """Return the arithmetic of this calendar; holidays are asked once for each year that is reached."""
        known: dict[int, HolidayYear | None] = {}

        def plan(day: date) -> Hours:
            if day.year not in known:
                known[day.year] = holidays(self.holidays, day.year) if self.holidays else None
            return self.hours_on(day, known[day.year])

        return WorkingTime(ZoneInfo(self.time_zone), plan)


def check(calendar: Calendar, *, zones: frozenset[str]) -> None:
    """Raise what is wrong with a calendar by its field: ``name``, ``time_zone``, ``week.mon``, ``exceptions``."""
    if not calendar.name.strip():
        raise FieldMissing(field="name")
    if calendar.time_zone not in zones:
        raise FieldInvalid(field="time_zone", value=calendar.time_zone)
    for name, hours in zip(WEEK, calendar.week, strict=True):
        check_hours(hours, field=f"week.{name}")
    for one in calendar.exceptions:
        check_hours(one.hours, field="exceptions")
        if (one.kind is DayChange.HOURS) != bool(one.hours):
            raise FieldInvalid(field="exceptions", value=one.falls_on.isoformat())
    if len(calendar.by_date) != len(calendar.exceptions):
        raise FieldInvalid(field="exceptions", value=_twice(calendar.exceptions))
    if not calendar.usual:
        raise CalendarNeverOpen(field="week")


def check_hours(hours: Hours, *, field: str) -> None:
    """Raise ``IntervalsOverlap`` unless the intervals of a day come one after the other, each longer than nothing."""
    last = 0
    for opens, closes in hours:
        if not last <= opens < closes <= _MIDNIGHT:
            raise IntervalsOverlap(field=field, value=written_hours(hours))
        last = closes


def _twice(exceptions: tuple[DifferentDay, ...]) -> str:
    dates = [one.falls_on for one in exceptions]
    return next(day.isoformat() for day in dates if dates.count(day) > 1)


def written(minutes: int) -> str:
    """Return a time of day such as ``08:30``; the end of a day is ``24:00``."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def written_hours(hours: Hours) -> str:
    """Return the hours of a day on one line: ``08:30-12:00 13:00-17:00``."""
    return " ".join(f"{written(opens)}-{written(closes)}" for opens, closes in hours)


def to_json(calendar: Calendar) -> str:
    """Return the calendar as its file; ``from_json`` reads it back unchanged."""
    rule = calendar.holidays
    table = {
        "name": calendar.name,
        "time_zone": calendar.time_zone,
        "week": {name: _pairs(hours) for name, hours in zip(WEEK, calendar.week, strict=True) if hours},
        "holidays": {"country": rule.country, "subdivision": rule.subdivision} if rule else None,
        "exceptions": [_exception(one) for one in calendar.exceptions],
    }
    return json.dumps(table, ensure_ascii=False, indent=2)


def _pairs(hours: Hours) -> list[list[str]]:
    return [[written(opens), written(closes)] for opens, closes in hours]


def _exception(one: DifferentDay) -> dict[str, object]:
    hours = {"hours": _pairs(one.hours)} if one.hours else {}
    note = {"note": one.note} if one.note else {}
    return {"date": one.falls_on.isoformat(), "kind": one.kind.value, **hours, **note}


def from_json(text: str, *, file: str) -> Calendar:
    """Return the calendar of a file. Raises ``CalendarBroken`` with the place of what is wrong."""
    whole = read_json(text, file=file, error=CalendarBroken)
    parts = whole.keys("name", "time_zone", "week", "holidays", "exceptions")
    exceptions = parts["exceptions"].each(_read_exception) if "exceptions" in parts else ()
    return Calendar(
        whole.required(parts, "name").text().strip(),
        whole.required(parts, "time_zone").text(),
        _read_week(whole.required(parts, "week")),
        _read_rule(parts["holidays"]) if "holidays" in parts and parts["holidays"].value is not None else None,
        exceptions,
    )


def _read_week(shape: Shape) -> tuple[Hours, ...]:
    days = shape.keys(*WEEK)
    return tuple(_read_hours(days[name]) if name in days else () for name in WEEK)


def _read_rule(shape: Shape) -> HolidayRule:
    parts = shape.keys("country", "subdivision")
    subdivision = parts.get("subdivision")
    named = subdivision.text() if subdivision is not None and subdivision.value is not None else None
    return HolidayRule(shape.required(parts, "country").text(), named)


def _read_exception(shape: Shape) -> DifferentDay:
    parts = shape.keys("date", "kind", "hours", "note")
    kind = DayChange(shape.required(parts, "kind").one_of([one.value for one in DayChange]))
    hours = _read_hours(parts["hours"]) if "hours" in parts else ()
    note = parts["note"].text() if "note" in parts else ""
    return DifferentDay(_read_date(shape.required(parts, "date")), kind, hours, note)


def _read_date(shape: Shape) -> date:
    try:
        return date.fromisoformat(shape.text())
    except ValueError:
        raise shape.broken('"2026-05-01"') from None


def _read_hours(shape: Shape) -> Hours:
    return shape.each(_read_interval)


def _read_interval(shape: Shape) -> Interval:
    pair = shape.each(_read_minutes)
    if len(pair) != 2:
        raise shape.broken('["08:30", "12:00"]')
    return pair[0], pair[1]


def _read_minutes(shape: Shape) -> int:
    found = minutes_of(shape.text())
    if found is None:
        raise shape.broken('"08:30"')
    return found


def minutes_of(text: str) -> int | None:
    """Return the minutes after midnight of a time such as ``08:30`` or ``24:00``; None for another text."""
    hour, colon, minute = text.strip().replace("：", ":").partition(":")
    if not (colon and hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit() and len(minute) == 2):
        return None
    found = int(hour) * 60 + int(minute)
    return found if int(minute) < 60 and found <= _MIDNIGHT else None
