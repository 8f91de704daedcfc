"""A hub in memory with the guard, the chains and the scopes of the real one; the same tests hold for both."""

import copy
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.models.journal import chain_hash
from app.models.succession import Seat
from app.models.sync import OWN_CENTER, Chunk, Head, Hello, Mark, Summary, Wire, ends_of, payload_holds, summary_of
from app.models.sync_errors import HubRefusedLogin, OutOfStep

#: What a transfer to another center brings.
MOVES = frozenset({"inquiry", "inquiry_event", "caller", "caller_phone"})


@dataclass
class Replica:
    """What the hub keeps of one origin."""

    owner: str
    center: str
    rows: list[Wire] = field(default_factory=list)

    @property
    def end(self) -> Mark:
        last = self.rows[-1] if self.rows else None
        return Mark(last.origin, last.seq, last.hash) if last else Mark(b"", 0, b"")


@dataclass
class Kept:
    """Everything that a hub keeps, which a backup copies."""

    replicas: dict[bytes, Replica] = field(default_factory=dict)
    #: chain → its login, and the seat that its station has.
    seats: dict[bytes, tuple[str, Seat]] = field(default_factory=dict)
    life: int = 1
    count: int = 0
    #: (target, sender, receiver) → source, of what one center sent to another; and (origin, seq) of what is kept only.
    sent: dict[tuple[str, str, str], str] = field(default_factory=dict)
    refused: set[tuple[bytes, int]] = field(default_factory=set)

    def copied(self) -> "Kept":
        found = {name: Replica(one.owner, one.center, list(one.rows)) for name, one in self.replicas.items()}
        return Kept(found, dict(self.seats), self.life, self.count, dict(self.sent), set(self.refused))


class MemoryHub:
    """The hub itself. ``login`` gives what one station sees of it."""

    def __init__(self, now: Callable[[], datetime], hub_id: str = "hub", chunk: int = 5000) -> None:
        self.now = now
        self.hub_id = hub_id
        self.chunk = chunk
        self.machine = "1/00000001"
        self.standby = False
        self.oldest_program = 0
        #: Believe the marks of a pull, as a hub without this check would (a mutant).
        self.trusting = False
        self.kept = Kept()
        self.members: dict[str, tuple[str, tuple[str, ...]]] = {}

    def enroll(self, who: str, center: str, scopes: tuple[str, ...] = ()) -> None:
        """Let a login in; it reads its center's scope and these."""
        self.members[who] = (center, (center, *scopes))

    def login(self, who: str) -> "MemoryLogin":
        """Return what this login sees."""
        return MemoryLogin(self, who)

    def backup(self) -> Kept:
        """Return a copy of everything."""
        return self.kept.copied()

    def restore(self, kept: Kept) -> None:
        """Go back to a copy."""
        self.kept = kept.copied()

    def guard(self, who: str, rows: Sequence[Wire]) -> None:
        """Check one origin's records as the trigger does, and append them."""
        origin = rows[0].origin
        replica = self.kept.replicas.get(origin) or Replica(who, self.members[who][0])
        if replica.owner != who:
            raise OutOfStep(code="SY002")
        end = replica.end
        if [row.seq for row in rows] != list(range(end.seq + 1, end.seq + 1 + len(rows))):
            raise OutOfStep(code="SY003")
        previous = end.hash
        for row in rows:
            previous = chain_hash(previous, row.sealed)
            if previous != row.hash or not payload_holds(row):
                raise OutOfStep(code="SY004")
        self.kept.replicas[origin] = replica
        replica.rows.extend(rows)
        for row in rows:
            if row.entity in MOVES and row.scope not in (OWN_CENTER, "program", replica.center) and row.payload:
                self._weigh(replica.center, row)

    def _weigh(self, home: str, row: Wire) -> None:
        """Keep to itself what would change another center's rows, or is about none that went from one to the other."""
        sent, said = self.kept.sent, json.loads(row.payload or "{}")["f"]
        about = str(said.get({"inquiry_event": "inquiry", "caller_phone": "caller"}.get(row.entity, "came_as"), ""))
        others = (one for one in self.kept.replicas.values() if one.center != home)
        sound = not any(_rivals(each, row) for one in others for each in one.rows)
        if row.entity in ("inquiry_event", "caller_phone"):
            there = (about, home, row.scope) in sent
            back = row.entity == "inquiry_event" and any(
                key[1:] == (row.scope, home) and source == about for key, source in sent.items()
            )
            sound = sound and (there or back)
        elif sound:
            sent[row.row_id.hex(), home, row.scope] = about
        if not sound:
            self.kept.refused.add((row.origin, row.seq))

    def scope_of(self, replica: Replica, row: Wire) -> str:
        """Return the scope of a record as the hub reads it."""
        return replica.center if row.scope == OWN_CENTER else row.scope

    def hands_out(self, replica: Replica, row: Wire, scope: str) -> bool:
        """Say whether a record is given to whoever reads a scope: from another center only what a transfer brings."""
        foreign = row.scope != replica.center and row.scope in {center for center, _ in self.members.values()}
        kept_only = row.entity not in MOVES or (row.origin, row.seq) in self.kept.refused
        return self.scope_of(replica, row) == scope and not (foreign and kept_only)


def _rivals(one: Wire, row: Wire) -> bool:
    """Say whether a record is of this row and is neither it nor written by who had taken it in."""
    if one.row_id != row.row_id or (one.uid, one.payload_hash) == (row.uid, row.payload_hash):
        return False
    return row.uid.hex() not in str(json.loads(one.payload or "{}").get("b", ""))


class MemoryLogin:
    """The hub as one station's login sees it."""

    def __init__(self, hub: MemoryHub, who: str) -> None:
        self.hub = hub
        self.who = who

    def hello(self, origin: bytes) -> Hello:
        """Greet."""
        hub = self.hub
        replica = hub.kept.replicas.get(origin)
        end = replica.end if replica else Mark(origin, 0, b"")
        head = Head(end.seq, end.hash, 0, replica is None or replica.owner == self.who)
        center, scopes = hub.members[self.who]
        kept = hub.kept
        who, seat = kept.seats.get(origin, ("", None))
        name = seat.name if seat and who == self.who else ""
        counted = kept.life, kept.count, hub.machine, name
        return Hello(hub.hub_id, hub.standby, hub.now(), head, center, scopes, hub.oldest_program, *counted)

    def hashes(self, origin: bytes, seqs: Sequence[int]) -> list[bytes]:
        """Return hashes of a chain."""
        replica = self.hub.kept.replicas.get(origin)
        rows = replica.rows if replica else []
        return [rows[seq - 1].hash if 0 < seq <= len(rows) else b"" for seq in seqs]

    def push(self, rows: Sequence[Wire]) -> None:
        """Append records."""
        for origin in dict.fromkeys(row.origin for row in rows):
            self.hub.guard(self.who, [row for row in rows if row.origin == origin])

    def verify(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return marks that are not here."""
        return [mark for mark in marks if not self._has(mark)]

    def _has(self, mark: Mark) -> bool:
        return self.hashes(mark.origin, [mark.seq])[0] == mark.hash

    def pull(self, scope: str, have: Sequence[Mark]) -> Iterator[Chunk]:
        """Give what is new, origin by origin."""
        known = {mark.origin: mark.seq for mark in have if self.hub.trusting or self._has(mark)}
        kept = copy.copy(self.hub.kept.replicas)
        news: list[Wire] = []
        ends: list[Mark] = []
        for origin in sorted(kept):
            replica, start = kept[origin], known.get(origin, 0)
            if replica.end.seq > start:
                news += [row for row in replica.rows[start:] if self.hub.hands_out(replica, row, scope)]
                ends.append(replica.end)
        for at in range(0, len(news), self.hub.chunk):
            part = news[at : at + self.hub.chunk]
            yield Chunk(part, ends_of(part))
        if ends:
            yield Chunk([], ends)

    def summary(self, scope: str, have: Sequence[Mark]) -> Summary:
        """Summarize what is here of a scope up to some marks."""
        found = {
            row.uid
            for mark in have
            if (replica := self.hub.kept.replicas.get(mark.origin))
            for row in replica.rows[: mark.seq]
            if self.hub.hands_out(replica, row, scope)
        }
        return summary_of(found)

    def missing(self, uids: Sequence[bytes]) -> set[bytes]:
        """Return what is nowhere here."""
        known = {row.uid for replica in self.hub.kept.replicas.values() for row in replica.rows}
        return set(uids) - known

    def note(self, origin: bytes, skew_ms: int, begun: int) -> None:
        """Take the note."""
        who, seat = self.hub.kept.seats.get(origin, ("", None))
        if seat and who == self.who:
            heard = max(seat.heard, min(begun, self.hub.kept.count))
            self.hub.kept.seats[origin] = who, replace(seat, heard=heard)

    def attend(self, origin: bytes, name: str, returned: bool) -> int:
        """Take a seat."""
        kept = self.hub.kept
        if self._is_others(origin, name):
            raise HubRefusedLogin(reason="not enrolled, or the chain or the name of another station")
        who, seat = kept.seats.get(origin, ("", None))
        heard = seat.heard if seat and who == self.who else 0
        kept.seats[origin] = self.who, Seat(name, self.who, heard)
        kept.count += returned
        return kept.count

    def _is_others(self, origin: bytes, name: str) -> bool:
        kept = self.hub.kept
        chains = {kept.replicas[one].owner for one in (origin, bytes.fromhex(name)) if one in kept.replicas}
        names = {who for place, (who, seat) in kept.seats.items() if place != origin and seat.name == name}
        seat = kept.seats[origin][0] if origin in kept.seats and origin not in kept.replicas else self.who
        return not {*chains, *names, seat} <= {self.who}

    def seats(self) -> list[Seat]:
        """Return every station of our center."""
        members = self.hub.members
        center = members[self.who][0]
        return [seat for who, seat in self.hub.kept.seats.values() if members[who][0] == center]

    def went_back(self, known: int) -> int:
        """Say that we know a later moment of a life."""
        kept = self.hub.kept
        if known >= kept.life:
            kept.life = 1 + max(kept.life, min(known, int(self.hub.now().timestamp()) // 60))
        return kept.life
