"""Succession: what becomes of the leases of a station that was restored from a backup.

What it dialed and granted after the backup is lost, if nobody heard of it. So it goes on under a fresh name, holds
nothing that the old name held, and grants nothing until the hub that it had has told what it knows. Then it is the heir
of the old name: what the old name may have dialed unheard between the backup and the restore counts as dialed, a new
lease begins on the day after the restore, and its epoch lies above every one that the old name may have granted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.models.errors import CannotNow
from app.models.leases import SKEW, VALID, Handover, Lease, Release, granted
from app.models.slots import Slots

#: Epochs of heirs are minutes since 1970 or above; those of stations that were never restored stay far below.
_HEIRS_FROM = 1_000_000


class SuccessionNotConfirmed(CannotNow):
    """A restored station grants nothing before the hub that it had has told what it knows. Facts: ``until``."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A restore: the ``name`` that is no more, known whole up to ``since``, and gone at ``until``.

    ``confirmed``: the same hub has told since then what it knows, or there was none.
    """

    name: str
    since: datetime
    until: datetime
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A lease that is asked for: of which group, to whom, by which station, when by its clock."""

    group: str
    to: str
    by: str
    now: datetime


def confirm(losses: Sequence[Loss]) -> None:
    """Raise ``SuccessionNotConfirmed`` where a restored station may grant nothing yet."""
    for one in losses:
        if not one.confirmed:
            raise SuccessionNotConfirmed(until=one.until)


def ended(leases: Sequence[Lease], losses: Sequence[Loss]) -> list[Release]:
    """Return the leases of names that are no more as given back then; ``inherited`` counts what they dialed."""
    gone = {one.name: one.until for one in losses}
    return [Release(one.group, one.station, one.epoch, gone[one.station]) for one in leases if one.station in gone]


def inherited(
    asked: Asked, what: Handover, losses: Sequence[tuple[Loss, int]], slots: Slots, valid: timedelta = VALID
) -> Lease:
    """Return the next lease of a group at a station that was restored; ``losses`` with the days that are unheard.

    Raises ``LeaseAuthorityElsewhere`` and ``LeaseRunning``.
    """
    names = {one.name for one, _ in losses}
    newest = max(what.leases, key=_epoch, default=None)
    first = newest is None or newest.by_station in names
    touched = [
        (one, days)
        for one, days in losses
        if newest is None or any(each.by_station == one.name or each.epoch >= _HEIRS_FROM for each in what.leases)
    ]
    unheard = sum(days for _, days in touched) * what.per_day
    ours = tuple(replace(one, by_station=asked.by) if one.by_station in names else one for one in what.leases)
    plain = replace(what, leases=ours, used=what.used + unheard)
    lease = granted(asked.group, asked.to, by=asked.by, now=asked.now, what=plain, valid=valid)
    if not first:
        return lease
    last = max(one.until for one, _ in losses)
    begins = max(lease.from_at, slots.midnight(last, 1) + 2 * SKEW)
    epoch = max(lease.epoch, int(last.timestamp()) // 60)
    left = min(lease.attempts, max(0, what.limit - what.used - unheard))
    return replace(lease, epoch=epoch, from_at=begins, until=begins + valid, attempts=left)


def unheard_days(loss: Loss, heard: Mapping[str, datetime | None], slots: Slots) -> int:
    """Return on how many days of the people called the name that is no more may have dialed unheard."""
    since = min(loss.until, max(loss.since, heard.get(loss.name) or loss.since)) - 2 * SKEW
    first, last = (at.astimezone(slots.zone).date() for at in (since, loss.until + 2 * SKEW))
    return (last - first).days + 1


def _epoch(one: Lease) -> int:
    return one.epoch
