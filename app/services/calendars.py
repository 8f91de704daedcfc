"""Working calendars: those that ship, those that a center keeps, and the questions that are answered from them.

A calendar of the center stands before a shipped one of the same name. What a calendar says of a time is asked of its
``working_time``, kept for each version, so that screen, report and command line count in one way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from typing import Protocol
from zoneinfo import ZoneInfo, available_timezones

from app.models.accounts import Permission
from app.models.calendars import (
    Calendar,
    CalendarNameTaken,
    DayKind,
    DueBeyondSchedule,
    HolidayRule,
    HolidayYear,
    check,
    from_json,
    to_json,
    written_hours,
)
from app.models.closures import ClosureEntry, ClosureLine, close_days
from app.models.durations import Duration
from app.models.errors import RecordGone
from app.models.settings import Settings
from app.models.texts import moment
from app.models.working_time import WorkingTime
from app.services.office import View, Work
from app.store import calendars as rows_of
from resources import FOLDER


class HolidaySource(Protocol):
    """Public holidays as the world knows them."""

    def __call__(self, rule: HolidayRule, year: int) -> HolidayYear:
        """Return the holidays of a year. Raises ``HolidaysUnknown`` for a country or state without any."""
        ...


class HolidayPlaces(Protocol):
    """For which countries and parts of them public holidays are known."""

    def countries(self) -> tuple[str, ...]:
        """Return the countries (ISO 3166)."""
        ...

    def subdivisions(self, country: str) -> tuple[tuple[str, str], ...]:
        """Return code and name of each part of a country that has holidays of its own."""
        ...


@dataclass(frozen=True)
class Listed:
    """A calendar in the list. ``number`` is its version, 0 for one that ships; ``at`` and ``by``: who saved it when."""

    name: str
    number: int
    calendar: Calendar
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True)
class Day:
    """One day of a calendar: its hours (``08:30-12:00 13:00-17:00``) and why; ``note`` names holiday or exception."""

    falls_on: date
    kind: DayKind
    hours: str
    note: str = ""


@dataclass(frozen=True)
class Year:
    """A year of a calendar. ``estimated``: its public holidays are not published yet."""

    name: str
    year: int
    days: tuple[Day, ...]
    estimated: bool

    @property
    def working_days(self) -> int:
        """Return how many days have working time."""
        return sum(bool(day.hours) for day in self.days)


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Calendar]:
    """Return the calendars that come with the program, by name."""
    folder = FOLDER.joinpath("calendars")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".json"))
    found = [from_json(folder.joinpath(name).read_text(encoding="utf-8"), file=name) for name in names]
    return {one.name: one for one in found}


def listed(view: View) -> list[Listed]:
    """Return every calendar by name: the center's own, and the shipped ones that it has not replaced."""
    known = {name: Listed(name, 0, calendar) for name, calendar in shipped().items()}
    for name, number, content, at, by in rows_of.newest(view.rows):
        known[name] = Listed(name, number, _read(content), moment(at), by)
    return [known[name] for name in sorted(known)]


def named(view: View, name: str) -> Calendar:
    """Return a calendar by its name. Raises ``RecordGone``."""
    found = next((one for one in listed(view) if one.name == name), None)
    if found is None:
        raise RecordGone(entity="calendar", id=name)
    return found.calendar


def center_calendar(view: View) -> Listed:
    """Return the calendar that the center works by, with its version.

    It is the one that is set; where none is set, the shipped one of the center's country and time zone, and where none
    fits them, the one that is always open: a promise then ends too early rather than never.
    """
    known = {one.name: one for one in listed(view)}
    if view.settings.calendar in known:
        return known[view.settings.calendar]
    usual = [known[name] for name in shipped()]
    return max(usual, key=partial(_fits, view.settings))


def _fits(settings: Settings, one: Listed) -> tuple[bool, bool, bool]:
    rule = one.calendar.holidays
    return (
        rule is not None and rule.country == settings.country,
        one.calendar.time_zone == settings.time_zone,
        one.calendar.is_always_open,
    )


@dataclass(frozen=True)
class Board:
    """What the calendars' page shows: every calendar, the center's one, the time now, and what the person may do."""

    calendars: tuple[Listed, ...]
    center: str
    now: datetime
    today: date
    may_change: bool
    may_choose: bool


def board(view: View) -> Board:
    """Return the calendars with what the person who asks may do about them."""
    person = view.person
    may_change, may_choose = person.may(Permission.MANAGE_CALENDARS), person.may(Permission.CHANGE_SETTINGS)
    today = view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()
    return Board(tuple(listed(view)), center_calendar(view).name, view.now, today, may_change, may_choose)


def add(work: Work, calendar: Calendar) -> int:
    """Save a new calendar and return its version. Raises ``CalendarNameTaken`` and what ``save`` raises."""
    if any(one.name.casefold() == calendar.name.strip().casefold() for one in listed(work)):
        raise CalendarNameTaken(field="name", value=calendar.name)
    return save(work, replace(calendar, name=calendar.name.strip()))


def save(work: Work, calendar: Calendar) -> int:
    """Save a calendar and return its version; one that says the same again makes none.

    Raises what ``models.calendars.check`` finds wrong, ``HolidaysUnknown``, ``NotAllowed``.
    """
    person = work.require(Permission.MANAGE_CALENDARS)
    check(calendar, zones=time_zones())
    if calendar.holidays is not None:
        _source(work)(calendar.holidays, work.now.year)
    known = {one.name: one for one in listed(work)}.get(calendar.name)
    if known is not None and known.calendar == calendar:
        return known.number
    number = known.number + 1 if known else 1
    rows_of.write(work.tx, calendar.name, number, to_json(calendar), by=person.id)
    return number


def holiday_countries(view: View) -> tuple[str, ...]:
    """Return the countries whose public holidays are known (ISO 3166)."""
    return _places(view).countries()


def holiday_subdivisions(view: View, country: str) -> tuple[tuple[str, str], ...]:
    """Return code and name of each state or province of a country that has public holidays of its own."""
    return _places(view).subdivisions(country)


def _places(view: View) -> HolidayPlaces:
    return view.outside["holiday_places"]


def import_text(work: Work, text: str, *, file: str) -> int:
    """Save the calendar of a file and return its version. Raises ``CalendarBroken`` and what ``save`` raises."""
    return save(work, from_json(text, file=file))


def export_text(view: View, name: str) -> str:
    """Return a calendar as its file. Raises ``RecordGone``."""
    return to_json(named(view, name))


def add_closures(work: Work, name: str, entries: Iterable[ClosureEntry]) -> list[ClosureLine]:
    """Close the days of a list; return a line for every entry. Raises ``RecordGone`` and what ``save`` raises."""
    calendar = named(work, name)
    exceptions, lines = close_days(calendar.exceptions, entries)
    save(work, replace(calendar, exceptions=exceptions))
    return lines


def working_time(view: View, name: str) -> WorkingTime:
    """Return the arithmetic of a calendar. Raises ``RecordGone``."""
    return _arithmetic(to_json(named(view, name)), _source(view))


def working_time_of(view: View, name: str, number: int) -> WorkingTime:
    """Return the arithmetic of one version of a calendar; where it is not here, of the newest or the center's own."""
    return _arithmetic(_content(view, name, number), _source(view))


def version_of(view: View, name: str, number: int) -> Calendar:
    """Return one version of a calendar; where it is not here, the newest or the center's own."""
    return _read(_content(view, name, number))


def arithmetic_of(view: View, calendar: Calendar) -> WorkingTime:
    """Return the arithmetic of a calendar that need not be saved."""
    return _arithmetic(to_json(calendar), _source(view))


def estimated(view: View, version: str, start: datetime, end: datetime) -> tuple[int, ...]:
    """Return the years between two times whose holidays were not published yet for a calendar (``name@number``)."""
    name, _, number = version.rpartition("@")
    if not name:
        return ()
    return _unpublished(view, version_of(view, name, int(number)), start, end)


def unpublished(view: View, name: str, start: datetime, end: datetime) -> tuple[int, ...]:
    """Return the years between two times whose holidays are not published yet. Raises ``RecordGone``."""
    return _unpublished(view, named(view, name), start, end)


def _unpublished(view: View, calendar: Calendar, start: datetime, end: datetime) -> tuple[int, ...]:
    if calendar.holidays is None:
        return ()
    zone, source = ZoneInfo(calendar.time_zone), _source(view)
    years = range(start.astimezone(zone).year, end.astimezone(zone).year + 1)
    return tuple(year for year in years if source(calendar.holidays, year).estimated)


def check_due(view: View, due_at: datetime, *, field: str = "due_at") -> None:
    """Refuse a due time of the center for which nobody can say which days are worked. Raises ``DueBeyondSchedule``.

    A year that is not published yet is estimated and computed again; the years after it are anybody's guess.
    """
    calendar = center_calendar(view).calendar
    zone = ZoneInfo(calendar.time_zone)
    year, this = due_at.astimezone(zone).year, view.now.astimezone(zone).year
    if calendar.holidays is None or year <= this + 1:
        return
    source = _source(view)
    guessed = next((one for one in range(this, year) if source(calendar.holidays, one).estimated), None)
    if guessed is not None:
        raise DueBeyondSchedule(field=field, value=str(year), year=guessed)


def _content(view: View, name: str, number: int) -> str:
    content = rows_of.content_of(view.rows, name, number) if number else _shipped_text(name)
    if content is None:
        known = next((one.calendar for one in listed(view) if one.name == name), center_calendar(view).calendar)
        content = to_json(known)
    return content


def due(view: View, name: str, start: datetime, duration: Duration) -> datetime:
    """Return when a duration that begins at ``start`` is over, in UTC. Raises ``RecordGone``, ``DueOutOfReach``."""
    return working_time(view, name).due(start, duration)


def year_of(view: View, name: str, year: int) -> Year:
    """Return a calendar day by day. Raises ``RecordGone``."""
    return draft_year(view, named(view, name), year)


def draft_year(view: View, calendar: Calendar, year: int) -> Year:
    """Return a calendar that need not be saved yet day by day. Raises ``HolidaysUnknown``."""
    known = _source(view)(calendar.holidays, year) if calendar.holidays else None
    first = date(year, 1, 1)
    count = (date(year, 12, 31) - first).days + 1
    days = (_day(calendar, first + timedelta(days=number), known) for number in range(count))
    return Year(calendar.name, year, tuple(days), estimated=known is not None and known.estimated)


def _day(calendar: Calendar, day: date, year: HolidayYear | None) -> Day:
    hours = written_hours(calendar.hours_on(day, year))
    different = calendar.by_date.get(day)
    if different is not None:
        return Day(day, DayKind.EXCEPTION, hours, different.note)
    if year is not None and day in year.work:
        return Day(day, DayKind.MAKE_UP, hours)
    if year is not None and day in year.off:
        return Day(day, DayKind.HOLIDAY, hours, year.off[day])
    return Day(day, DayKind.WORKING if hours else DayKind.WEEKEND, hours)


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """Return the names of all time zones that this computer knows."""
    return frozenset(available_timezones())


def _source(view: View) -> HolidaySource:
    return view.outside["holidays"]


@lru_cache(maxsize=16)
def _shipped_text(name: str) -> str | None:
    return to_json(shipped()[name]) if name in shipped() else None


@lru_cache(maxsize=64)
def _read(content: str) -> Calendar:
    return from_json(content, file="calendar")


@lru_cache(maxsize=64)
def _arithmetic(content: str, source: HolidaySource) -> WorkingTime:
    return _read(content).working_time(source)
