"""Moving a contact group: a supervisor's word to whom it shall go, what its holder and what the authority do about it.

The word is a fact that every station hears: ``Wish``. It is about one epoch and ends with it. The holder of that epoch
gives the group back, the station that grants its leases then grants the next epoch to whom it was meant for. Nobody
dials in between, and whatever was dialed before is heard first, as it stands before the release in its holder's log.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.models.leases import Lease, Release


@dataclass(frozen=True, slots=True)
class Wish:
    """A group shall be dialed by a station from the next epoch on; ``epoch`` is the one that it ends, ``by`` who said so."""

    group: str
    station: str
    epoch: int
    at: datetime
    by: str = ""


def standing(wishes: Iterable[Wish], leases: Iterable[Lease]) -> Wish | None:
    """Return the word that counts for the newest epoch of a group: the last one, None where none was said."""
    newest = max((one.epoch for one in leases), default=0)
    return max((one for one in wishes if one.epoch == newest), key=_order, default=None)


def _order(one: Wish) -> tuple[datetime, str]:
    return one.at, one.station


def is_to_give_back(wish: Wish | None, held: Lease | None, here: str) -> bool:
    """Say whether this station holds a group that shall go elsewhere."""
    return wish is not None and held is not None and held.station == here != wish.station


def is_free(leases: Iterable[Lease], releases: Iterable[Release]) -> bool:
    """Say whether the holder of the newest epoch of a group gave it back."""
    newest = max(leases, key=_epoch, default=None)
    return newest is not None and any(
        one.epoch == newest.epoch and one.station == newest.station for one in releases
    )


def _epoch(one: Lease) -> int:
    return one.epoch
