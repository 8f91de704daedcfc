"""Duty: on which days a person works, as facts. The newest fact that covers a day decides it.

A usual week (or the center's calendar in its place) holds from a day on; single days are off, worked, or as usual
again. Why somebody is away is nobody's business here: no fact says it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from app.models.errors import FieldInvalid, FieldMissing
from app.models.journal import Entity, Field, Kind

#: The longest stretch of single days in one fact.
LONGEST_DAYS = 366


class DutyRule(StrEnum):
    """What a fact says of its days: a usual week, the center's calendar, or single days off, worked, as usual."""

    WEEK = "week"
    CALENDAR = "calendar"
    OFF = "off"
    ON = "on"
    USUAL = "usual"


#: What holds until something else is said; the other rules are about single days.
LASTING = frozenset({DutyRule.WEEK, DutyRule.CALENDAR})


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """What the center's calendar says of a day; ``is_special``: it is not like its weekday (holiday, make-up day)."""

    works: bool
    is_special: bool = False


#: Returns what the center's calendar says of a day.
CenterDays = Callable[[date], CalendarDay]
#: Says whether a day is worked.
Works = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class DutyFact:
    """One thing that was said: which days, both ends included (``last_on`` None: until something else is said).

    ``week`` are the days worked of a usual week, 1 for Monday to 7 for Sunday (ISO 8601), with ``DutyRule.WEEK`` only.
    """

    rule: DutyRule
    first_on: date
    last_on: date | None = None
    week: frozenset[int] = frozenset()
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    id: bytes = b""

    def covers(self, day: date) -> bool:
        """Say whether the fact is about a day."""
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)


def check(fact: DutyFact) -> None:
    """Raise what is wrong with a fact by the name of its field (``FieldInvalid``, ``FieldMissing``)."""
    if fact.last_on is not None and fact.last_on < fact.first_on:
        raise FieldInvalid(field="last_on", value=fact.last_on.isoformat())
    if fact.rule is DutyRule.WEEK and not (fact.week and fact.week <= frozenset(range(1, 8))):
        raise FieldInvalid(field="week", value=written_week(fact.week))
    if fact.rule in LASTING:
        return
    if fact.last_on is None:
        raise FieldMissing(field="last_on")
    if (fact.last_on - fact.first_on).days >= LONGEST_DAYS:
        raise FieldInvalid(field="last_on", value=fact.last_on.isoformat())


@dataclass(frozen=True)
class Duty:
    """When one person works. Made from facts in whatever order, it says the same.

    A usual week gives way where the center's calendar is not like its own week: a public holiday is free, a make-up
    day is worked. Who works then all the same has a fact for that day.
    """

    facts: tuple[DutyFact, ...]
    center: CenterDays

    def pattern(self, day: date) -> DutyFact | None:
        """Return the usual week of a day; None where the center's calendar is it."""
        found = self._newest(day, lasting=True)
        return found if found is not None and found.rule is DutyRule.WEEK else None

    def exception(self, day: date) -> DutyRule | None:
        """Return what was said of that very day: off or worked; None where it is as usual."""
        found = self._newest(day, lasting=False)
        return found.rule if found is not None and found.rule is not DutyRule.USUAL else None

    def works(self, day: date) -> bool:
        """Say whether the person works on a day."""
        said = self.exception(day)
        if said is not None:
            return said is DutyRule.ON
        pattern, center = self.pattern(day), self.center(day)
        if pattern is None or center.is_special:
            return center.works
        return day.isoweekday() in pattern.week

    def _newest(self, day: date, *, lasting: bool) -> DutyFact | None:
        fit = (one for one in self.facts if (one.rule in LASTING) is lasting and one.covers(day))
        return max(fit, key=_age, default=None)


def duty_of(facts: Iterable[DutyFact], center: CenterDays) -> Duty:
    """Return when somebody works, by what was said of them."""
    return Duty(tuple(facts), center)


def _age(one: DutyFact) -> tuple[datetime, bytes]:
    return one.at, one.id


def written_week(week: Iterable[int]) -> str:
    """Return days of the week as the journal keeps them: ``12345`` is Monday to Friday."""
    return "".join(str(one) for one in sorted(week))


def read_week(text: str) -> frozenset[int]:
    """Return the days that ``written_week`` wrote."""
    return frozenset(int(one) for one in text if one.isdigit())


DUTY = Entity(
    "duty",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("person", "REF"),
            ("rule", "TEXT"),
            ("first_on", "TEXT"),
            ("last_on", "TEXT"),
            ("week", "TEXT"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
