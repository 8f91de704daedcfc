"""The projector on a real PostgreSQL: records a second from an empty start, beside raw COPY of the finished rows.

The rows are those of a working hotline: most say themselves once, some are written several times.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import psycopg

from app.models.ids import new_id
from app.models.sync import Wire, readdressed
from app.outside import hub_project, hub_setup
from app.outside.hub import PostgresHub
from app.outside.hub_pub import copy_into
from benchmarks.measuring import Figure
from benchmarks.postgres import Server, cloned, initialize

#: Of a hundred records, so many write a row again that is there.
_AGAIN = 30
_BATCH = 5000


def records(number: int, seed: int = 1) -> list[Wire]:
    """Return records of inquiries, their events and callers as a station would send them."""
    random = Random(seed)
    inquiries: list[bytes] = []
    last: dict[bytes, bytes] = {}
    rows: list[Wire] = []
    for n in range(number):
        entity, row_id, values = _one(random, inquiries, n)
        seen = last.get(row_id)
        text = json.dumps({"f": values, "b": {"state": [seen.hex()]}} if seen else {"f": values}, ensure_ascii=False)
        hashed = hashlib.sha256(text.encode()).digest()
        uid = new_id(n)
        if entity == "inquiry":
            last[row_id] = uid
        rows.append(
            Wire(
                b"",
                0,
                uid,
                n << 16,
                "2026-03-02T04:00:00+00:00",
                "wang",
                "center",
                entity,
                row_id,
                1,
                text,
                hashed,
                b"",
            )
        )
    return readdressed(rows, new_id(1_772_000_000_000))


def _one(random: Random, inquiries: list[bytes], n: int) -> tuple[str, bytes, dict[str, object]]:
    if inquiries and random.randrange(100) < _AGAIN:
        row = random.choice(inquiries[-2000:])
        return "inquiry", row, {"state": random.choice(("accepted", "in_progress", "closed"))}
    row = new_id(n)
    if n % 3 == 0:
        inquiries.append(row)
        told = {"number": f"N{n}", "opened_at": "2026-03-02T04:00:00+00:00", "channel": "phone", "category": "vaccines"}
        return "inquiry", row, {**told, "summary": "问疫苗接种点的开放时间", "state": "new", "urgency": "normal"}
    if n % 3 == 1:
        told = {"inquiry": random.choice(inquiries).hex(), "kind": "noted", "at": "2026-03-02T04:00:00+00:00"}
        return "inquiry_event", row, told
    return "caller", row, {"name": f"张三 {n}", "kind": "patient", "language": "zh", "area": "north"}


def _fill(server: Server, database: str, rows: list[Wire]) -> str:
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {database}".encode())
    place = server.place(database)
    hub_setup.init(place)
    made = hub_setup.enroll(place, "pc", "north")
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": database}
    hub = PostgresHub({**where, "user": made.who, "password": made.password})
    for at in range(0, len(rows), _BATCH):
        hub.push(rows[at : at + _BATCH])
    hub.close()
    return place


def _lines(place: str) -> dict[str, bytes]:
    """Return the finished rows as COPY writes them, table by table."""
    lines: dict[str, bytes] = {}
    with psycopg.connect(place, autocommit=True) as connection, connection.cursor() as cursor:
        for entity in ("inquiry", "inquiry_event", "caller"):
            with cursor.copy(copy_into(entity).replace("FROM STDIN", "TO STDOUT").encode()) as copy:
                lines[entity] = b"".join(bytes(part) for part in copy)
    return lines


def _processor_s(pid: int) -> float:
    """Return the processor time of a process so far (seconds); 0 where the system does not tell it in this way."""
    told = Path(f"/proc/{pid}/stat")
    if not told.exists():
        return 0.0
    fields = told.read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _measured(place: str, work: Callable[["psycopg.Connection[Any]"], object]) -> tuple[float, float]:
    """Do something over a connection; return how long it took and the processor time of both sides (seconds)."""
    with psycopg.connect(place, autocommit=True) as connection:
        server = connection.info.backend_pid
        began, ours, theirs = time.perf_counter(), time.process_time(), _processor_s(server)
        work(connection)
        both = time.process_time() - ours + _processor_s(server) - theirs
        return time.perf_counter() - began, both


def _project(connection: "psycopg.Connection[Any]") -> None:
    connection.execute("SET ROLE onewindow_projector")
    for one in hub_project.SESSION:
        connection.execute(one.encode())
    hub_project.Projector(connection).run(rebuild=True)


def _copier(lines: dict[str, bytes]) -> Callable[["psycopg.Connection[Any]"], None]:
    """Return what writes the finished rows anew by raw COPY."""

    def run(connection: "psycopg.Connection[Any]") -> None:
        with connection.transaction(), connection.cursor() as cursor:
            for entity, told in lines.items():
                cursor.execute(f'TRUNCATE pub."{entity}"'.encode())
                with cursor.copy(copy_into(entity).encode()) as copy:
                    copy.write(told)

    return run


def figures(number: int, times: int) -> list[Figure]:
    """Measure on a server of its own, in processor time: as if one processor did the work of both sides in turn."""
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    server = cloned(initialize(folder / "made"), folder / "run")
    try:
        place = _fill(server, "hub", records(number))
        hub_project.project(place)
        copier = _copier(_lines(place))
        raw: list[float] = []
        took: list[tuple[float, float]] = []
        for _ in range(times):
            raw.append(_measured(place, copier)[1])
            took.append(_measured(place, _project))
        wall, busy = median(one[0] for one in took), median(one[1] for one in took)
        note = f"{number / wall:,.0f} by the clock"
        return [
            Figure("hub: publishing", number / busy, "records/s", limit=20_000, at_least=True, note=note),
            Figure("hub: publishing beside COPY of the rows", busy * 1000, "ms", median(raw) * 1000, 6.0),
        ]
    finally:
        with suppress(ProcessLookupError):
            server.stop()
        shutil.rmtree(folder)
