"""The hub in PostgreSQL as one station's login sees it. psycopg is loaded when something is asked, not before.

Every trip has a deadline of its own: a line that swallows bytes without closing would otherwise keep us for ever.
"""

import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from app.models.claims import Claim
from app.models.errors import AppError
from app.models.succession import Seat
from app.models.sync import BATCH_RECORDS, Chunk, Head, Hello, Mark, Summary, Wire, ends_of
from app.models.sync_errors import HubEmpty, HubFailed, HubRefusedLogin
from app.outside.hub_line import TIMEOUTS, authority_file, said, secured
from app.outside.hub_stop import HubStop, cut
from app.outside.hub_wire import COPY_IN, COPY_OUT, HEADER, PEOPLE, TRAILER, TYPES, packed

if TYPE_CHECKING:
    from psycopg import Connection

#: Longest wait for one answer of the hub (seconds); a sync that moves resets it with every chunk.
PATIENCE_S = 120.0
_MASK = (1 << 64) - 1
_HEADS = """SELECT uuid_send(t.origin), t.start, t.last_seq, t.last_hash FROM (
        SELECT r.origin, r.last_seq, r.last_hash, CASE WHEN v.seq IS NULL THEN 0
            WHEN v.seq = r.last_seq THEN CASE WHEN v.hash = r.last_hash THEN v.seq ELSE 0 END
            WHEN hub.hashes(r.origin, ARRAY[v.seq]) = ARRAY[v.hash] THEN v.seq ELSE 0 END AS start
        FROM hub.known r LEFT JOIN unnest(%s::uuid[], %s::bigint[], %s::bytea[]) v (origin, seq, hash) USING (origin)
    ) t WHERE t.last_seq > t.start ORDER BY t.origin"""


class Deadline:
    """Cuts a connection whose answer does not come in time; ``again`` starts the time anew."""

    def __init__(self, connection: "Connection[Any]", seconds: float) -> None:
        self._file = connection.fileno()
        self._seconds = seconds
        self._timer = threading.Timer(seconds, self._cut)

    def __enter__(self) -> "Deadline":
        self._begin()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def again(self) -> None:
        """Start the time anew: something has come."""
        self._timer.cancel()
        self._begin()

    def rest(self) -> None:
        """Stop the time until ``again``: now it is we who take ours."""
        self._timer.cancel()

    def _begin(self) -> None:
        self._timer = threading.Timer(self._seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def _cut(self) -> None:
        cut(self._file)


class PostgresHub:
    """One login's hub. It connects when first asked; ``close`` ends the connection."""

    def __init__(
        self,
        login: Mapping[str, str],
        *,
        patience_s: float = PATIENCE_S,
        chunk: int = BATCH_RECORDS,
        stop: HubStop | None = None,
    ) -> None:
        self._stop = stop or HubStop()
        self._login = {**TIMEOUTS, **secured(login)}
        self._patience_s = patience_s
        self._chunk = chunk
        self._connection: Connection[Any] | None = None

    def reach(self) -> None:
        """Connect where there is no line yet."""
        self._connected()

    def close(self) -> None:
        """End the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _trip(self) -> Generator[tuple["Connection[Any]", Deadline]]:
        """Give the connection, with errors in the house's words; one that broke is made anew at the next trip."""
        place = self._login.get("dbname", "")
        try:
            with said(place):
                connection = self._connected()
                with Deadline(connection, self._patience_s) as deadline:
                    yield connection, deadline
        except AppError:
            if self._connection is not None and (self._connection.broken or self._connection.closed):
                self._connection = None
            raise

    def _connected(self) -> "Connection[Any]":
        import psycopg

        if self._connection is None or self._connection.closed:
            with authority_file(self._login) as login, said(login.get("dbname", ""), login):

                def make() -> "Connection[Any]":
                    return psycopg.connect(autocommit=True, prepare_threshold=None, **login)  # type: ignore[arg-type]

                self._connection = self._stop.wait_for(make)
        return self._connection

    def ask(self, sql: str, *arguments: object) -> tuple[Any, ...]:
        """Return the first row of a statement, empty without one: one round trip, one transaction."""
        with self._trip() as (connection, _):
            found = connection.execute(sql.encode(), arguments).fetchone()
        return found or ()

    def ask_all(self, sql: str, *arguments: object) -> list[tuple[Any, ...]]:
        """Return every row of a statement."""
        with self._trip() as (connection, _):
            return connection.execute(sql.encode(), arguments).fetchall()

    def hello(self, origin: bytes) -> Hello:
        """Greet. Raises ``HubEmpty`` where there is no hub, ``HubRefusedLogin`` where this login is not enrolled."""
        try:
            row = self.ask("SELECT * FROM hub.greet(%s::uuid)", origin.hex())
        except HubEmpty:  # or an older hub, which knows no more than this
            row = self.ask("SELECT *, 0, 0, '', '' FROM hub.hello(%s::uuid)", origin.hex())
        if not row:
            raise HubEmpty(place=self._login.get("dbname", ""))
        hub_id, standby, now, seq, last, durable, mine, center, scopes, oldest, *counted = row
        if center is None:
            raise HubRefusedLogin(reason=self._login.get("user", ""), found=str(hub_id))
        head = Head(int(seq), bytes(last), int(durable), bool(mine))
        life, count, machine, seat = counted
        return Hello(
            str(hub_id), bool(standby), now, head, str(center), tuple(scopes or ()), int(oldest),
            int(life), int(count), str(machine), str(seat or ""),
        )  # fmt: skip

    def hashes(self, origin: bytes, seqs: Sequence[int]) -> list[bytes]:
        """Return hashes of a chain."""
        found = self.ask("SELECT hub.hashes(%s::uuid, %s::bigint[])", origin.hex(), list(seqs))
        return [bytes(one) for one in found[0]]

    def push(self, rows: Sequence[Wire]) -> None:
        """Append records in one transaction; the guard decides."""
        with (
            self._trip() as (connection, deadline),
            connection.transaction(),
            connection.cursor() as cursor,
            cursor.copy(COPY_IN.encode()) as copy,
        ):
            copy.write(HEADER)
            for start in range(0, len(rows), 500):
                copy.write(packed(rows[start : start + 500]))
                deadline.again()
            copy.write(TRAILER)

    def verify(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return the marks that the hub does not have."""
        lost = self.ask("SELECT hub.lost(%s::uuid[], %s::bigint[], %s::bytea[])", *_apart(marks))[0]
        return [marks[number - 1] for number in lost]

    def pull(self, scope: str, have: Sequence[Mark]) -> Iterator[Chunk]:
        """Give what is new of a scope, from one moment's view, a chunk at a time."""
        with self._trip() as (connection, deadline), connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            # One statement gives everything, however long a station takes over it: the deadline watches each part.
            connection.execute("SET LOCAL statement_timeout = 0")
            # And a slow one may sit long over the last part, when the statement is done but its transaction is open.
            connection.execute("SET LOCAL idle_in_transaction_session_timeout = '30min'")
            heads = connection.execute(_HEADS, _apart(have)).fetchall()
            if not heads:
                return
            ends = [Mark(bytes(origin), last, bytes(end)) for origin, _, last, end in heads]
            limits = [mark.origin.hex() for mark in ends], [row[1] for row in heads], [mark.seq for mark in ends]
            with connection.cursor() as cursor, cursor.copy(COPY_OUT.encode(), (*limits, scope)) as copy:
                copy.set_types(TYPES)
                try:
                    yield from self._chunks(copy, deadline)
                except BaseException:  # an open line would first be given all the rest of what was asked for
                    connection.close()
                    raise
            yield Chunk((), ends)

    def _chunks(self, copy: Any, deadline: Deadline) -> Iterator[Chunk]:
        part: list[Wire] = []
        last = (b"", 0)
        for row in copy.rows():
            one = Wire._make(row)
            if one[:2] <= last:
                raise HubFailed(code="order", reason=f"{one.origin.hex()} {one.seq}")
            last = one[:2]
            part.append(one)
            if len(part) >= self._chunk:
                deadline.rest()
                yield Chunk(part, ends_of(part))
                part = []
                deadline.again()
        if part:
            yield Chunk(part, ends_of(part))

    def summary(self, scope: str, have: Sequence[Mark]) -> Summary:
        """Summarize what the hub has of a scope up to some marks."""
        origins, seqs, _ = _apart(have)
        count, mixed = self.ask("SELECT * FROM hub.summary(%s, %s::uuid[], %s::bigint[])", scope, origins, seqs)
        return Summary(int(count), int(mixed) & _MASK)

    def missing(self, uids: Sequence[bytes]) -> set[bytes]:
        """Return which records the hub has nowhere."""
        found = self.ask("SELECT hub.missing(%s::uuid[])", [uid.hex() for uid in uids])[0]
        return {one.bytes for one in found}

    def people(self, center: str) -> list[Wire]:
        """Return every record of an account that a center may read."""
        return [Wire(*row) for row in self.ask_all(PEOPLE, center)]

    def claim(self, case: bytes, seconds: int) -> Claim | None:
        """Take a case for so long, or learn who has it; None in the moment in which somebody else takes it."""
        sql = "SELECT mine, label, fence, expires FROM hub.claim_cases(ARRAY[%s::uuid], %s)"
        found = self.ask(sql, case.hex(), seconds)
        return Claim(*found) if found else None

    def release(self, case: bytes) -> None:
        """Give a case back that we hold."""
        self.ask("SELECT hub.release_cases(ARRAY[%s::uuid])", case.hex())

    def recovery_key(self) -> bytes | None:
        """Return the public half of the center's recovery key, or None where it made none."""
        try:
            (found,) = self.ask("SELECT hub.recovery_key()")
        except HubEmpty:  # an older hub
            return None
        return None if found is None else bytes(found)

    def keep_key(self, install_id: str, key_id: str, public: bytes, sealed: bytes) -> None:
        """Keep a sealed key of this station; one that is there stays."""
        self.ask("SELECT hub.keep_key(%s, %s, %s, %s)", install_id, key_id, public, sealed)

    def note(self, origin: bytes, skew_ms: int, begun: int) -> None:
        """Say that the sync has ended well."""
        most = 2**31 - 1
        told = origin.hex(), max(-most, min(most, skew_ms))
        try:
            self.ask("SELECT hub.note(%s::uuid, %s, %s)", *told, begun)
        except HubEmpty:  # an older hub
            self.ask("SELECT hub.note(%s::uuid, %s)", *told)

    def attend(self, origin: bytes, name: str, returned: bool) -> int:
        """Take a seat."""
        return int(self.ask("SELECT hub.attend(%s::uuid, %s, %s)", origin.hex(), name, returned)[0])

    def seats(self) -> list[Seat]:
        """Return every station of our center."""
        with self._trip() as (connection, _):
            found = connection.execute("SELECT name, label, heard, closed FROM hub.seats()").fetchall()
        return [Seat(str(name), str(label), int(heard), closed) for name, label, heard, closed in found]

    def went_back(self, known: int) -> int:
        """Say that we know a later moment of a life of the hub."""
        found = self.ask("SELECT hub.went_back(%s)", known)
        return int(found[0]) if found else known


def connected(login: Mapping[str, str], stop: HubStop | None = None) -> PostgresHub:
    """Return the hub of a login, with the line that it needs: how long that takes is no part of its first answer.

    ``stop`` ends its trips, and that one too.
    """
    hub = PostgresHub(login, stop=stop)
    hub.reach()
    return hub


def _apart(marks: Sequence[Mark]) -> tuple[list[str], list[int], list[bytes]]:
    return [mark.origin.hex() for mark in marks], [mark.seq for mark in marks], [mark.hash for mark in marks]
