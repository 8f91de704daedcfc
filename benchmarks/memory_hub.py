"""A hub in memory with the guard, the chains and the scopes of the real one; the same tests hold for both."""

import copy
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.models.ids import derived_id
from app.models.journal import chain_hash
from app.models.succession import Seat
from app.models.sync import OWN_CENTER, Chunk, Head, Hello, Mark, Summary, Wire, ends_of, payload_holds, summary_of
from app.models.sync_errors import HubRefusedLogin, OutOfStep

#: What a transfer to another center brings.
MOVES = frozenset({"inquiry", "inquiry_event", "caller", "caller_phone"})

#: Scope of what is for all centers, and what may be written there.
PROGRAM = "program"
COMMON = frozenset({"known_center"})
#: What a station says of a row that it sends to another center, and no more.
SENT = {
    "inquiry": "number opened_at channel caller category area urgency summary details state due_at came_from came_as",
    "caller": "name kind language area",
    "caller_phone": "caller number",
}
#: Rows that are told of another one, which may come later.
_OF_OTHERS = ("inquiry_event", "caller_phone")


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
    #: (target, sender, receiver) → source, of what one center sent to another; and (origin, seq) → home and record of
    #: what is kept only.
    sent: dict[tuple[str, str, str], str] = field(default_factory=dict)
    refused: dict[tuple[bytes, int], tuple[str, Wire]] = field(default_factory=dict)

    def copied(self) -> "Kept":
        found = {name: Replica(one.owner, one.center, list(one.rows)) for name, one in self.replicas.items()}
        return Kept(found, dict(self.seats), self.life, self.count, dict(self.sent), dict(self.refused))


class MemoryHub:
    """The hub itself. ``login`` gives what one station sees of it."""

    def __init__(self, now: Callable[[], datetime], hub_id: str = "hub", chunk: int = 5000) -> None:
        self.now = now
        self.hub_id = hub_id
        self.chunk = chunk
        self.machine = "1/00000001"
        self.standby = False
        self.oldest_program = 0
        #: Entities that may be written for all centers; None: any, where rows of a simulation stand for them.
        self.common: frozenset[str] | None = COMMON
        #: Believe the marks of a pull, as a hub without this check would (a mutant).
        self.trusting = False
        self.kept = Kept()
        self.members: dict[str, tuple[str, tuple[str, ...]]] = {}
        #: Logins that were let go.
        self.gone: set[str] = set()

    def enroll(self, who: str, center: str, scopes: tuple[str, ...] = ()) -> None:
        """Let a login in; it reads its center's scope and these."""
        self.members[who] = (center, (center, *scopes))

    def expel(self, who: str) -> None:
        """Let a login go; a center without any speaks for itself no more."""
        self.gone.add(who)
        self._weigh_again({derived_id("center", self.members[who][0]).hex()}, set())

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
            self._weigh(replica.center, row)

    def _weigh(self, home: str, row: Wire) -> None:
        """Keep to itself what would change another center's rows, or is about none that went from one to the other."""
        if row.scope == OWN_CENTER or (row.scope == PROGRAM and self.common is None):
            return
        if row.scope == home:
            self._given_back(home, row)
        elif row.scope in (PROGRAM, *self.centers) and not self._is_sound(home, row):
            self.kept.refused[row.origin, row.seq] = home, row

    @property
    def centers(self) -> set[str]:
        """Return the centers of all logins."""
        return {center for center, _ in self.members.values()}

    def _is_sound(self, home: str, row: Wire) -> bool:
        if self._has_rival(home, row):
            return False
        if row.scope == PROGRAM:
            return self._introduces(home, row)
        if row.entity not in MOVES:
            return False
        if row.payload is None:
            copies = [one for one in self._accepted() if one.uid == row.uid and one[:2] != row[:2]]
            return bool(copies) and all(one.payload is None for one in copies)
        about = _about(row)
        if row.entity in _OF_OTHERS:
            back = row.entity == "inquiry_event" and any(
                key[1:] == (row.scope, home) and source == about for key, source in self.kept.sent.items()
            )
            return back or (about, home, row.scope) in self.kept.sent
        self._note_sent((row.row_id.hex(), home, row.scope), about)
        return True

    def _accepted(self, whose: Callable[[Replica], bool] = bool) -> Iterator[Wire]:
        """Yield what is not refused, of these chains."""
        refused = self.kept.refused
        found = (one for one in self.kept.replicas.values() if whose(one))
        return (row for each in found for row in each.rows if row[:2] not in refused)

    def _has_rival(self, home: str, row: Wire) -> bool:
        """Say whether another record has this name, or one of this row is another center's that had not taken it in.

        Not where a station beside the one that they know of sent the row, unseen by it.
        """
        if any(one.uid == row.uid and _told(one) != _told(row) for one in self._accepted()):
            return True
        theirs = self._accepted(lambda replica: replica.center != home)
        return (
            row.scope != PROGRAM
            and any(one.row_id == row.row_id and one.uid != row.uid and not _knew(one, row) for one in theirs)
            and not self._is_sent_again(home, row)
        )

    def _is_sent_again(self, home: str, row: Wire) -> bool:
        """Say whether a first record is of a row that this center has sent already: each station says it once."""
        said = json.loads(row.payload or "{}")
        fields = said.get("f") or {}
        if said.get("b") or not fields or not fields.keys() <= set(SENT.get(row.entity, "").split()):
            return False
        target = _about(row) if row.entity == "caller_phone" else row.row_id.hex()
        source = self.kept.sent.get((target, home, row.scope))
        if source is None:
            return False
        if row.entity == "inquiry" and (
            (fields.get("came_from"), fields.get("state")) != (home, "new") or source not in ("", _about(row))
        ):
            return False
        owner = self.kept.replicas[row.origin].owner
        mine = self._accepted(lambda replica: replica.owner == owner)
        return not any(one.row_id == row.row_id and one.uid != row.uid for one in mine)

    def _introduces(self, home: str, row: Wire) -> bool:
        """Say whether a center introduces itself, in its row; others may once it has, or its stations were let go."""
        if row.entity not in (self.common or ()):
            return False
        name = _said(row, "name")
        if row.row_id == derived_id("center", home):
            if sound := row.payload is None or name == home:
                self._weigh_again({row.row_id.hex()}, set())
            return sound
        if row.row_id != derived_id("center", name) or name not in self.centers:
            return False
        is_open = any(center == name and who not in self.gone for who, (center, _) in self.members.items())
        own = self._accepted(lambda replica: replica.center == name)
        return not is_open or any(one.row_id == row.row_id and one.scope == PROGRAM for one in own)

    def _given_back(self, home: str, row: Wire) -> None:
        """Note what came to a center, as it says itself after the hub has lost it."""
        came = _said(row, "came_from")
        if row.entity != "inquiry" or came in ("", home):
            return
        source = _about(row)
        theirs = [one for one in self.kept.replicas.values() if one.center == came]
        moved = any(
            one.row_id.hex() == source and _said(one, "moved_to") == home for each in theirs for one in each.rows
        )
        self._note_sent((row.row_id.hex(), came, home), source if moved else "")
        if caller := _said(row, "caller"):
            self._note_sent((caller, came, home), "")

    def _note_sent(self, sent: tuple[str, str, str], source: str) -> None:
        """Note that a row went from one center to another, and weigh again what was told of it before."""
        known = self.kept.sent.get(sent)
        if known is not None and (known or not source):
            return
        self.kept.sent[sent] = source
        target, sender, receiver = sent
        self._weigh_again({target, source} - {""}, {(sender, receiver), (receiver, sender)})

    def _weigh_again(self, about: set[str], ends: set[tuple[str, str]]) -> None:
        """Weigh what was refused of these rows, from one of these centers to the other or for all."""
        late = sorted(self.kept.refused.items(), key=lambda one: one[1][1].entity in _OF_OTHERS)
        for place, (home, row) in late:
            named = _about(row) if row.entity in _OF_OTHERS else ""
            if (named or row.row_id.hex()) in about and (row.scope == PROGRAM or (home, row.scope) in ends):
                self.kept.refused.pop(place, None)
                self._weigh(home, row)

    def scope_of(self, replica: Replica, row: Wire) -> str:
        """Return the scope of a record as the hub reads it."""
        return replica.center if row.scope == OWN_CENTER else row.scope

    def hands_out(self, replica: Replica, row: Wire, scope: str) -> bool:
        """Say whether a record is given to whoever reads a scope: from another center only what a transfer brings."""
        if self.scope_of(replica, row) != scope:
            return False
        if row.scope in (OWN_CENTER, replica.center):
            return True
        crosses = row.scope == PROGRAM or row.entity in MOVES or row.scope not in self.centers
        return crosses and row[:2] not in self.kept.refused


def _told(row: Wire) -> tuple[object, ...]:
    """Return what a record says, wherever it stands."""
    return (*row[3:10], row.payload_hash)


def _said(row: Wire, name: str) -> str:
    return str(json.loads(row.payload or "{}").get("f", {}).get(name) or "")


def _about(row: Wire) -> str:
    return _said(row, {"inquiry_event": "inquiry", "caller_phone": "caller"}.get(row.entity, "came_as"))


def _knew(one: Wire, row: Wire) -> bool:
    return row.uid.hex() in str(json.loads(one.payload or "{}").get("b", ""))


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
        """Return what is nowhere here; what is refused is not there for stations that may give it back."""
        own, refused = self.hub.members[self.who][0], self.hub.kept.refused
        held = ((each.center, row) for each in self.hub.kept.replicas.values() for row in each.rows)
        return set(uids) - {
            row.uid
            for center, row in held
            if row[:2] not in refused or not (row.scope == own or (row.scope == PROGRAM and center != own))
        }

    def people(self, center: str) -> list[Wire]:
        """Return every record of an account that a center may read."""
        hub = self.hub
        if center not in hub.members[self.who][1]:
            return []
        return [
            row
            for replica in hub.kept.replicas.values()
            for row in replica.rows
            if row.entity == "person" and hub.hands_out(replica, row, center)
        ]

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
