"""Appointments: a time at which somebody agreed to be called, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.errors import CannotNow, FieldWrong

#: How long an appointment lasts where no end is said, and at most.
USUAL, LONGEST = timedelta(hours=1), timedelta(hours=12)
#: How far ahead an appointment can be made.
FARTHEST = timedelta(days=120)
#: From its beginning on so long the operator who is wanted comes first, then anybody.
OWN_OPERATOR = timedelta(minutes=5)
#: Of what a station can call in an hour, this share may be promised.
SHARE = 0.6
#: How far from the agreed time a call may be to be on time, and what share of them has to be (callbacks.md S3).
ON_TIME, GOAL = timedelta(minutes=15), 0.95


class AppointmentKind(StrEnum):
    """Who agreed, and how firmly; ``HANDED`` is a supervisor's time for an operator, with which nobody agreed."""

    HARD = "hard"
    SOFT = "soft"
    PROXY = "proxy"
    RESUME = "resume"
    HANDED = "handed"


class AppointmentState(StrEnum):
    """What became of an appointment."""

    OPEN = "open"
    KEPT = "kept"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"


class AppointmentBackward(FieldWrong):
    """An appointment ends before it begins, is past, too long or too far ahead. Facts: ``field``, ``value``."""


class AppointmentTooLate(FieldWrong):
    """A time is agreed for after the field period, when nobody is called. Facts: ``field``, ``value``, ``last``."""


class HourIsFull(CannotNow):
    """So many appointments begin in this hour already that more would not be kept. Facts: ``hour``, ``count``."""


@dataclass(frozen=True)
class Appointment:
    """A time agreed for one call. ``wanted_by`` is the operator who is to call, None for anybody."""

    id: bytes
    callback: bytes
    start_at: datetime
    end_at: datetime
    kind: AppointmentKind
    agreed_with: str
    number: str
    wanted_by: bytes | None
    state: AppointmentState = AppointmentState.OPEN


#: Which kind of appointment an outcome makes.
KIND_OF: Mapping[str, AppointmentKind] = {
    "221": AppointmentKind.HARD,
    "222": AppointmentKind.SOFT,
    "223": AppointmentKind.PROXY,
    "130": AppointmentKind.RESUME,
}


def check(start_at: datetime, end_at: datetime, now: datetime) -> None:
    """Raise ``AppointmentBackward`` for a time that cannot be agreed."""
    if start_at < now or start_at > now + FARTHEST:
        raise AppointmentBackward(field="start_at", value=start_at.isoformat())
    if not timedelta() < end_at - start_at <= LONGEST:
        raise AppointmentBackward(field="end_at", value=end_at.isoformat())


def most_in_an_hour(calls: int) -> int:
    """Return how many appointments may begin in one hour in which a center can make so many calls; at least one."""
    return max(1, int(calls * SHARE))


def was_on_time(one: Appointment, calls: Iterable[datetime], until: datetime) -> bool | None:
    """Say whether somebody was called at the agreed time; None where that time had not passed ``until`` then.

    In time is within 15 minutes of the beginning; for a time that was said roughly ("in the evening"), up to its end.
    ``calls`` are those made since it was agreed, in either direction.
    """
    last = one.end_at if one.kind is AppointmentKind.SOFT else one.start_at + ON_TIME
    if any(one.start_at - ON_TIME <= at <= last for at in calls):
        return True
    return False if until > last else None
