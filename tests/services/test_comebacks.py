"""After a restore neither the hub nor the station is trusted to know everything, until all the others were heard."""

from dataclasses import replace

import pytest

from app.store import succession
from app.store import sync as rows_of
from benchmarks import simulated_disks
from benchmarks.memory_hub import MemoryHub
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


def test_a_restored_station_whose_fresh_name_somebody_took_goes_on_under_another(
    trio: tuple[Town, Disk, Disk, Disk],
) -> None:
    town, a, b, c = trio
    again = _restored(town, a)
    with again.reading() as rows, c.reading() as there:
        taken, place = succession.station(rows), rows_of.facts(there).origin
    town.hub.login("c").attend(place, taken, returned=False)
    town.sync(again, "a")
    with again.reading() as rows:
        name, told = succession.station(rows), succession.claims(rows)
        assert (name != taken, {one.by for one in told}) == (True, {name, taken})
        assert town.hub.kept.seats[rows_of.facts(rows).origin][1].name == name
    for disk, who in ((b, "b"), (again, "a")):
        town.sync(disk, who)
    with again.write("li") as tx:
        assert set(succession.awaited(tx)) == {taken}
        succession.declare_gone(tx, taken, town.clock.now(), "00" * 16)
    town.sync(again, "a")
    assert _is_heir(again)


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


def test_a_station_that_moves_to_another_hub_says_nothing_of_the_one_before(
    trio: tuple[Town, Disk, Disk, Disk],
) -> None:
    town, a, b, c = trio
    moved = replace(town, hub=MemoryHub(town.clock.now, "elsewhere"))
    moved.hub.machine = "2/00000001"
    for disk, name in ((a, "a"), (b, "b"), (c, "c")):
        moved.hub.enroll(name, "north")
        with disk.write("") as tx:
            rows_of.enroll(tx, {"hub_id": "elsewhere"})
        moved.sync(disk, name)
    moved.sync(a, "a")
    assert (moved.hub.kept.life, moved.hub.kept.count) == (1, 0)
    assert all(_is_heir(disk) for disk in (a, b, c))


def test_a_station_that_joins_its_hub_again_still_knows_that_it_went_back(trio: tuple[Town, Disk, Disk, Disk]) -> None:
    town, a, _, _ = trio
    with a.write("") as tx:
        rows_of.enroll(tx, {"hub_id": "hub"})
    town.hub.machine = "1/00000002"
    town.sync(a, "a")
    assert town.hub.kept.life == 2


def test_who_knows_a_later_life_than_its_hub_is_a_witness_and_does_not_doubt_itself(
    trio: tuple[Town, Disk, Disk, Disk],
) -> None:
    town, a, b, c = trio
    town.hub.kept.life = 2
    for disk, name in ((a, "a"), (a, "a"), (b, "b"), (c, "c"), (a, "a")):
        town.sync(disk, name)
    assert _is_heir(a)
    town.hub.kept.life = 1
    town.sync(a, "a")
    assert town.hub.kept.life == 3
    assert _is_heir(a)


def test_a_copy_that_has_written_nothing_leaves_the_empty_chain_to_the_station_it_was_copied_from(
    trio: tuple[Town, Disk, Disk, Disk],
) -> None:
    town = trio[0]
    fresh = town.station("d")
    copy = Disk(simulated_disks.copied(fresh.connection), fresh.now_ms, str)
    for disk, name in ((fresh, "d"), (copy, "c"), (fresh, "d"), (copy, "c")):
        town.sync(disk, name)
    with fresh.reading() as rows, copy.reading() as there:
        places = [rows_of.facts(one).origin for one in (rows, there)]
    assert [town.hub.kept.seats[place][0] for place in places] == ["d", "c"]
