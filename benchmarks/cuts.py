"""``python -m benchmarks cuts [--every N]``: a sync over a line that is cut at every single byte, on a real PostgreSQL.

However far it came: the next sync goes on, the hub has each record once, in the chain in which it was written, and the
station has what others wrote. Nothing is readdressed: a cut is no fork.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from app.models.errors import AppError
from app.models.sync import Outcome
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.services.syncing import Exchange
from benchmarks import simulated_disks
from benchmarks.postgres import Server, cloned, halted, initialize, own
from benchmarks.proxies import Proxy
from benchmarks.simulated_disks import Disk

_CENTER = "cut"
_RECORDS = 3
_NOW_MS = 1_772_000_000_000


class NotExact(AssertionError):
    """After a cut and another sync something is missing, double or elsewhere."""


@dataclass
class Stand:
    """A hub, and two stations of one center: one that is cut, one whose records wait at the hub."""

    server: Server
    database: str = "hub"

    def __post_init__(self) -> None:
        place = self.server.place(self.database)
        self.hub_id = hub_setup.status(place).hub_id
        self.logins = [hub_setup.enroll(place, name, _CENTER) for name in ("cut", "other")]
        self.owner = psycopg.connect(place, autocommit=True)
        self.template = simulated_disks.blank()
        self.other = PostgresHub(self.login(1))
        self.theirs = self._disk()

    def close(self) -> None:
        """End the connections."""
        self.other.close()
        self.owner.close()

    def restarted(self) -> None:
        """Start the server again after it was killed."""
        self.close()
        self.server.start()
        self.other = PostgresHub(self.login(1))
        self.owner = psycopg.connect(self.server.place(self.database), autocommit=True)

    def kept(self) -> Path:
        """Return a copy of the stopped server's files, and start it again."""
        halted(self.server)
        copy = self.server.data.with_name("kept")
        shutil.copytree(self.server.data, copy, symlinks=True)
        self.restarted()
        return copy

    def gone_back(self, kept: Path) -> None:
        """Let the server go back to a copy of its files."""
        halted(self.server)
        shutil.rmtree(self.server.data)
        shutil.copytree(kept, self.server.data, symlinks=True)
        own(self.server.data)
        self.server.data.chmod(0o700)
        self.restarted()

    def login(self, which: int, port: int = 0) -> dict[str, str]:
        """Return how a station reaches the hub, perhaps through a proxy's port."""
        made = self.logins[which]
        where = {"host": "127.0.0.1", "port": str(port or self.server.port), "dbname": self.database}
        return {**where, "user": made.who, "password": made.password}

    def _disk(self) -> Disk:
        disk = Disk(simulated_disks.copied(self.template), _now_ms, _sound)
        disk.install(self.hub_id)
        for n in range(_RECORDS):
            with disk.write("li") as tx:
                tx.add("caller", {"name": f"张 {n}"})
        return disk

    def begin(self) -> Disk:
        """Empty the hub, let the other station's records wait there, and return a station that has not synced yet."""
        self.owner.execute("SET session_replication_role = replica")
        self.owner.execute("TRUNCATE hub.journal, hub.replica")
        self.owner.execute("SET session_replication_role = origin")
        Exchange(self.theirs, self.other, self.theirs.now).push_only()
        return self._disk()

    def sync(self, disk: Disk, port: int = 0, *, patience_s: float = 20.0) -> Outcome:
        """Sync a station, perhaps through a proxy."""
        hub = PostgresHub(self.login(0, port), patience_s=patience_s)
        try:
            return Exchange(disk, hub, disk.now).run(check=True)
        finally:
            hub.close()

    def look(self, disk: Disk, outcome: Outcome) -> None:
        """Raise ``NotExact`` unless hub and station hold what both stations wrote, each once, where it was written."""
        here = _addresses(disk.connection)
        wanted = sorted({*here, *_addresses(self.theirs.connection)})
        found = self.owner.execute(
            "SELECT uuid_send(origin), seq, uuid_send(uid) FROM hub.journal ORDER BY 1, 2"
        ).fetchall()
        if sorted((bytes(a), b, bytes(c)) for a, b, c in found) != wanted:
            raise NotExact(f"the hub holds {len(found)} records, not the {len(wanted)} that were written")
        if sorted(here) != wanted:
            raise NotExact("the station lacks what the other wrote")
        if outcome.readdressed or outcome.unequal or outcome.repaired:
            raise NotExact(f"a cut was taken for something else: {outcome}")


def _addresses(connection: Any) -> list[tuple[bytes, int, bytes]]:
    return [tuple(row) for row in connection.execute("SELECT origin, seq, uid FROM journal").fetchall()]


def _now_ms() -> int:
    return round(datetime.now(UTC).timestamp() * 1000)


def _sound() -> str:
    return ""


def whole(stand: Stand) -> int:
    """Return how many bytes a whole sync takes in both directions."""
    disk = stand.begin()
    with Proxy(stand.server.port) as proxy:
        outcome = stand.sync(disk, proxy.port)
        stand.look(disk, outcome)
        return proxy.passed


def cut_at(stand: Stand, budget: int) -> str:
    """Cut one sync after so many bytes, sync again and look; return how the cut one ended."""
    disk = stand.begin()
    ended = "done"
    with Proxy(stand.server.port, budget) as proxy:
        try:
            stand.sync(disk, proxy.port)
        except AppError as error:
            ended = type(error).__name__
    had = stand.owner.execute("SELECT count(*) FROM hub.journal").fetchone()
    held = disk.connection.execute("SELECT count(*) FROM journal").fetchone()[0]
    stand.look(disk, stand.sync(disk))
    return f"{ended}, hub {had[0] if had else 0}, station {held}"


def main(arguments: list[str] | None = None) -> int:
    """Cut at every place and say how often what was there by then."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks cuts", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="try every so manieth place")
    given = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    server = cloned(initialize(folder / "made"), folder / "run")
    try:
        with psycopg.connect(server.place(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE hub")
        hub_setup.init(server.place("hub"))
        return _report(Stand(server), given.every)
    finally:
        with suppress(ProcessLookupError):
            server.stop()
        shutil.rmtree(folder)


def _report(stand: Stand, every: int) -> int:
    started, total = time.monotonic(), whole(stand)
    counts: Counter[str] = Counter()
    failed: list[str] = []
    for budget in range(0, total + 1, every):
        try:
            counts[cut_at(stand, budget)] += 1
        except NotExact as error:
            failed.append(f"{budget}: {error}")
    stand.close()
    print(
        f"{sum(counts.values())} places of {total} bytes in {time.monotonic() - started:.0f} s, {len(failed)} not exact"
    )
    for how, many in counts.most_common():
        print(f"{many:6} {how}")
    for one in failed[:20]:
        print(one, file=sys.stderr)
    return 1 if failed else 0
