"""Leases: which station may dial whom, so that two stations that cannot hear each other never call one person twice.

A lease belongs to a contact group (everybody who shares a telephone or a person) and has an epoch that only grows. One
station, the one that granted epoch 1, grants all others. A group moves when its holder has released it; or, when the
holder is gone, after its lease has run out, with room for wrong clocks, and with what the lost holder may have dialed
unseen counted as dialed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from app.models.errors import CannotNow
from app.models.retry_rules import Hindrance
from app.models.slots import Slots

#: How long a lease is valid where nothing else is said.
VALID = timedelta(days=7)
#: How wrong the clock of a station may be; two of them may be wrong against each other.
SKEW = timedelta(minutes=10)


class LeaseRunning(CannotNow):
    """A group cannot be moved while its lease runs and was not released. Facts: ``group``, ``until``."""


class DialedSince(CannotNow):
    """A station has called nobody since a time, it is said, and a later call of it is known.

    Facts: ``station``, ``at`` (of that call), ``since``.
    """


class LeaseAuthorityElsewhere(CannotNow):
    """Leases of this group are granted by another station. Facts: ``group``, ``station``."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A grant: the group, the station that may dial it, between which times, how many attempts at most.

    ``by_station`` granted it. Times are compared with the clock of the station that dials.
    """

    group: str
    station: str
    epoch: int
    from_at: datetime
    until: datetime
    attempts: int
    by_station: str


@dataclass(frozen=True, slots=True)
class Release:
    """The holder of an epoch gives a group back and dials it no more."""

    group: str
    station: str
    epoch: int
    at: datetime


def current(leases: Iterable[Lease], releases: Iterable[Release]) -> Lease | None:
    """Return the newest grant of a group unless it was released; None also where two stations hold one epoch.

    The second can only be a mistake of two authorities, and then nobody dials.
    """
    newest: list[Lease] = []
    for one in leases:
        if not newest or one.epoch > newest[0].epoch:
            newest = [one]
        elif one.epoch == newest[0].epoch and one not in newest:
            newest.append(one)
    if len(newest) != 1:
        return None
    held = newest[0]
    gone = any(one.epoch == held.epoch and one.station == held.station for one in releases)
    return None if gone else held


def holds(lease: Lease | None, station: str, at: datetime) -> bool:
    """Say whether a station may dial the group at a time of its own clock."""
    return lease is not None and lease.station == station and lease.from_at <= at < lease.until


def right_to_dial(lease: Lease | None, station: str, at: datetime, dialed: int) -> Hindrance | None:
    """Return why a station may not dial a case now, None where it may; ``dialed``: its attempts under this lease."""
    if lease is None or lease.station != station:
        return Hindrance.NOT_HELD
    if not holds(lease, station, at):
        return Hindrance.HELD_NO_LONGER
    return Hindrance.LEASE_USED if dialed >= lease.attempts else None


class Known(NamedTuple):
    """What the authority knows of the dials of a station.

    ``at``: when it last got everything from it, None for never; ``quiet_since``: since when the station has called
    nobody, as a supervisor says.
    """

    at: datetime | None = None
    quiet_since: datetime | None = None


@dataclass(frozen=True)
class Handover:
    """What a new grant is decided on, at the authority.

    ``used``: attempts on a case of the group, the most of any: those that the authority knows of, and those that
    holders before the newest may have made unheard. ``used_now``: known ones under the newest lease, the fewest of any;
    ``unseen_days`` and ``midnight_at`` are its ``silence``.
    """

    leases: tuple[Lease, ...]
    releases: tuple[Release, ...]
    used: int
    limit: int
    per_day: int
    used_now: int = 0
    unseen_days: int = 0
    midnight_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dialed:
    """What is known of a case: its attempts in all, and those under each epoch."""

    used: int
    under: Mapping[int, int]


def handover(
    known: tuple[Sequence[Lease], Sequence[Release]],
    cases: Sequence[Dialed],
    *,
    limit: int,
    per_day: int,
    heard: Mapping[str, Known],
    slots: Slots,
) -> Handover:
    """Return what a new grant is decided on. ``heard``: what the authority knows of the dials of each station.

    What a lost holder may have dialed stays counted in every later grant, until it is heard that it did not.
    """
    leases, releases = known
    if not leases:
        return Handover((), (), 0, limit, per_day)
    newest = max(leases, key=_epoch)
    lost = [one for one in leases if one.epoch < newest.epoch and not _is_told(one, leases, releases)]
    days = {one.epoch: silence(one, heard.get(one.station, Known()), slots)[0] for one in lost}
    used = max(
        (one.used + sum(_unheard(each, one, days[each.epoch] * per_day) for each in lost) for one in cases), default=0
    )
    used_now = min((one.under.get(newest.epoch, 0) for one in cases), default=0)
    unseen, midnight = silence(newest, heard.get(newest.station, Known()), slots)
    return Handover(tuple(leases), tuple(releases), used, limit, per_day, used_now, unseen, midnight)


def _is_told(lease: Lease, leases: Sequence[Lease], releases: Sequence[Release]) -> bool:
    """Say whether every dial under a lease is known: its holder gave it back, or a later one that renewed it.

    A release stands in the holder's log behind everything that it dialed before.
    """
    ours = {one.epoch for one in leases if one.station == lease.station and one.epoch >= lease.epoch}
    return any(one.station == lease.station and one.epoch in ours for one in releases)


def _unheard(lease: Lease, case: Dialed, most: int) -> int:
    return min(max(0, lease.attempts - case.under.get(lease.epoch, 0)), most)


def granted(group: str, to: str, *, by: str, now: datetime, what: Handover, valid: timedelta = VALID) -> Lease:
    """Return the next lease of a group. Raises ``LeaseAuthorityElsewhere`` and ``LeaseRunning``.

    Of a holder that is gone, every attempt that it may have made since it was last heard of counts as made, and the new
    lease begins on another day of the people called, so that neither the limit of a case nor that of a day is passed.
    """
    if not what.leases:
        return Lease(group, to, 1, now, now + valid, what.limit, by)
    newest = max(what.leases, key=_epoch)
    if newest.by_station != by:
        raise LeaseAuthorityElsewhere(group=group, station=newest.by_station)
    given_back = any(one.epoch == newest.epoch and one.station == newest.station for one in what.releases)
    if given_back or to == newest.station:  # who goes on dialing knows its own dials, heard here or not
        begins = max(now, newest.from_at)  # one that waits for another day does so for whoever gets the group instead
        return Lease(group, to, newest.epoch + 1, begins, begins + valid, max(0, what.limit - what.used), by)
    if now < newest.until + 2 * SKEW:
        raise LeaseRunning(group=group, until=newest.until)
    unseen = min(max(0, newest.attempts - what.used_now), what.unseen_days * what.per_day)
    begins = max(now, (what.midnight_at or newest.until) + 2 * SKEW)
    left = max(0, what.limit - what.used - unseen)
    return Lease(group, to, newest.epoch + 1, begins, begins + valid, left, by)


def silence(lease: Lease, heard: Known, slots: Slots) -> tuple[int, datetime]:
    """Return on how many days of the people called the holder may have dialed unseen, and the midnight after them.

    Where it was heard well after the end of the lease, or well after it is said to have fallen silent, nothing is.
    """
    heard_at = heard.at
    over = min(lease.until, heard.quiet_since or lease.until) + 2 * SKEW
    end = min(lease.until, over)
    midnight = slots.midnight(end, 1)
    since = min(lease.until, max(lease.from_at, heard_at or lease.from_at)) - 2 * SKEW
    if (heard_at is not None and heard_at >= over) or since > end:
        return 0, midnight
    first, last = (at.astimezone(slots.zone).date() for at in (since, end))
    return (last - first).days + 1, midnight


def _epoch(one: Lease) -> int:
    return one.epoch
