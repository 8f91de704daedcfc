"""Appointments: a time at which somebody agreed to be called, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.attempts import Attempt, MissedBy
from app.models.dispositions import Disposition
from app.models.errors import CannotNow, FieldWrong

#: How long an appointment lasts where no end is said, and at most.
USUAL, LONGEST = timedelta(hours=1), timedelta(hours=12)
#: How far ahead an appointment can be made.
FARTHEST = timedelta(days=120)
#: From its beginning on so long the operator who is wanted comes first, then anybody.
OWN_OPERATOR = timedelta(minutes=5)
#: How long before its beginning an appointment is handed out.
LEAD = timedelta(minutes=5)
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
    missed_by: MissedBy | None = None
    made_at: datetime | None = None

    def has_time(self, at: datetime) -> bool:
        """Say whether a call then is one at the agreed time: from a little before its beginning to its end."""
        return self.start_at - LEAD <= at <= self.end_at

    def dials(self, log: Iterable[Attempt]) -> list[Attempt]:
        """Return our calls at the agreed time; the one in which it was agreed is none of them."""
        later = (one for one in log if self.made_at is None or one.at > self.made_at)
        return [one for one in later if one.is_dial and self.has_time(one.at)]

    def lapsed_by(self, log: Iterable[Attempt]) -> MissedBy:
        """Return whose fault it is that it is over unkept: ours unless we called in time."""
        return MissedBy.THEM if self.dials(log) else MissedBy.US


#: Which kind of appointment an outcome makes.
KIND_OF: Mapping[str, AppointmentKind] = {
    "221": AppointmentKind.HARD,
    "222": AppointmentKind.SOFT,
    "223": AppointmentKind.PROXY,
    "130": AppointmentKind.RESUME,
}


#: Outcomes in which somebody spoke, but not the person: an appointment is not kept by them.
_OTHERS = frozenset({"206", "207", "208", "223", "224", "233", "241"})


def became(
    one: Appointment, call: Attempt, said: Disposition, log: Iterable[Attempt] = ()
) -> tuple[AppointmentState, MissedBy | None] | None:
    """Return what a call that has ended made of an open appointment, None where it leaves it as it is.

    Whoever called in time did their part, whoever answered; while nobody did, it stands to its end. A call after its
    end keeps it no more, whatever came of it: ``log``, the calls before, says whose fault that is. A call that comes in
    keeps it where the person speaks, and shows nothing otherwise.
    """
    if call.at < one.start_at - LEAD:
        return None
    if not one.has_time(call.at):
        return AppointmentState.MISSED, one.lapsed_by(log)
    if not said.contact:
        return None
    if said.code not in _OTHERS:
        return AppointmentState.KEPT, None
    return (AppointmentState.MISSED, MissedBy.THEM) if call.is_dial else None


def not_kept_by(agreed: Iterable[Appointment], log: Iterable[Attempt]) -> MissedBy:
    """Return whose fault it is that an appointment was not kept (224): ours unless we called then, as ``log`` says.

    ``agreed`` are those of the call, the latest last. One that is settled already stays what it was.
    """
    last = next((one for one in reversed(list(agreed)) if one.state is not AppointmentState.WITHDRAWN), None)
    if last is None or last.missed_by is MissedBy.THEM or last.state is AppointmentState.KEPT:
        return MissedBy.THEM
    return last.missed_by or last.lapsed_by(log)


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
