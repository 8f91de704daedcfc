"""A station gives the hub back what it has nowhere: universal repair, in a chain of its own.

The authors of these records may be gone for good, and their chains cannot be gone on with; who reads them knows them by
their uids.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from app.models.sync import Mark, Wire, readdressed
from app.services.comebacks import Trip
from app.store.journal import Rows

#: Gives the next records after a place of the journal, and the place that they reach.
Following = Callable[[Rows, int], tuple[int, list[Wire]]]


class Given(Protocol):
    """The hub that is given records. Each method is one round trip."""

    def missing(self, uids: Sequence[bytes]) -> set[bytes]:
        """Return which of these records the hub has nowhere."""
        ...

    def push(self, rows: Sequence[Wire]) -> None:
        """Append records of one chain, all or none."""
        ...


class Reading(Protocol):
    """The station's database."""

    def reading(self) -> AbstractContextManager[Rows]:
        """Give a reader."""
        ...


def give_back(
    station: Reading, hub: Given, *, trip: Trip, origin: bytes, following: Following, moved: Callable[[int], None]
) -> int:
    """Publish again, under a fresh ``origin``, what the hub lacks of what follows; return how many records it lacked.

    ``moved`` hears after each part how many they are so far; raising anything stops it there, with nothing lost.
    """
    mark, place, given = Mark(origin, 0, b""), 0, 0
    while True:
        with station.reading() as rows:
            place, batch = following(rows, place)
        if not batch:
            return given
        lacking = trip(hub.missing, [row.uid for row in batch])
        again = readdressed((row for row in batch if row.uid in lacking), origin, mark)
        if again:
            trip(hub.push, again)
            mark, given = Mark(origin, again[-1].seq, again[-1].hash), given + len(again)
        moved(given)
