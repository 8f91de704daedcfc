"""On which days people work: said by a supervisor, seen by whom it is about, asked by whatever plans their days.

Where nothing was said of somebody, the center's calendar holds for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.models import duty as rules
from app.models.accounts import Permission, Person
from app.models.calendars import Calendar
from app.models.duty import CalendarDay, Duty, DutyFact, DutyRule, duty_of
from app.models.errors import RecordGone
from app.services import calendars
from app.services.calendars import HolidaySource
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import duty as rows_of

#: How far ahead single days are shown.
AHEAD = timedelta(days=28)


@dataclass(frozen=True)
class _CenterDays:
    """What the center's calendar says of a day."""

    calendar: Calendar
    holidays: HolidaySource | None

    def __call__(self, day: date) -> CalendarDay:
        rule = self.calendar.holidays
        year = self.holidays(rule, day.year) if rule is not None and self.holidays is not None else None
        works = bool(self.calendar.hours_on(day, year))
        return CalendarDay(works, works != bool(self.calendar.week[day.weekday()]))


@dataclass(frozen=True)
class DutyRow:
    """How one person works: the week (None: the center's calendar), and the next days that are not so."""

    person: Person
    week: frozenset[int] | None
    works_today: bool
    off: tuple[date, ...] = ()
    extra: tuple[date, ...] = ()


def duty_for(view: View, person: bytes) -> Duty:
    """Return when a person works."""
    calendar = calendars.center_calendar(view).calendar
    holidays = view.outside["holidays"] if calendar.holidays is not None else None
    return duty_of(rows_of.facts_of(view.rows, person), _CenterDays(calendar, holidays))


def mark(view: View, person: bytes) -> str:
    """Return what changes whenever something is said of a person's days, or the center's calendar changes."""
    listed = calendars.center_calendar(view)
    facts = rows_of.facts_of(view.rows, person)
    newest = max((one.id for one in facts), default=b"")
    return f"{listed.name}@{listed.number}/{len(facts)}/{newest.hex()}"


def board(view: View) -> list[DutyRow]:
    """Return everybody who takes contacts or practices, and how they work."""
    view.require(Permission.MANAGE_DUTY)
    people = (one for one in people_rows.everyone(view.rows) if one.may(Permission.PRACTICE))
    return [row_of(view, one) for one in people if not one.has_left(view.now)]


def mine(view: View) -> DutyRow:
    """Return how whoever is signed in works."""
    return row_of(view, view.person)


def named(view: View, name: str) -> DutyRow:
    """Return how somebody works, by the name they sign in with; one's own needs no right. Raises ``RecordGone``."""
    if view.person.name != name.strip().lower():
        view.require(Permission.MANAGE_DUTY)
    return row_of(view, _existing(view, name))


def row_of(view: View, person: Person) -> DutyRow:
    """Return how a person works, with what differs in the four weeks ahead."""
    found = duty_for(view, person.id)
    today = view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()
    ahead = [today + timedelta(days=one) for one in range(AHEAD.days)]
    pattern = found.pattern(today)
    said = {day: found.exception(day) for day in ahead}
    return DutyRow(
        person, pattern.week if pattern else None, found.works(today),
        tuple(day for day in ahead if said[day] is DutyRule.OFF),
        tuple(day for day in ahead if said[day] is DutyRule.ON),
    )  # fmt: skip


def put(work: Work, name: str, fact: DutyFact) -> bytes:
    """Say how somebody works from a day on, or on single days; return the id of what was said.

    Raises ``FieldInvalid``, ``FieldMissing``, ``RecordGone``, ``NotAllowed``.
    """
    by = work.require(Permission.MANAGE_DUTY)
    rules.check(fact)
    week: Iterable[int] = fact.week if fact.rule is DutyRule.WEEK else ()
    return rows_of.write(work.tx, _existing(work, name).id, replace(fact, week=frozenset(week)), by=by.id)


def _existing(view: View, name: str) -> Person:
    found = people_rows.by_name(view.rows, name.strip().lower())
    if found is None:
        raise RecordGone(entity="person", id=name)
    return found[0]
