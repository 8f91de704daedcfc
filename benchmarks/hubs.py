"""The hub on a real PostgreSQL: what guard and scopes cost beside raw COPY, and taking records in beside INSERT."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import psycopg

from app.models.ids import new_id
from app.models.journal import chain_hash
from app.models.sync import COLUMNS, Wire
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.outside.hub_wire import COPY_IN, HEADER, TRAILER, TYPES, packed
from app.services.syncing import Exchange
from app.store import sync_apply
from app.store.store import Store
from benchmarks.measuring import Figure, timed
from benchmarks.postgres import Server, cloned, initialize

_KEY = bytes(range(32))
_BATCH = 5000
_PLAIN = """CREATE TABLE plain (LIKE hub.journal INCLUDING DEFAULTS INCLUDING INDEXES)"""
_IDS, _PAYLOAD = (0, 2, 8), 10
_OUT = f"COPY (SELECT {', '.join(COLUMNS)} FROM hub.journal) TO STDOUT (FORMAT binary)"


def _now() -> datetime:
    return datetime(2026, 3, 2, 4, tzinfo=UTC)


def records(number: int) -> list[Wire]:
    """Return records of callers as a station would send them."""
    origin = new_id(1_772_000_000_000)
    rows: list[Wire] = []
    previous = b""
    for seq in range(1, number + 1):
        told = {
            "name": f"张三 {seq}",
            "kind": "patient",
            "language": "zh",
            "area": "north",
            "note": "calls in the morning",
        }
        text = json.dumps({"f": told}, ensure_ascii=False)
        hashed = hashlib.sha256(text.encode()).digest()
        row = Wire(
            origin, seq, new_id(seq), seq << 16, _now().isoformat(), "wang", "center", "caller", new_id(seq), 1,
            text, hashed, b"",
        )  # fmt: skip
        previous = chain_hash(previous, row.sealed)
        rows.append(row._replace(hash=previous))
    return rows


def _batches(rows: Sequence[Wire]) -> list[Sequence[Wire]]:
    return [rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH)]


def _copy(connection: "psycopg.Connection[tuple[object, ...]]", rows: Sequence[Wire], table: str) -> None:
    for part in _batches(rows):
        into = COPY_IN.replace("hub.journal", table).encode()
        with connection.transaction(), connection.cursor() as cursor, cursor.copy(into) as copy:
            copy.write(HEADER + packed(part) + TRAILER)


def _login(server: Server, center: str) -> dict[str, str]:
    made = hub_setup.enroll(server.place("hub"), "pc", center)
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}
    return {**where, "user": made.who, "password": made.password}


def _pushed(server: Server, rows: Sequence[Wire], center: str) -> Callable[[], None]:
    hub = PostgresHub(_login(server, center))
    hub.hello(rows[0].origin)

    def run() -> None:
        for part in _batches(rows):
            hub.push(part)
        hub.close()

    return run


def push(server: Server, number: int, times: int) -> Figure:
    """Measure a guarded push beside raw COPY into a table with the same indexes."""
    raw: list[float] = []
    guarded: list[float] = []
    with psycopg.connect(server.place("hub"), autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS plain")
        connection.execute(_PLAIN)
        for turn in range(times):
            rows = records(number)
            plain = records(number)
            raw.append(timed(lambda plain=plain: _copy(connection, plain, "plain")))
            guarded.append(timed(_pushed(server, rows, f"push-{turn}")))
    rate = number / median(guarded) * 1000
    return Figure("hub: push, guarded COPY", median(guarded), "ms", median(raw), 1.8, note=f"{rate:,.0f} records/s")


def pull(server: Server, number: int, times: int) -> Figure:
    """Measure reading a whole center through scopes and marks beside COPY of the table."""
    _pushed(server, records(number), "reading")()
    login = _login(server, "reading")
    took: list[float] = []
    raw: list[float] = []
    with psycopg.connect(server.place("hub"), autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE hub.journal")
        with connection.cursor() as cursor:
            for _ in range(times):
                raw.append(timed(lambda: _read_raw(cursor)))
                hub = PostgresHub(login)
                hub.hello(b"o" * 16)
                took.append(timed(lambda hub=hub: _drain(hub)))
                hub.close()
        held = connection.execute("SELECT count(*) FROM hub.journal").fetchone()
    share = number / int(held[0]) if held else 1.0
    rate = number / median(took) * 1000
    note = f"{rate:,.0f} records/s, parsed; the yardstick is parsed too"
    return Figure("hub: pull of a center", median(took), "ms", median(raw) * share, 1.6, note=note)


def _read_raw(cursor: "psycopg.Cursor[tuple[object, ...]]") -> None:
    with cursor.copy(_OUT.encode()) as copy:
        copy.set_types(["uuid" if at in _IDS else "json" if at == _PAYLOAD else kind for at, kind in enumerate(TYPES)])
        for _ in copy.rows():
            pass


def _drain(hub: PostgresHub) -> None:
    for _ in hub.pull("reading", []):
        pass


def applying(number: int, times: int) -> Figure:
    """Measure taking records in (journal, projection, marks) beside raw inserts of the same records."""
    folder = Path(tempfile.mkdtemp(prefix="onewindow-applying-"))
    took: list[float] = []
    raw: list[float] = []
    for turn in range(times):
        store = Store.create(folder / f"{turn}.db", _KEY, _now, install_id="x")
        rows, other = records(number), records(number)
        with store.write("") as tx:
            tx.connection.execute("CREATE TABLE plain AS SELECT * FROM journal WHERE 0")
        raw.append(timed(lambda store=store, other=other: _insert_raw(store, other)))
        took.append(timed(lambda store=store, rows=rows: _take(store, rows)))
        store.close()
    shutil.rmtree(folder)
    rate = number / median(took) * 1000
    return Figure("station: taking records in", median(took), "ms", median(raw), 7.0, note=f"{rate:,.0f} records/s")


def _insert_raw(store: Store, rows: Sequence[Wire]) -> None:
    sql = f"INSERT INTO plain({', '.join(COLUMNS)}) VALUES({', '.join('?' * len(COLUMNS))})"
    for part in _batches(rows):
        with store.write("") as tx:
            tx.connection.executemany(sql, part)


def _take(store: Store, rows: Sequence[Wire]) -> None:
    for part in _batches(rows):
        with store.write("") as tx:
            sync_apply.take(tx, part)


def idle(server: Server) -> Figure:
    """Count the round trips of a sync without news."""
    folder = Path(tempfile.mkdtemp(prefix="onewindow-idle-"))
    store = Store.create(folder / "a.db", _KEY, _now, install_id="x")
    login = _login(server, "idle")
    hub_id = hub_setup.status(server.place("hub")).hub_id
    with store.write("") as tx:
        tx.add("caller", {"name": "Li"})
    store.set_meta(hub_id=hub_id)
    hub = PostgresHub(login)
    Exchange(store, hub, _now).run()
    trips = Exchange(store, hub, _now).run().trips
    hub.close()
    store.close()
    shutil.rmtree(folder)
    return Figure("hub: a sync without news", trips, "trips", limit=6)


def figures(number: int, times: int) -> list[Figure]:
    """Measure everything on a server of its own; nothing where there are no binaries."""
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    server = cloned(initialize(folder / "made"), folder / "run")
    try:
        with psycopg.connect(server.place(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE hub")
        hub_setup.init(server.place("hub"))
        return [push(server, number, times), pull(server, number, times), applying(number, times), idle(server)]
    finally:
        server.stop()
        shutil.rmtree(folder)
