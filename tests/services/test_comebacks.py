"""After a restore neither the hub nor the station is trusted to know everything, until all the others were heard."""

import pytest

from app.store import succession
from app.store import sync as rows_of
from benchmarks import simulated_disks
from benchmarks.simulated_disks import Disk
from tests.services.test_syncing import Town, template, town

__all__ = ["template", "town"]


def _restored(town: Town, kept: Disk) -> Disk:
    disk = Disk(simulated_disks.copied(kept.connection), kept.now_ms, str)
    with disk.write("") as tx:
        succession.begin(tx, town.clock.now())
    return disk


def _is_heir(disk: Disk) -> bool:
    with disk.reading() as rows:
        return all(one.confirmed for one in succession.losses_of(rows))


@pytest.fixture
def trio(town: Town) -> tuple[Town, Disk, Disk, Disk]:
    """Three stations that know each other, after something was written at each."""
    disks = town.station("a"), town.station("b"), town.station("c")
    for place, disk in enumerate(disks):
        with disk.write("li") as tx:
            tx.put("caller", bytes([place]) * 16, {"name": str(place)})
    for disk, name in zip((*disks, *disks), "abcabc", strict=True):
        town.sync(disk, name)
    return (town, *disks)


def test_hub_and_authority_restored_in_the_same_days_wait_for_whoever_knows_more(
    trio: tuple[Town, Disk, Disk, Disk],
) -> None:
    town, a, b, c = trio
    hub, image = town.hub.backup(), Disk(simulated_disks.copied(a.connection), a.now_ms, str)
    with a.write("li") as tx:
        tx.add("lease", {"contact_group": "g", "kind": "granted", "station": "b", "epoch": 2})
    town.sync(a, "a")
    town.sync(b, "b")
    town.hub.restore(hub)
    again = _restored(town, image)
    town.sync(again, "a")
    town.sync(c, "c")
    town.sync(again, "a")
    assert not _is_heir(again)
    town.sync(b, "b")
    town.sync(again, "a")
    assert _is_heir(again)
    with again.reading() as rows:
        assert rows.one("SELECT epoch FROM lease WHERE contact_group = 'g'") == (2,)


def test_of_two_that_come_from_one_backup_neither_succeeds_until_one_is_declared_gone(
    trio: tuple[Town, Disk, Disk, Disk],
) -> None:
    town, a, b, c = trio
    first, second = _restored(town, a), _restored(town, a)
    for disk, name in ((first, "a"), (second, "a"), (b, "b"), (c, "c"), (first, "a"), (second, "a"), (first, "a")):
        town.sync(disk, name)
    assert not _is_heir(first)
    assert not _is_heir(second)
    with second.reading() as rows:
        rival = succession.station(rows)
    with first.write("") as tx:
        succession.declare_gone(tx, rival, town.clock.now(), "")
    town.sync(first, "a")
    assert _is_heir(first)


def test_a_station_that_went_back_with_its_hub_unmarked_doubts_itself_once_somebody_knew_more(
    trio: tuple[Town, Disk, Disk, Disk],
) -> None:
    town, a, b, c = trio
    hub, image = town.hub.backup(), Disk(simulated_disks.copied(a.connection), a.now_ms, str)
    with b.write("li") as tx:
        tx.put("caller", b"9" * 16, {"name": "later"})
    town.sync(b, "b")
    town.sync(c, "c")
    town.hub.restore(hub)
    town.sync(c, "c")
    town.sync(image, "a")
    assert (_is_heir(image), _is_heir(c)) == (False, True)
    for disk, name in ((image, "a"), (b, "b"), (c, "c"), (image, "a")):
        town.sync(disk, name)
    assert (_is_heir(image), _is_heir(b)) == (True, True)


def test_another_timeline_of_the_database_is_another_life(trio: tuple[Town, Disk, Disk, Disk]) -> None:
    town, a, b, _ = trio
    before = town.hub.kept.life
    town.hub.machine = "1/00000002"
    town.sync(a, "a")
    town.sync(b, "b")
    assert town.hub.kept.life == before + 1


def test_an_older_hub_that_counts_nothing_confirms_nobody(trio: tuple[Town, Disk, Disk, Disk]) -> None:
    town, a, b, c = trio
    town.hub.kept.life = 0
    again = _restored(town, a)
    for disk, name in ((again, "a"), (b, "b"), (c, "c"), (again, "a")):
        town.sync(disk, name)
    assert not _is_heir(again)
    with again.reading() as rows:
        assert rows_of.hub_known(rows).life == 0
