"""Never called again: what somebody said once, which numbers and persons that bars, and what took it back.

A saying is everything that was written down in one breath: a person and all their numbers. Only facts are added: a
lift names a saying and takes back nothing but that, so that stations which hear of both in any order agree, and whoever
says it again is barred again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.models.errors import CannotNow, FieldInvalid


class NeverStanding(StrEnum):
    """What is told of a saying."""

    SAID = "said"
    TOLD = "told"  # another center told of it
    LIFTED = "lifted"
    LIFTED_BEFORE = "lifted_before"  # by an older program, which kept no day of the request
    STANDS = "stands"
    GONE = "gone"  # lifted, in a word
    UNKNOWN = "unknown"  # nothing but keyed hashes is known of whom it is about


@dataclass(frozen=True)
class NeverFact:
    """One number or person that is barred. ``said``: the saying it belongs to, None in records of older programs.

    ``told``: another center told of the wish, and ``reason`` is its name.
    """

    id: bytes
    said: bytes | None
    number_key: str
    person_key: str
    at: datetime
    reason: str
    actor: str
    caller: bytes | None = None
    callback: bytes | None = None
    told: bool = False


@dataclass(frozen=True)
class Lift:
    """What takes a saying back: who wrote it down and when, the day of the written request and where that is kept."""

    lifts: bytes
    at: datetime
    actor: str
    requested_on: date | None
    request: str


@dataclass(frozen=True)
class Saying:
    """Everything that was said in one breath, and the first lift of it, None while it stands."""

    id: bytes
    facts: tuple[NeverFact, ...]
    lift: Lift | None = None

    @property
    def first(self) -> NeverFact:
        """Return the fact that tells when, by whom and of whom it was said."""
        return self.facts[0]

    @property
    def keys(self) -> frozenset[str]:
        """Return the keyed hashes of every number and person that it bars."""
        return frozenset(key for one in self.facts for key in (one.number_key, one.person_key) if key)

    @property
    def lifted_by(self) -> tuple[bytes, ...]:
        """Return what lifts have to name: the saying, or each of its facts where an older program wrote them."""
        return (self.id,) if self.first.said else tuple(one.id for one in self.facts)


class AlreadyLifted(CannotNow):
    """A saying was taken back before. Facts: ``day`` (ISO 8601), ``name``."""


class RequestBefore(FieldInvalid):
    """A request is older than what it is to take back. Facts: ``field``, ``value``, ``day`` when it was said."""


def sayings(facts: Iterable[NeverFact], lifts: Iterable[Lift]) -> tuple[Saying, ...]:
    """Return what was said, the newest first, whatever the order in which the facts came.

    Facts of older programs name no saying: those of one moment and one reason are one.
    """
    together: dict[object, list[NeverFact]] = {}
    for one in facts:
        together.setdefault(one.said or (one.at, one.reason), []).append(one)
    named: dict[bytes, list[Lift]] = {}
    for lift in lifts:
        named.setdefault(lift.lifts, []).append(lift)
    found = (_saying(sorted(some, key=_id_of), named) for some in together.values())
    return tuple(sorted(found, key=_newest, reverse=True))


def _saying(facts: list[NeverFact], named: dict[bytes, list[Lift]]) -> Saying:
    each = [[*named.get(one.id, ()), *named.get(one.said or one.id, ())] for one in facts]
    first = min((lift for some in each for lift in some), key=_earliest, default=None)
    return Saying(facts[0].said or facts[0].id, tuple(facts), first if all(each) else None)


def _id_of(one: NeverFact) -> bytes:
    return one.id


def _newest(one: Saying) -> tuple[datetime, bytes]:
    return one.first.at, one.id


def _earliest(one: Lift) -> tuple[datetime, str, str]:
    return one.at, one.actor, one.request
