"""Slots: the stretches of a day in which people are called, in the time of whoever is called.

A make-up working day is a working day even on a Sunday, and a public holiday is none even on a Tuesday; whoever asks
brings the calendar along as a function. A time outside every slot is no time to call anybody.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from app.models.calendars import Hours, check_hours, minutes_of, written
from app.models.errors import FieldInvalid, FieldWrong

#: Nobody is called before or after these minutes of a day, whatever is set.
EARLIEST, LATEST = 7 * 60 + 30, 21 * 60
#: Says of a day whether people work on it.
IsWorkday = Callable[[date], bool]
_REACH_DAYS = 400


class Slot(StrEnum):
    """A kind of time to call: early, at noon, in the evening, on days off, and any other hour of a working day."""

    EARLY = "em"
    NOON = "nn"
    EVENING = "ev"
    DAY_OFF = "hd"
    OFF_PEAK = "op"

    @property
    def bit(self) -> int:
        """Return the place of this slot in a set of slots that is kept as one number."""
        return _BITS[self]


_BITS = {slot: 1 << place for place, slot in enumerate(Slot)}
ALL_SLOTS = frozenset(Slot)
#: The slots in which people are at home; one of them has to be tried by the third attempt.
AT_HOME = frozenset({Slot.EVENING, Slot.DAY_OFF})


class SlotOutOfHours(FieldWrong):
    """A slot reaches beyond the hours in which anybody may be called. Facts: ``field``, ``value``, ``earliest``,
    ``latest``."""


def mask(slots: Iterable[Slot]) -> int:
    """Return a set of slots as one number."""
    return sum(one.bit for one in frozenset(slots))


def unmasked(number: int) -> frozenset[Slot]:
    """Return the set of slots that ``mask`` made a number of."""
    return frozenset(one for one in Slot if number & one.bit)


def _usual() -> dict[Slot, Hours]:
    return {
        Slot.EARLY: ((8 * 60, 9 * 60),),
        Slot.NOON: ((11 * 60 + 30, 12 * 60 + 45),),
        Slot.EVENING: ((18 * 60, 20 * 60 + 30),),
        Slot.DAY_OFF: ((9 * 60, 11 * 60 + 30), (15 * 60, 20 * 60)),
        Slot.OFF_PEAK: ((9 * 60, 11 * 60 + 30), (14 * 60, 18 * 60)),
    }


@dataclass(frozen=True)
class SlotPlan:
    """When each slot is open, in minutes after midnight. Days off have their own slot, working days all others."""

    hours: dict[Slot, Hours] = field(default_factory=_usual)

    def on(self, day: date, is_workday: IsWorkday) -> Iterator[tuple[int, int, Slot]]:
        """Yield start, end and slot of each stretch of a day, in their order."""
        works = is_workday(day)
        open_now = [slot for slot in self.hours if (slot is Slot.DAY_OFF) != works]
        yield from sorted((start, end, slot) for slot in open_now for start, end in self.hours[slot])


@dataclass(frozen=True)
class Slots:
    """A plan in one time zone with one calendar of working days."""

    plan: SlotPlan
    zone: tzinfo
    is_workday: IsWorkday
    _days: dict[date, tuple[tuple[int, int, Slot], ...]] = field(
        default_factory=dict[date, tuple[tuple[int, int, Slot], ...]], compare=False, repr=False
    )

    def at(self, moment: datetime) -> Slot | None:
        """Return the slot that is open at a time, None where nobody may be called."""
        local = moment.astimezone(self.zone)
        minute = local.hour * 60 + local.minute
        found = (slot for start, end, slot in self._day(local.date()) if start <= minute < end)
        return next(found, None)

    def stretches(self, moment: datetime, days: int = _REACH_DAYS) -> Iterator[tuple[datetime, datetime, Slot]]:
        """Yield what is open from a time on for so many days: start, end, slot. What is open now starts now."""
        first = moment.astimezone(self.zone).date()
        for offset in range(days + 1):
            day = first + timedelta(days=offset)
            for start, end, slot in self._day(day):
                ends = self._at(day, end)
                if ends > moment:
                    yield max(moment, self._at(day, start)), ends, slot

    def opening(self, moment: datetime, within: timedelta) -> frozenset[Slot]:
        """Return the slots that are open at a time or open within a stretch after it.

        Asked for each call that is handed out, so it reckons in minutes of the day.
        """
        first, last = moment.astimezone(self.zone), (moment + within).astimezone(self.zone)
        minute, until = first.hour * 60 + first.minute, last.hour * 60 + last.minute
        found: set[Slot] = set()
        for offset in range((last.date() - first.date()).days + 1):
            day = first.date() + timedelta(days=offset)
            for start, end, slot in self._day(day):
                if (offset or end > minute) and (day != last.date() or start <= until):
                    found.add(slot)
        return frozenset(found)

    def is_decent(self, moment: datetime) -> bool:
        """Say whether it is an hour at which people may be called at all."""
        local = moment.astimezone(self.zone)
        return EARLIEST <= local.hour * 60 + local.minute < LATEST

    def decent_from(self, moment: datetime) -> datetime:
        """Return the first time from a time on at which people may be called at all."""
        if self.is_decent(moment):
            return moment
        local = moment.astimezone(self.zone)
        late = local.hour * 60 + local.minute >= LATEST
        return self._at(local.date() + timedelta(days=late), EARLIEST)

    def midnight(self, moment: datetime, days: int) -> datetime:
        """Return the midnight that begins the day so many days after that of a time, in UTC."""
        day = moment.astimezone(self.zone).date() + timedelta(days=days)
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def same_day(self, one: datetime, other: datetime) -> bool:
        """Say whether two times are on the same day of whoever is called."""
        return one.astimezone(self.zone).date() == other.astimezone(self.zone).date()

    def _day(self, day: date) -> tuple[tuple[int, int, Slot], ...]:
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = tuple(self.plan.on(day, self.is_workday))
        return known

    def _at(self, day: date, minute: int) -> datetime:
        moment = datetime.combine(day, time(), self.zone) + timedelta(minutes=minute)
        return moment.astimezone(UTC)


def check(plan: SlotPlan) -> None:
    """Raise what is wrong with a plan by the name of its slot: ``IntervalsOverlap``, ``SlotOutOfHours``."""
    for slot, hours in plan.hours.items():
        check_hours(hours, field=slot.value)
        for start, end in hours:
            if start < EARLIEST or end > LATEST:
                value = f"{written(start)}-{written(end)}"
                raise SlotOutOfHours(field=slot.value, value=value, earliest=written(EARLIEST), latest=written(LATEST))


def to_text(plan: SlotPlan) -> str:
    """Return a plan on one line: ``em 08:00-09:00; hd 09:00-11:30 15:00-20:00``."""
    parts = (
        " ".join((slot.value, *(f"{written(start)}-{written(end)}" for start, end in plan.hours[slot])))
        for slot in Slot
        if plan.hours.get(slot)
    )
    return "; ".join(parts)


def from_text(text: str, *, field: str) -> SlotPlan:
    """Return the plan of a line; the empty line is the usual one. A slot that is left out is never open.

    Raises ``FieldInvalid``, ``IntervalsOverlap``, ``SlotOutOfHours``.
    """
    if not text.strip():
        return SlotPlan()
    hours: dict[Slot, Hours] = {}
    for part in filter(str.strip, text.replace("；", ";").split(";")):
        name, *stretches = part.split()
        if name not in tuple(Slot) or not stretches:
            raise FieldInvalid(field=field, value=part.strip())
        hours[Slot(name)] = tuple(_stretch(one, field) for one in stretches)
    plan = SlotPlan(hours)
    check(plan)
    return plan


def _stretch(text: str, field: str) -> tuple[int, int]:
    start, _, end = text.partition("-")
    opens, closes = minutes_of(start), minutes_of(end)
    if opens is None or closes is None:
        raise FieldInvalid(field=field, value=text)
    return opens, closes
