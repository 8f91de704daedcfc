"""The journal: one transaction, ``put`` as the one way to write, and a record's history.

Every record goes into the append-only journal and into its projection in the same transaction. The stamp is a hybrid
logical clock restricted to the row: greater than every stamp that the row has, so that who saw a value and changed it
always wins, whatever the PC's clock says.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from app.models.changes import Changes, Touched
from app.models.entities import ENTITIES, SCHEMA_VERSION
from app.models.errors import RecordGone
from app.models.ids import new_id
from app.models.journal import KNOWN, Record, Sealed, Value, chain_hash, fold, known_to
from app.models.upcasts import UPCASTS, record, upcast
from app.store import projections
from app.store.sqlcipher import Connection

NEW_RECORD = """INSERT INTO journal(uid, origin, seq, hlc, at, actor, scope, entity, row_id, sv, payload, payload_hash,
    hash) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"""
# Backward from the end, and not beyond the last of the origin's records that the address index holds.
LAST_OF = """SELECT seq, hash FROM journal WHERE id >= (SELECT id FROM journal WHERE origin=? AND seq % 64 = 1
    ORDER BY seq DESC LIMIT 1) AND origin=? ORDER BY id DESC LIMIT 1"""
#: Rows of one kind that panes are told of one by one, where many came at once.
MOST_NOTED = 500
_as_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Without looking for blanks: a payload is what the encoder wrote.
_from_text = json.JSONDecoder().raw_decode
#: A record's payload; of a redacted one what is left of it.
LEFT = "coalesce(payload, (SELECT skeleton FROM redacted WHERE redacted.uid = journal.uid))"
_RECORDS = f"SELECT uid, hlc, {LEFT}, entity, sv FROM journal WHERE row_id=? ORDER BY id"


class Rows:
    """A connection to ask: what the question modules of this room take."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def all(self, sql: str, *arguments: object) -> list[tuple[Any, ...]]:
        """Return every row of a query that has a limit or an index behind it."""
        return self.connection.execute(sql, arguments).fetchall()

    def one(self, sql: str, *arguments: object) -> tuple[Any, ...] | None:
        """Return the first row, or None."""
        return self.connection.execute(sql, arguments).fetchone()

    def each(self, sql: str, *arguments: object) -> Iterator[tuple[Any, ...]]:
        """Return rows one by one, for exports without a cap."""
        return iter(self.connection.execute(sql, arguments))


@dataclass(frozen=True)
class Writer:
    """Who writes, from which database, in which scope. ``offset_ms`` is how far the hub's clock is ahead of ours."""

    origin: bytes
    actor: str
    scope: str
    now: datetime
    offset_ms: int = 0

    @cached_property
    def now_ms(self) -> int:
        """Return the wall clock in Unix milliseconds, corrected by the hub's."""
        return int(self.now.timestamp() * 1000) + self.offset_ms


class Chain:
    """The end of a database's own chain of records, which seals one new record after another."""

    def __init__(self, rows: Rows, writer: Writer) -> None:
        last = rows.one(LAST_OF, writer.origin, writer.origin)
        self._seq, self._hash = (int(last[0]), bytes(last[1])) if last else (0, b"")
        self.write_as(writer)

    def write_as(self, writer: Writer) -> None:
        """Say who writes from here on, and when."""
        self._writer = writer
        self._at = writer.now.isoformat(timespec="milliseconds")

    def seal(
        self, entity: str, row_id: bytes, values: Mapping[str, Value], base: Mapping[str, list[str]], hlc: int
    ) -> tuple[bytes, tuple[object, ...]]:
        """Return the uid of a new record and its columns for ``NEW_RECORD``, chained to the record before it."""
        writer = self._writer
        payload = _as_text({"f": values, "b": base} if base else {"f": values})
        payload_hash = hashlib.sha256(payload.encode("utf-8", "surrogatepass")).digest()
        uid = new_id(writer.now_ms)
        self._seq += 1
        sealed = Sealed(
            writer.origin, self._seq, uid, hlc, self._at, writer.actor, writer.scope, entity, row_id, SCHEMA_VERSION,
            payload_hash,
        )  # fmt: skip
        self._hash = chain_hash(self._hash, sealed)
        return uid, (
            uid, writer.origin, self._seq, hlc, self._at, writer.actor, writer.scope, entity, row_id,
            SCHEMA_VERSION, payload, payload_hash, self._hash,
        )  # fmt: skip


class Tx(Rows):
    """One IMMEDIATE transaction. Everything that is said here is saved together or not at all."""

    def __init__(self, connection: Connection, writer: Writer, let_others: Callable[[], None] | None = None) -> None:
        super().__init__(connection)
        self.writer = writer
        self._let_others = let_others
        self._touched: list[Touched] = []
        self._noted = Counter[str]()
        self._written = 0
        self._whole = True
        self.chain = Chain(self, writer)

    @property
    def written(self) -> int:
        """Return how many records this transaction has written one by one."""
        return self._written

    @property
    def changes(self) -> Changes:
        """Return what has been touched so far."""
        return Changes(tuple(self._touched), self._whole)

    def new_id(self) -> bytes:
        """Return a fresh row id."""
        return new_id(self.writer.now_ms)

    def add(self, entity: str, values: Mapping[str, Value], row_id: bytes | None = None) -> bytes:
        """Write the first record of a row that this station has just made; empty values are left out."""
        row = row_id or self.new_id()
        given = {name: value for name, value in values.items() if value is not None}
        uid = self._append(entity, row, given, {}, self.writer.now_ms << 16)
        if row_id is None:
            projections.project_new(self.connection, entity, row, given)
        else:
            projections.project(self.connection, entity, row, given, None)
        self._touched.append(Touched(entity, row, uid, True, {}))
        return row

    def keep(self, entity: str, values: Mapping[str, Value], row_id: bytes) -> int:
        """Write a record of a row that is not shown here (``elsewhere``); return its number in the journal."""
        given = {name: value for name, value in values.items() if value is not None}
        self._append(entity, row_id, given, {}, self.writer.now_ms << 16)
        return int(self.all("SELECT last_insert_rowid()")[0][0])

    def put(self, entity: str, row_id: bytes, values: Mapping[str, Value]) -> bytes:
        """Set fields of a row, new or not. What is already so is not said again."""
        records = records_of(self, row_id)
        if not records:
            return self.add(entity, values, row_id)
        kind = ENTITIES[entity]
        if kind.fact:
            return row_id  # a fact is written once; the same fact again says nothing new
        before = fold(kind, records)
        told = {
            name: value
            for name, value in values.items()
            if before.values.get(name) != value or name in before.conflicts
        }
        if not told:
            return row_id
        base = {name: [uid.hex() for uid in before.heads[name]] for name in told if name in before.heads}
        if known := known_to(kind, before, told):
            base[KNOWN] = [uid.hex() for uid in known]
        hlc = max(self.writer.now_ms << 16, 1 + max(record.hlc for record in records))
        uid = self._append(entity, row_id, told, base, hlc)
        seen = {name: tuple(bytes.fromhex(one) for one in uids) for name, uids in base.items()}
        after = fold(kind, [*records, Record(uid, hlc, told, seen)])
        projections.project(self.connection, entity, row_id, after.values, projections.conflicts_text(after))
        self._touched.append(Touched(entity, row_id, uid, False, {name: before.values.get(name) for name in told}))
        return row_id

    def write_as(self, actor: str, at: datetime) -> None:
        """Write what follows in this person's name and at this time, for what was made earlier."""
        self.writer = replace(self.writer, actor=actor, now=at)
        self.chain.write_as(self.writer)

    def write_in(self, scope: str) -> None:
        """Write what follows in this scope: which stations read it."""
        self.writer = replace(self.writer, scope=scope)
        self.chain.write_as(self.writer)

    def breathe(self) -> None:
        """Save what has been written so far, let others write, and go on in a new transaction.

        For commands that take long: what was saved stays when a later part fails, so say this only where that is
        meant. What was read before may have changed.
        """
        if self._let_others is not None:
            self._let_others()
            here = self.one("SELECT v FROM meta WHERE k = 'origin'")
            if here is not None and here[0] != self.writer.origin:  # a sync moved this database meanwhile
                self.writer = replace(self.writer, origin=here[0])
            self.chain = Chain(self, self.writer)

    def count(self, records: int) -> None:
        """Count records that came into the journal otherwise: the search index has to follow them too."""
        self._written += records

    def note(self, touched: Touched, *, more: bool = False) -> None:
        """Tell what was written past ``add`` and ``put``, for those who show it.

        ``more``: others are not told, nor are more than ``MOST_NOTED`` of one kind: panes look again by kind then.
        """
        self._whole = self._whole and not more
        if more:
            self._noted[touched.entity] += 1
            if self._noted[touched.entity] > MOST_NOTED:
                return
        self._touched.append(touched)

    def state_of(self, entity: str, row_id: bytes) -> dict[str, Value]:
        """Return the folded values of a row. Raises ``RecordGone`` where there is none."""
        records = records_of(self, row_id)
        if not records:
            raise RecordGone(entity=entity, id=row_id.hex())
        return fold(ENTITIES[entity], records).values

    def _append(
        self, entity: str, row_id: bytes, values: Mapping[str, Value], base: Mapping[str, list[str]], hlc: int
    ) -> bytes:
        uid, columns = self.chain.seal(entity, row_id, values, base, hlc)
        self.connection.execute(NEW_RECORD, columns)
        self._written += 1
        return uid


def record_of(uid: bytes, hlc: int, payload: str | None, entity: str, sv: int) -> Record:
    """Return a record from its columns, in the fields of today; empty where its skeleton is not here."""
    if not payload:
        return Record(bytes(uid), hlc, {}, {})
    body: dict[str, Any] = _from_text(payload)[0]
    return record(uid, hlc, upcast(entity, sv, body) if entity in UPCASTS else body)


def records_of(rows: Rows, row_id: bytes) -> list[Record]:
    """Return every record of one row in the order of arrival."""
    return [record_of(*row) for row in rows.all(_RECORDS, row_id)]


@dataclass(frozen=True)
class Entry:
    """One line of a row's history: who set what, when, and what it said before."""

    uid: bytes
    at: datetime
    actor: str
    entity: str
    values: Mapping[str, Value]
    before: Mapping[str, Value]


def history_of(rows: Rows, row_id: bytes) -> list[Entry]:
    """Return a row's history, the oldest first."""
    entries: list[Entry] = []
    seen: list[Record] = []
    sql = f"SELECT uid, hlc, {LEFT}, entity, sv, at, actor FROM journal WHERE row_id=? ORDER BY hlc, uid"
    for uid, hlc, payload, entity, sv, at, actor in rows.all(sql, row_id):
        said = record_of(uid, hlc, payload, entity, sv)
        kind = ENTITIES.get(entity)
        earlier = fold(kind, seen).values if kind and seen else {}
        before = {name: earlier.get(name) for name in said.values if name in earlier}
        entries.append(Entry(said.uid, datetime.fromisoformat(at), actor, entity, dict(said.values), before))
        seen.append(said)
    return entries
