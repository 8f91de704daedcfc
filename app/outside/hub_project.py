"""The projector: brings the published tables up to the journal, some thousand records in one transaction at a time.

Which rows are due follows from a cursor an origin; every record of such a row is folded, as a station does it; rows,
cursors and lease go over together, so a projector that is killed has done a batch or nothing of it.
"""

import gc
import os
import secrets
import socket
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from app.models.sync_errors import HubEmpty, HubOld, ProjectionBusy
from app.outside import hub_pub, hub_setup
from app.outside.hub_line import demanded, managed
from app.outside.hub_pub_rows import Made, Reach, Told, made_of

if TYPE_CHECKING:
    from psycopg import Connection, Cursor

#: Records that one transaction publishes, and how long a projector that is gone keeps others waiting (seconds).
BATCH, LEASE_S = 20_000, 120
_TRIES = 5
_AGAIN = 5000
_TAKE = """UPDATE hub.projection_lease SET holder = %s, fence = fence + 1, expires = now() + make_interval(secs => %s)
    WHERE expires < now() RETURNING fence"""
_KEEP = """UPDATE hub.projection_lease SET expires = clock_timestamp() + make_interval(secs => %s)
    WHERE holder = %s AND fence = %s"""
_DUE = """SELECT r.origin, coalesce(c.seq, 0), r.last_seq FROM hub.replica r
    LEFT JOIN hub.projection_cursor c USING (origin) WHERE r.last_seq > coalesce(c.seq, 0) ORDER BY r.origin"""
#: The inner selects depend on the row that they are joined to, so that records come by their indexes, row after row.
_RECORDS = """SELECT d.row_id, j.entity, j.uid, j.hlc,
        coalesce(j.payload, (SELECT d.skeleton::json FROM hub.redacted d JOIN hub.replica r ON r.origin = j.origin
            WHERE d.uid = j.uid AND d.center = hub.center_of(j.scope, r.center))),
        j.scope, j.origin, j.seq, j.sv
    FROM (SELECT DISTINCT n.row_id FROM (
            SELECT j.row_id FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[]) h (origin, first, last)
            CROSS JOIN LATERAL (SELECT row_id FROM hub.journal f
                WHERE f.origin = h.origin AND f.seq > h.first AND f.seq <= h.last OFFSET 0) j
            UNION ALL SELECT unnest(%s::uuid[])) n ORDER BY n.row_id OFFSET 0) d
    CROSS JOIN LATERAL (SELECT f.origin, f.seq, f.entity, f.uid, f.hlc, f.payload, f.scope, f.sv
        FROM hub.journal f WHERE f.row_id = d.row_id
            AND NOT EXISTS (SELECT 1 FROM hub.refused x WHERE x.origin = f.origin AND x.seq = f.seq) OFFSET 0) j
    ORDER BY d.row_id"""
#: What is lost by a crash is published again. A batch is sorted in memory, and each of its many rows is found by an
#: index alone: a bitmap for two records costs more than they do.
SESSION = ("SET synchronous_commit = off", "SET work_mem = '32MB'", "SET enable_bitmapscan = off")
Progress = Callable[[int, int], None]
T = TypeVar("T")


@dataclass(frozen=True)
class Projected:
    """What a run published. ``aside`` counts rows that could not be made, ``redacted`` payloads that went before."""

    records: int = 0
    rows: int = 0
    aside: int = 0
    redacted: int = 0

    def plus(self, other: "Projected") -> "Projected":
        """Return both together."""
        return Projected(*(mine + more for mine, more in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True)
class _Due:
    """One batch: origins with the places after which and up to which their records are new, and rows due again.

    ``reach`` says of every origin with news, here or in a batch to come, after which and up to which place this one's
    records are.
    """

    origins: list[Any]
    firsts: list[int]
    lasts: list[int]
    again: list[Any]
    reach: dict[bytes, tuple[int, int]]

    @property
    def records(self) -> int:
        return sum(self.lasts) - sum(self.firsts)


@contextmanager
def _uncollected() -> Generator[None]:
    """Let no collector look for cycles meanwhile: a batch makes some hundred thousand objects, and none of them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Projector:
    """Publishes as long as there is something new. ``connection`` is its own; it works as the projector's role."""

    def __init__(self, connection: "Connection[Any]", *, batch: int = BATCH, lease_s: int = LEASE_S) -> None:
        self._connection = connection
        self._batch = batch
        self._lease_s = lease_s
        self._holder = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._fence = 0

    def run(self, progress: Progress | None = None, *, rebuild: bool = False) -> Projected:
        """Publish everything that is new. Raises ``ProjectionBusy`` while another does, and ``PublishedByNewer``."""
        self._take()
        total = Projected()
        try:
            total = Projected(redacted=self._redact())
            with self._transaction():
                hub_pub.prepare(self._connection)
                if rebuild:
                    hub_pub.forget(self._connection)
            owed = self._owed() if progress else 0
            while (one := self._again(self._step)) is not None:
                total = total.plus(one)
                if progress:
                    progress(total.records, max(owed, total.records))
        finally:
            self._release()
        return total

    def _take(self) -> None:
        with self._connection.transaction():
            row = self._connection.execute(_TAKE, (self._holder, self._lease_s)).fetchone()
            if row is None:
                told = self._connection.execute("SELECT holder, expires FROM hub.projection_lease").fetchone()
                raise ProjectionBusy(holder=told[0] if told else "", until=told[1].isoformat() if told else "")
        self._fence = int(row[0])

    def _release(self) -> None:
        import psycopg

        if self._connection.closed or self._connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            return
        with self._connection.transaction():
            self._connection.execute(
                "UPDATE hub.projection_lease SET expires = '-infinity' WHERE holder = %s AND fence = %s",
                (self._holder, self._fence),
            )

    def _redact(self) -> int:
        """Let the hub follow what centers have redacted, before anything of it is published."""

        def follow() -> int:
            row = self._connection.execute("SELECT hub.follow_redactions()").fetchone()
            self._connection.execute("SELECT hub.drop_objects()")
            return int(row[0]) if row else 0

        return self._again(follow)

    def _owed(self) -> int:
        return sum(last - first for _, first, last in self._connection.execute(_DUE).fetchall())

    @contextmanager
    def _transaction(self) -> Generator[None]:
        """Open one transaction on one moment's view that holds the lease. Raises ``ProjectionBusy`` without it."""
        with self._connection.transaction():
            self._connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            if not self._connection.execute(_KEEP, (self._lease_s, self._holder, self._fence)).rowcount:
                raise ProjectionBusy(holder="", until="")
            yield

    def _again(self, work: Callable[[], T]) -> T:
        """Do one transaction; once more where the database asks for it, as it may when something came between."""
        import psycopg

        between = (
            psycopg.errors.SerializationFailure,
            psycopg.errors.DeadlockDetected,
            psycopg.errors.ForeignKeyViolation,
        )
        left = _TRIES
        while True:
            left -= 1
            try:
                with self._transaction():
                    return work()
            except between:
                if not left:
                    raise

    def _step(self) -> Projected | None:
        """Publish one batch."""
        due = self._due()
        return self._publish(due) if due.origins or due.again else None

    def _due(self) -> _Due:
        due = _Due([], [], [], [], {})
        room = self._batch
        for origin, first, last in self._connection.execute(_DUE).fetchall():
            upto = min(last, first + room)
            room -= upto - first
            due.reach[origin.bytes] = first, upto
            if upto == first:
                continue
            due.origins.append(origin)
            due.firsts.append(first)
            due.lasts.append(upto)
        sql = "SELECT row_id FROM hub.projection_again LIMIT %s"
        due.again.extend(row[0] for row in self._connection.execute(sql, (_AGAIN,)).fetchall())
        return due

    def _publish(self, due: _Due) -> Projected:
        with _uncollected():
            made = made_of(self._records(due), Reach(self._centers(), due.reach))
        for entity, rows in made.known.items():
            self._delete(f'pub."{entity}"', "id", rows)
        for entity, lines in made.lines.items():
            self._append(entity, lines)
        self._put_aside(made)
        self._advance(due)
        return Projected(due.records, sum(map(len, made.lines.values())), len(made.aside))

    def _records(self, due: _Due) -> Iterator[Told]:
        """Yield every record of every row that is due, a row at a time: as few at once as the processor holds near."""
        with self._connection.cursor(binary=True) as cursor:
            _take_as_they_come(cursor)
            cursor.execute(_RECORDS.encode(), (due.origins, due.firsts, due.lasts, due.again))
            yield from chain.from_iterable(iter(partial(cursor.fetchmany, 1000), []))

    def _centers(self) -> dict[bytes, str]:
        """Return the center of every origin."""
        found = self._connection.execute("SELECT origin, center FROM hub.replica").fetchall()
        return {origin.bytes: str(center) for origin, center in found}

    def _append(self, entity: str, lines: Sequence[str]) -> None:
        """Bring rows into their table; those that stood there have been taken out, and whoever reads sees either."""
        with self._connection.cursor() as cursor, cursor.copy(hub_pub.copy_into(entity).encode()) as copy:
            for at in range(0, len(lines), 1000):
                copy.write("\n".join(lines[at : at + 1000]) + "\n")

    def _delete(self, table: str, key: str, rows: Sequence[str]) -> None:
        """Delete rows by their ids, given as one text: an array of so many costs more to write down."""
        sql = f"DELETE FROM {table} WHERE {key} = ANY((%s)::uuid[])"
        self._connection.execute(sql.encode(), ("{" + ",".join(rows) + "}",))

    def _put_aside(self, made: Made) -> None:
        if self._connection.execute("SELECT 1 FROM hub.projection_aside LIMIT 1").fetchone():
            rows = [line[:32] for lines in made.lines.values() for line in lines]
            self._delete("hub.projection_aside", "row_id", rows)
        for row_id, entity, reason in made.aside:
            self._connection.execute(
                """INSERT INTO hub.projection_aside (row_id, entity, reason) VALUES (%s, %s, %s)
                    ON CONFLICT (row_id) DO UPDATE SET reason = excluded.reason""",
                (row_id, entity, reason),
            )

    def _advance(self, due: _Due) -> None:
        self._connection.execute(
            """INSERT INTO hub.projection_cursor (origin, seq) SELECT * FROM unnest(%s::uuid[], %s::bigint[])
                ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq""",
            (due.origins, due.lasts),
        )
        self._connection.execute("DELETE FROM hub.projection_again WHERE row_id = ANY(%s::uuid[])", (due.again,))


def _take_as_they_come(cursor: "Cursor[Any]") -> None:
    """Let a cursor give identifiers as bytes and payloads as text: made into objects they cost more than the rest."""
    from psycopg.types.string import ByteaBinaryLoader, TextBinaryLoader

    cursor.adapters.register_loader("uuid", ByteaBinaryLoader)
    cursor.adapters.register_loader("json", TextBinaryLoader)


def _refuse_old(connection: "Connection[Any]") -> None:
    if (version := hub_setup.version_of(connection)) is None:
        raise HubEmpty(place=connection.info.dbname)
    if version < hub_setup.HUB_SCHEMA:
        raise HubOld(found=version, wanted=hub_setup.HUB_SCHEMA)


def project(place: str, progress: Progress | None = None, *, rebuild: bool = False, batch: int = BATCH) -> Projected:
    """Publish what is new at the hub. ``place`` is what libpq takes; its login needs the projector's role."""
    login = demanded(place)
    with hub_setup.rightful(login.get("dbname", "")), managed(login, autocommit=True) as connection:
        _refuse_old(connection)
        connection.execute("SET ROLE onewindow_projector")
        for one in SESSION:
            connection.execute(one.encode())
        return Projector(connection, batch=batch).run(progress, rebuild=rebuild)
