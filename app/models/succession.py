"""Succession: what becomes of the leases of a station that was restored from a backup.

What it dialed and granted after the backup is lost, if nobody heard of it. So it goes on under a fresh name, holds
nothing that the old name held, and grants nothing until every other station has told the hub what it knows, or was
declared gone. Then it is the heir of the old name, and the only one: what the old name may have dialed unheard between
the backup and the restore counts as dialed, a new lease begins on the day after the restore, and its epoch lies above
every one that the old name may have granted.

The hub counts comebacks. A restored station writes that it succeeds to its old name, sends that, has the count raised,
and waits until every station of its center has ended a whole sync that began after that. Whatever the hub has lost by
then, somebody gave it back; and whoever else came back from the same backup is heard of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.models.errors import CannotNow
from app.models.leases import SKEW, VALID, Handover, Lease, Release, granted
from app.models.slots import Slots

#: Epochs of heirs are minutes since 1970 or above; those of stations that were never restored stay far below.
_HEIRS_FROM = 1_000_000


class SuccessionNotConfirmed(CannotNow):
    """A restored station grants nothing before it has heard of everybody. Facts: ``until``, ``stations`` awaited."""


class StationsAlike(CannotNow):
    """Several stations that are awaited bear one label, as a clone and its twin do. Facts: ``station``, ``marks``."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A restore: the ``name`` that is no more, known whole up to ``since``, and gone at ``until``.

    ``confirmed``: everybody was heard since then, or there was nobody. Of a station that was declared gone
    (``inherits`` is False) only what it may have dialed counts.
    """

    name: str
    since: datetime
    until: datetime
    confirmed: bool
    inherits: bool = True


@dataclass(frozen=True, slots=True)
class Seat:
    """A station as its hub knows it: the name in leases, and the label that people use.

    ``heard`` is the count of comebacks at which its last whole sync began; its login was closed at ``closed_at``.
    """

    name: str
    label: str
    heard: int
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AwaitedSeat:
    """A station that is awaited, and when the last record was written that is known of it (by its own clock)."""

    name: str
    label: str
    heard_at: datetime | None

    @property
    def mark(self) -> str:
        """What tells a clone from its twin, which bears the same label."""
        return mark_of(self.name)


def mark_of(name: str) -> str:
    """Return the short form of a station's name that people read and say: its last signs, which are random."""
    return name[-6:]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A station says that it succeeds to a ``name`` that was gone at ``until``."""

    by: str
    name: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """For whom a restored station still waits, and of those that are gone since when."""

    awaited: tuple[Seat, ...]
    rivals: tuple[str, ...]
    claimants: tuple[str, ...]
    gone: tuple[tuple[str, datetime], ...]

    @property
    def over(self) -> bool:
        """Say whether everybody was heard or is gone, and nobody else succeeds."""
        return not self.awaited and not self.rivals


@dataclass(frozen=True, slots=True)
class Heard:
    """What a restored station goes by: the hub's seats, who claims, who was declared gone since when, the count."""

    seats: Sequence[Seat]
    claims: Sequence[Claimed]
    gone: Mapping[str, datetime]
    count: int

    @property
    def closed(self) -> Mapping[str, datetime]:
        """Return whose login was closed, and when."""
        return {one.name: one.closed_at for one in self.seats if one.closed_at is not None}


def waiting(losses: Sequence[Loss], here: str, known: Heard) -> Waiting:
    """Return for whom the station ``here`` still waits before it succeeds to the names of its losses.

    A name of its own that was heard since, and another one that claims it, are rivals: two came back from one backup,
    or the old one lives. A supervisor who declares one of them gone decides.
    """
    names = {one.name for one in losses}
    ours = names | {here}
    gone = {**{one.name: one.until for one in known.claims}, **known.closed, **known.gone}
    claiming = _claiming(names, here, known.claims, gone)
    unheard = [one for one in known.seats if one.name not in ours and one.heard < known.count]
    living = [one.name for one in known.seats if one.name in names - {here} and one.heard >= known.count]
    rivals = [*(one for one in living if one not in known.gone), *(one for one in claiming if one not in gone)]
    missed = [*(one.name for one in unheard if one.name in gone), *(one for one in claiming if one in gone)]
    awaited = tuple(one for one in unheard if one.name not in gone)
    ended_at = tuple((one, gone[one]) for one in dict.fromkeys(missed))
    return Waiting(awaited, tuple(dict.fromkeys(rivals)), tuple(claiming), ended_at)


def _claiming(names: set[str], here: str, claims: Sequence[Claimed], gone: Mapping[str, datetime]) -> list[str]:
    """Return who else claims any of the names, or what a gone claimant of them had."""
    reach, found = set(names), list[str]()
    for _ in claims:
        found = list(dict.fromkeys(one.by for one in claims if one.name in reach and one.by not in names | {here}))
        reach |= {one for one in found if one in gone}
    return found


def confirmed(losses: Sequence[Loss], here: str, known: Heard) -> list[Loss]:
    """Return the losses of a station for which the waiting is over, with those whom it did not hear.

    Who claimed the same name and is gone is succeeded to as well: what it granted goes on with us.
    """
    open_ones = [one for one in losses if not one.confirmed]
    if not open_ones:
        return list(losses)
    since = min(one.since for one in open_ones)
    found = [replace(one, confirmed=True) for one in losses]
    what = waiting(losses, here, known)
    claims = {one.by: one.until for one in known.claims if one.by in what.claimants}
    for name, until in what.gone:
        if name in claims or until + 2 * SKEW >= since:
            found.append(Loss(name, min(claims.get(name, since), until), until, True, inherits=name in claims))
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """A lease that is asked for: of which group, to whom, by which station, when by its clock."""

    group: str
    to: str
    by: str
    now: datetime


def confirm(losses: Sequence[Loss], stations: str = "") -> None:
    """Raise ``SuccessionNotConfirmed`` where a restored station may grant nothing yet; ``stations``: who is awaited."""
    for one in losses:
        if not one.confirmed:
            raise SuccessionNotConfirmed(until=one.until, stations=stations or "–")


def ended(leases: Sequence[Lease], losses: Sequence[Loss]) -> list[Release]:
    """Return the leases of names that are no more as given back then; ``inherited`` counts what they dialed."""
    gone = {one.name: one.until for one in losses if one.inherits}
    return [Release(one.group, one.station, one.epoch, gone[one.station]) for one in leases if one.station in gone]


def inherited(
    asked: Asked,
    what: Handover,
    losses: Sequence[tuple[Loss, frozenset[date]]],
    slots: Slots,
    valid: timedelta = VALID,
) -> Lease:
    """Return the next lease of a group at a station that was restored; ``losses`` with the days that are unheard.

    Raises ``LeaseAuthorityElsewhere`` and ``LeaseRunning``.
    """
    names = {one.name for one, _ in losses if one.inherits}
    newest = max(what.leases, key=_epoch, default=None)
    first = newest is None or newest.by_station in names
    ours = any(each.by_station in names or each.epoch >= _HEIRS_FROM for each in what.leases)
    days: frozenset[date] = frozenset()
    for one, unheard in losses if ours or newest is None else ():
        if newest is None or not one.inherits or any(_speaks_of(each, one) for each in what.leases):
            days |= unheard
    most = len(days) * what.per_day
    renamed = tuple(replace(one, by_station=asked.by) if one.by_station in names else one for one in what.leases)
    plain = replace(what, leases=renamed, used=what.used + most)
    lease = granted(asked.group, asked.to, by=asked.by, now=asked.now, what=plain, valid=valid)
    if not first:
        return lease
    last = max(one.until for one, _ in losses)
    begins = max(lease.from_at, slots.midnight(last, 1) + 2 * SKEW)
    epoch = max(lease.epoch, int(last.timestamp()) // 60)
    left = min(lease.attempts, max(0, what.limit - what.used - most))
    return replace(lease, epoch=epoch, from_at=begins, until=begins + valid, attempts=left)


def _speaks_of(lease: Lease, loss: Loss) -> bool:
    return lease.by_station == loss.name or lease.epoch >= _HEIRS_FROM


def unheard_days(loss: Loss, heard: Mapping[str, datetime | None], slots: Slots) -> frozenset[date]:
    """Return the days of the people called on which the name that is no more may have dialed unheard."""
    since = min(loss.until, max(loss.since, heard.get(loss.name) or loss.since)) - 2 * SKEW
    first, last = (at.astimezone(slots.zone).date() for at in (since, loss.until + 2 * SKEW))
    return frozenset(first + timedelta(days=place) for place in range((last - first).days + 1))


def _epoch(one: Lease) -> int:
    return one.epoch
