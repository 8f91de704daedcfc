"""``python -m benchmarks nights [--stations N] [--records N] [--first N]``: a night's window, and a large first sync.

Many stations, of centers of ten, have written all day and sent it in pushes; at night each syncs whole, with the
comparison. What the hub's processes used is told beside what the clock says: here the stations share its processors.
Then a new PC joins a hub of very many records; its memory must not grow with them.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from app.models.sync import Wire
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.services.syncing import Exchange
from app.store.store import Store
from benchmarks import projections, simulated_disks
from benchmarks.postgres import Server, cloned, initialize
from benchmarks.simulated_disks import Disk

_KEY = bytes(range(32))
_A_CENTER = 10
_AT_ONCE = 4
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def _now() -> datetime:
    return datetime.now(UTC)


def _now_ms() -> int:
    return round(_now().timestamp() * 1000)


def _sound() -> str:
    return ""


@dataclass
class Seat:
    """One simulated station: its disk in memory, and its login."""

    disk: Disk
    login: dict[str, str]

    def sync(self, *, whole: bool) -> int:
        """Sync and return how many records came."""
        hub = PostgresHub(self.login)
        try:
            exchange = Exchange(self.disk, hub, _now)
            return (exchange.run(check=True) if whole else exchange.push_only()).pulled
        finally:
            hub.close()


def _served_s(server: Server) -> float:
    """Return the processor time of every connection that has ended (seconds)."""
    assert server.process is not None
    told = Path(f"/proc/{server.process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(told[13]) + int(told[14])) / _TICKS


def _seats(server: Server, stations: int, records: int) -> list[Seat]:
    template = simulated_disks.blank()
    place = server.place("hub")
    hub_id = hub_setup.status(place).hub_id
    found: list[Seat] = []
    for n in range(stations):
        made = hub_setup.enroll(place, f"pc{n}", f"center{n // _A_CENTER}")
        disk = Disk(simulated_disks.copied(template), _now_ms, _sound)
        disk.install(hub_id)
        with disk.write("li") as tx:
            for at in range(records):
                tx.add("caller", {"name": f"张 {at}", "kind": "patient", "language": "zh", "area": "north"})
        where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}
        found.append(Seat(disk, {**where, "user": made.who, "password": made.password}))
    return found


def _all(seats: list[Seat], work: Callable[[Seat], int]) -> tuple[float, int]:
    began = time.perf_counter()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        total = sum(pool.map(work, seats))
    return time.perf_counter() - began, total


def _push(seat: Seat) -> int:
    return seat.sync(whole=False)


def _night(seat: Seat) -> int:
    return seat.sync(whole=True)


def night(server: Server, stations: int, records: int) -> None:
    """Let stations push their day and sync at night, and print what it took."""
    seats = _seats(server, stations, records)
    for name, work in (("pushes of a day", _push), ("the night's syncs", _night), ("a night without news", _night)):
        before = _served_s(server)
        took, came = _all(seats, work)
        served = _served_s(server) - before
        each = f"{served / stations * 1000:.0f} ms of the hub a station"
        print(
            f"{name}: {stations} stations, {came:,} records came; {took:.0f} s, hub {served:.1f} s; {each}", flush=True
        )


def _fill(server: Server, number: int) -> dict[str, str]:
    """Push so many records of several stations, a part at a time, and return the login of a new one."""
    place = server.place("hub")
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}
    part = 50_000
    for n in range(0, number, part):
        made = hub_setup.enroll(place, f"author{n}", "large")
        hub = PostgresHub({**where, "user": made.who, "password": made.password})
        for rows in _parts(projections.records(min(part, number - n), seed=n)):
            hub.push(rows)
        hub.close()
    made = hub_setup.enroll(place, "new", "large")
    return {**where, "user": made.who, "password": made.password}


def _parts(rows: list[Wire]) -> Iterable[list[Wire]]:
    return (rows[at : at + 5000] for at in range(0, len(rows), 5000))


def _resident_mb() -> float:
    told = Path("/proc/self/statm").read_text(encoding="utf-8").split()
    return int(told[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


class _Memory:
    """Notes how much memory the process has after each part of what came."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, float]] = []

    def at(self, phase: str, done: int) -> None:
        self.seen.append((done, _resident_mb()))

    def taken(self, tx: Any, touched: Any) -> None:
        return


def first_sync(server: Server, number: int, folder: Path) -> bool:
    """Sync a new PC with a hub of so many records; print rate and memory, and say whether it stayed flat."""
    login = _fill(server, number)
    store = Store.create(folder / "new.db", _KEY, _now, install_id="new")
    store.set_meta(hub_id=hub_setup.status(server.place("hub")).hub_id)
    hub, memory = PostgresHub(login), _Memory()
    began, used = time.perf_counter(), time.process_time()
    outcome = Exchange(store, hub, _now, memory).run(check=True)
    took, used = time.perf_counter() - began, time.process_time() - used
    hub.close()
    store.close()
    tenth = max(mb for done, mb in memory.seen if done <= number / 10)
    whole = max(mb for _, mb in memory.seen)
    rate = f"{outcome.pulled / took:,.0f} records/s by the clock, {outcome.pulled / used:,.0f} by the processor"
    print(f"first sync: {outcome.pulled:,} records in {took:.0f} s: {rate}; equal: {not outcome.unequal}")
    print(f"memory: {tenth:.0f} MB after a tenth, {whole:.0f} MB at most", flush=True)
    return whole < tenth + 50


def main(arguments: list[str] | None = None) -> int:
    """Measure both on a server of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks nights", description=__doc__)
    parser.add_argument("--stations", type=int, default=500, help="how many stations sync in the night (0: none)")
    parser.add_argument("--records", type=int, default=100, help="how many records each wrote in the day")
    parser.add_argument("--first", type=int, default=1_000_000, help="how many records a new PC finds (0: none)")
    given = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    server = cloned(initialize(folder / "made"), folder / "run", "shared_buffers=256MB", "autovacuum=on")
    try:
        with psycopg.connect(server.place(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE hub")
        hub_setup.init(server.place("hub"))
        if given.stations:
            night(server, given.stations, given.records)
        return 0 if not given.first or first_sync(server, given.first, folder) else 1
    finally:
        with suppress(ProcessLookupError):
            server.stop()
        shutil.rmtree(folder)
