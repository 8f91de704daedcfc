"""What stations and the hub say to each other: records as rows, marks in a chain, greetings, and what a sync did."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from app.models.journal import Sealed, chain_hash

#: Scope of what concerns the center of the station that wrote it; at the hub it is read by that center's name.
OWN_CENTER = "center"
#: Scope of what is for all centers.
PROGRAM = "program"
#: Records that go over the wire together, and the bytes of their payloads that end a batch early.
BATCH_RECORDS = 5000
BATCH_BYTES = 4 * 1024 * 1024
#: Least difference between the hub's clock and ours that is corrected (milliseconds).
LEAST_SKEW_MS = 2000


class Wire(NamedTuple):
    """One record as it travels: its transport address, what it says, and its seals."""

    origin: bytes
    seq: int
    uid: bytes
    hlc: int
    at: str
    actor: str
    scope: str
    entity: str
    row_id: bytes
    sv: int
    payload: str | None
    payload_hash: bytes
    hash: bytes

    @property
    def sealed(self) -> Sealed:
        """Return the chained part."""
        return Sealed(*self[:10], self.payload_hash)


#: Names of the columns of ``Wire`` in its order.
COLUMNS = Wire._fields


class Mark(NamedTuple):
    """A place in an origin's chain: everything up to ``seq``, whose record has this hash. (0, empty) is the start."""

    origin: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True)
class Head:
    """How far the hub knows an origin. ``mine`` is False where another login wrote it."""

    seq: int = 0
    hash: bytes = b""
    durable_seq: int = 0
    mine: bool = True


@dataclass(frozen=True)
class Hello:
    """The hub's answer to a greeting. ``scopes`` are those that this login may read, the center's name first.

    Of them a station reads its center's and what is for all. An account, a setting or a unit has one id in every
    center, so what another center says of it would change ours.

    ``life`` grows when the hub comes back from a backup (0: an older hub, which does not count), ``machine`` differs
    where its database knows that by itself, ``count`` grows when a station comes back; ``seat`` is our name there.
    """

    hub_id: str
    standby: bool
    now: datetime
    head: Head
    center: str
    scopes: tuple[str, ...]
    oldest_program: int = 0
    life: int = 0
    count: int = 0
    machine: str = ""
    seat: str = ""

    @property
    def read(self) -> tuple[str, ...]:
        """Return the scopes that a station reads, whatever else the hub would hand out."""
        return tuple(one for one in self.scopes if one in (self.center, PROGRAM))


@dataclass(frozen=True)
class Chunk:
    """Some records of one scope, and what a station holds after it has taken them in."""

    rows: Sequence[Wire]
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Summary:
    """How many different records there are, and the xor of the second halves of their uids."""

    count: int
    xor: int


@dataclass(frozen=True)
class Outcome:
    """What a sync did. ``checked``: scopes were compared; ``unequal`` ones differ even after a repair.

    ``objects``: lists and documents that the hub was given; ``objects_waiting``: those that it is too old to take;
    ``objects_left``: those that the next sync goes on with. ``closed``: sign-in names of accounts of this computer that
    nobody of the center that it joined knows; ``taken_over``: those that are an account of the center by now, with its
    password. Both are told until a sync has ended whole.
    """

    pushed: int = 0
    pulled: int = 0
    readdressed: bool = False
    rewound: int = 0
    repaired: int = 0
    quarantined: int = 0
    skew_ms: int = 0
    trips: int = 0
    checked: bool = False
    objects: int = 0
    objects_waiting: int = 0
    objects_left: int = 0
    unequal: tuple[str, ...] = field(default=())
    closed: tuple[str, ...] = field(default=())
    taken_over: tuple[str, ...] = field(default=())


def measured(before: datetime, theirs: datetime, after: datetime, known_ms: int) -> tuple[int, int]:
    """Return how far the hub's clock is ahead of ours and by how much stamps are corrected, both in milliseconds.

    The hub read its clock at some moment of a trip from ``before`` to ``after``, both by our clock, so half of the trip
    is in doubt: what that explains is nobody's fault, and a correction that is ``known_ms`` already and fits stays.
    """
    doubt = (after - before) / 2
    skew, least = theirs - before - doubt, timedelta(milliseconds=LEAST_SKEW_MS)
    found = round(skew.total_seconds() * 1000)
    if abs(skew - timedelta(milliseconds=known_ms)) <= doubt:
        return (found if abs(skew) > doubt else 0), known_ms
    return found, (found if abs(skew) > least else 0)


def summary_of(uids: Iterable[bytes]) -> Summary:
    """Return the summary of different uids."""
    count = xor = 0
    for uid in uids:
        count += 1
        xor ^= int.from_bytes(uid[8:], "big")
    return Summary(count, xor)


def readdressed(rows: Iterable[Wire], origin: bytes, start: Mark | None = None) -> list[Wire]:
    """Return the records under another origin's chain, which goes on after ``start``; uids and contents stay."""
    seq, previous = (start.seq, start.hash) if start else (0, b"")
    found: list[Wire] = []
    for row in rows:
        seq += 1
        moved = row._replace(origin=origin, seq=seq)
        previous = chain_hash(previous, moved.sealed)
        found.append(moved._replace(hash=previous))
    return found


def ends_of(rows: Iterable[Wire]) -> list[Mark]:
    """Return the last place of each origin among these records."""
    return list({row.origin: Mark(row.origin, row.seq, row.hash) for row in rows}.values())


def payload_holds(row: Wire) -> bool:
    """Say whether the payload is what its hash says; a redacted one has none and holds."""
    if row.payload is None:
        return True
    return hashlib.sha256(row.payload.encode("utf-8", "surrogatepass")).digest() == row.payload_hash
