"""The roster of a day: among whom the calls that somebody waits for are divided while no hub is reached.

Where the hub is reached, a claim says who calls now. Where it is not, each call has one owner among the people of the
last roster that came, so that two stations which cannot hear each other call different people. Campaign cases need
none of it: their leases say who may dial at all.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from app.models.errors import CannotNow
from app.models.journal import Entity, Field, Kind

#: Who was at a desk in this time is on the roster.
SEEN = timedelta(days=14)


class RosteredElsewhere(CannotNow):
    """While no hub is reached, somebody else calls this person. Facts: ``person``, ``day`` of the roster."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who shares the calls from a day (ISO) on, until the next roster comes."""

    day: str
    people: tuple[bytes, ...]

    def owner(self, call: bytes, promised_by: bytes | None = None) -> bytes | None:
        """Return who makes a call: who promised it if on the roster, else whom the call falls to; None on an empty one.

        Everybody reckons the same. Who leaves or comes moves only calls of their own.
        """
        if promised_by is not None and promised_by in self.people:
            return promised_by
        return max(self.people, key=_Weight(call), default=None)


@dataclass(frozen=True, slots=True)
class _Weight:
    """Rendezvous hashing: the person with the greatest hash beside a call has it."""

    call: bytes

    def __call__(self, person: bytes) -> bytes:
        return hashlib.sha256(person + self.call).digest()


def roster_of(day: str, people: Iterable[bytes]) -> Roster:
    """Return a roster with each person once, in an order that says nothing."""
    return Roster(day, tuple(sorted(set(people))))


ROSTER = Entity(
    "roster",
    (
        Field("of_center", Kind.FACT),
        Field("day", Kind.FACT),
        Field("people", Kind.FACT, "JSON"),
        Field("at", Kind.FACT),
    ),
    fact=True,
)
