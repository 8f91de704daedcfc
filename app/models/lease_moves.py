"""Moving a contact group: a supervisor's word to whom it shall go, what its holder and what the authority do about it.

The word is a fact that every station hears: ``Wish``. It is about the holder of one epoch and ends with the holder. Who
holds the group gives it back, the station that grants its leases then grants the next epoch to whom it was meant for.
Nobody dials in between, and whatever was dialed before is heard first: it stands before the release in its holder's
log.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.leases import Lease, Release


class LeaseStanding(StrEnum):
    """What is said of the groups that a station holds."""

    HERE = "here"
    HELD = "held"
    FREE = "free"
    MOVING = "moving"
    PROPOSED = "proposed"
    LOST = "lost"
    LOST_MOVING = "lost_moving"


@dataclass(frozen=True, slots=True)
class Wish:
    """A group shall be dialed by a station instead of the holder of ``epoch``; ``by`` is who said so."""

    group: str
    station: str
    epoch: int
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A supervisor's word ``at`` a time that a station has called nobody since an earlier one, and never will again.

    It frees nothing before the lease of the station is over; from then on only what it may have dialed until ``since``
    counts. It stands until the station is heard of again. ``by`` is who said so.
    """

    station: str
    since: datetime
    at: datetime
    by: str = ""


def standing(wishes: Iterable[Wish], leases: Iterable[Lease]) -> Wish | None:
    """Return the word that counts now: the last one about the present holder, None where none was said.

    A holder whose lease was renewed meanwhile is still the one of whom it was said.
    """
    known = sorted(leases, key=_epoch)
    since = known[-1].epoch if known else 0
    for one in reversed(known):
        if one.station != known[-1].station:
            break
        since = one.epoch
    return max((one for one in wishes if known and one.epoch >= since), key=_order, default=None)


def _order(one: Wish) -> tuple[datetime, str]:
    return one.at, one.station


def is_to_give_back(wish: Wish | None, held: Lease | None, here: str) -> bool:
    """Say whether this station holds a group that shall go elsewhere."""
    return wish is not None and held is not None and held.station == here != wish.station


def is_free(leases: Iterable[Lease], releases: Iterable[Release]) -> bool:
    """Say whether the holder of the newest epoch of a group gave it back."""
    newest = max(leases, key=_epoch, default=None)
    return newest is not None and any(one.epoch == newest.epoch and one.station == newest.station for one in releases)


def _epoch(one: Lease) -> int:
    return one.epoch
