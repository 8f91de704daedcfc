"""Hubs and lines that fail, on a real PostgreSQL: whatever breaks, the next sync makes it whole and exact."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from app.models.sync_errors import HubEmpty, HubRefusedLogin, HubStandby, HubUnknown, HubUnreachable
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.services.syncing import Exchange
from app.store.store import Store
from benchmarks import simulated_disks
from benchmarks.cuts import Stand, cut_at, whole
from benchmarks.postgres import cloned, halted
from benchmarks.proxies import Proxy
from benchmarks.simulated_disks import Disk
from tests.desk import NOON
from tests.servers import Server

_KEY = bytes(range(32))


@pytest.fixture(scope="module")
def stand(server: Server) -> Iterator[Stand]:
    """A hub of this module's own, emptied for each test."""
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE failing")
    hub_setup.init(server.place("failing"))
    made = Stand(server, "failing")
    yield made
    made.close()


@pytest.fixture
def own(cluster: Path) -> Iterator[Stand]:
    """A server of a test's own, which it may kill."""
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    made = Stand(cloned(cluster, folder, "synchronous_commit=on"))
    yield made
    made.close()
    made.server.stop()
    shutil.rmtree(folder)


def test_a_line_that_is_cut_anywhere_leaves_everything_exact(stand: Stand) -> None:
    total = whole(stand)
    ended = {cut_at(stand, budget) for budget in range(0, total + 1, total // 9)}
    assert {"HubUnreachable, hub 3, station 3", "HubUnreachable, hub 6, station 3"} <= ended
    assert cut_at(stand, 2 * total).startswith("done")


@pytest.mark.parametrize("part", [0.5, 0.8])
def test_a_line_that_swallows_bytes_is_given_up_and_tried_again(stand: Stand, part: float) -> None:
    budget = int(whole(stand) * part)
    disk = stand.begin()
    with Proxy(stand.server.port, budget, cut=False) as proxy:
        with pytest.raises(HubUnreachable):
            stand.sync(disk, proxy.port, patience_s=0.2)
        assert proxy.over
    stand.look(disk, stand.sync(disk))


def test_a_server_that_is_killed_in_the_middle_loses_nothing(own: Stand) -> None:
    budget = whole(own) * 2 // 3
    disk = own.begin()
    with Proxy(own.server.port, budget, on_end=own.server.kill) as proxy, pytest.raises(HubUnreachable):
        own.sync(disk, proxy.port)
    own.restarted()
    own.look(disk, own.sync(disk))


@pytest.mark.long
def test_a_station_that_is_killed_in_the_middle_goes_on_from_there(stand: Stand, tmp_path: Path) -> None:
    stand.begin()
    with closing(Store.create(tmp_path / "a.db", _KEY, lambda: NOON, install_id="x")) as store:
        store.set_meta(hub_id=stand.hub_id)
        with store.write("li") as tx:
            uids = {tx.add("caller", {"name": str(n)}) for n in range(3)}
    child: list[subprocess.Popen[bytes]] = []
    with Proxy(stand.server.port, whole(stand) * 2 // 3, on_end=lambda: child[0].kill()) as proxy:
        stand.begin()
        words = [sys.executable, "-m", "tests.journeys.one_sync", str(tmp_path / "a.db"), _conninfo(stand, proxy.port)]
        child.append(subprocess.Popen(words))
        assert child[0].wait(timeout=60) == -9
    with closing(Store.open(tmp_path / "a.db", _KEY, lambda: NOON)) as store:
        hub = PostgresHub(stand.login(0))
        assert not Exchange(store, hub, lambda: NOON).run(check=True).readdressed
        hub.close()
        with store.reading() as rows:
            held = rows.one("SELECT count(*) FROM journal /* whole: a few */") or (0,)
    assert (held[0], len(uids)) == (6, 3)
    assert stand.owner.execute("SELECT count(*), count(DISTINCT uid) FROM hub.journal").fetchone() == (6, 6)


def _conninfo(stand: Stand, port: int) -> str:
    return psycopg.conninfo.make_conninfo(**stand.login(0, port))


def test_a_cloned_disk_a_restored_pc_and_a_new_one_end_with_the_same(stand: Stand) -> None:
    disk = stand.begin()
    stand.sync(disk)
    twin, old = (Disk(simulated_disks.copied(disk.connection), disk.now_ms, str) for _ in range(2))
    for one in (disk, twin):
        with one.write("li") as tx:
            tx.add("caller", {"name": "later"})
    assert not stand.sync(disk).readdressed
    assert stand.sync(twin).readdressed
    with old.write("li") as tx:
        tx.add("caller", {"name": "after the restore"})
    assert stand.sync(old).readdressed
    fresh = Disk(simulated_disks.copied(stand.template), disk.now_ms, str)
    fresh.install(stand.hub_id)
    for one in (fresh, disk, twin, old):
        stand.sync(one)
    held = [
        one.connection.execute("SELECT uid FROM journal ORDER BY uid").fetchall() for one in (fresh, disk, twin, old)
    ]
    assert held[0] == held[1] == held[2] == held[3]
    assert len(held[0]) == 9


@pytest.mark.long
def test_a_hub_that_goes_back_gets_everything_again_even_of_a_pc_that_is_gone(own: Stand, tmp_path: Path) -> None:
    disk = own.begin()
    own.sync(disk)
    kept = own.kept()
    with own.theirs.write("li") as tx:
        tx.add("caller", {"name": "of one who is gone soon"})
    Exchange(own.theirs, own.other, own.theirs.now).push_only()
    assert own.sync(disk).pulled == 1
    with disk.write("li") as tx:
        tx.add("caller", {"name": "own"})
    own.sync(disk)
    own.gone_back(kept)
    outcome = own.sync(disk)
    assert (outcome.rewound, outcome.repaired) == (1, 1)
    found = own.owner.execute("SELECT count(DISTINCT uid) FROM hub.journal").fetchone()
    assert found == (8,)
    assert own.owner.execute("SELECT life FROM hub.identity").fetchone() == (2,)


@pytest.mark.long
def test_a_standby_is_refused(cluster: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    primary = cloned(cluster, folder)
    login = hub_setup.enroll(primary.place("hub"), "pc", "standby")
    halted(primary)
    (primary.data / "standby.signal").touch()
    primary.start()
    try:
        hub = PostgresHub({**_where(primary), "user": login.who, "password": login.password})
        disk = Disk(simulated_disks.blank(), lambda: 1_772_000_000_000, str)
        disk.install(login.hub_id)
        with pytest.raises(HubStandby):
            Exchange(disk, hub, disk.now).run()
        hub.close()
        with pytest.raises(HubStandby):
            hub_setup.restored(primary.place("hub"))
    finally:
        primary.stop()
        shutil.rmtree(folder)


def _where(server: Server) -> dict[str, str]:
    return {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}


def test_another_hub_an_empty_database_and_a_closed_login_are_refused_and_keep_what_waits(
    stand: Stand, server: Server
) -> None:
    disk = stand.begin()
    made = hub_setup.enroll(server.place("hub"), "pc", "wrong")
    for login, error in (
        ({**_where(server), "user": made.who}, HubUnknown),
        ({**_where(server), "user": "postgres"}, HubUnknown),  # who has no seat there
        ({**stand.login(0), "dbname": "postgres"}, HubEmpty),
        ({**stand.login(0), "user": "nobody_at_all"}, HubRefusedLogin),
    ):
        hub = PostgresHub(login)
        with pytest.raises(error):
            Exchange(disk, hub, disk.now).run()
        hub.close()
    stand.look(disk, stand.sync(disk))
