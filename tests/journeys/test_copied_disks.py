"""One disk on many machines, and one machine that goes back: each gets an address of its own and loses nothing."""

from app.models import ids
from app.store import sync as rows_of
from benchmarks import simulated_disks
from benchmarks.simulated_disks import Disk
from tests.services.test_syncing import Town, template, town

__all__ = ["template", "town"]
COPIES = 24


def _copy(disk: Disk) -> Disk:
    return Disk(simulated_disks.copied(disk.connection), disk.now_ms, str)


def _write(disk: Disk, name: str) -> None:
    with disk.write("li") as tx:
        tx.add("caller", {"name": name})


def _uids(disk: Disk) -> list[bytes]:
    return [row[0] for row in disk.connection.execute("SELECT uid FROM journal ORDER BY uid")]


def _origin(disk: Disk) -> bytes:
    with disk.reading() as rows:
        return rows_of.facts(rows).origin


def test_of_many_copies_of_an_enrolled_image_the_first_keeps_the_origin_and_the_others_get_their_own(
    town: Town,
) -> None:
    image = town.station("image")
    _write(image, "before")
    town.sync(image, "image")
    copies = [_copy(image) for _ in range(COPIES)]
    for place, disk in enumerate(copies):
        _write(disk, f"copy {place}")
    assert [town.sync(disk, "image").readdressed for disk in copies] == [False] + [True] * (COPIES - 1)
    assert _origin(copies[0]) == _origin(image)
    assert len({_origin(disk) for disk in copies}) == COPIES
    assert not any(town.sync(disk, "image", check=True).unequal for disk in copies)
    held = [_uids(disk) for disk in copies]
    assert all(one == held[0] for one in held)
    assert len(held[0]) == 1 + COPIES
    seats = [seat for _, seat in town.hub.kept.seats.values()]
    assert len({seat.name for seat in seats}) == COPIES


def test_a_copy_that_has_written_nothing_moves_when_the_other_went_on(town: Town) -> None:
    here = town.station("a")
    _write(here, "before")
    town.sync(here, "a")
    copy = _copy(here)
    _write(here, "later")
    town.sync(here, "a")
    outcome = town.sync(copy, "a")
    assert (outcome.readdressed, outcome.pulled, outcome.pushed) == (True, 1, 0)
    assert _uids(copy) == _uids(here)


def test_a_virtual_machine_that_goes_back_to_a_snapshot_gets_back_what_it_had_sent_and_gives_no_uid_twice(
    town: Town,
) -> None:
    machine = town.station("a")
    _write(machine, "before")
    town.sync(machine, "a")
    snapshot, given = _copy(machine), (ids._Last.ms, ids._Last.count)
    now = town.clock.now()
    _write(machine, "sent, then forgotten")
    town.sync(machine, "a")
    # The same words at the same time of the same clock, by a program whose memory went back, too.
    town.clock.set(now)
    ids._Last.ms, ids._Last.count = given
    _write(snapshot, "sent, then forgotten")
    outcome = town.sync(snapshot, "a")
    assert (outcome.readdressed, outcome.pulled) == (True, 1)
    assert len(set(_uids(snapshot))) == 3
    assert not town.sync(snapshot, "a").readdressed


def test_a_station_that_is_restored_from_a_backup_gets_back_what_it_had_sent_and_sends_what_it_wrote_since(
    town: Town,
) -> None:
    station, other = town.station("a"), town.station("b")
    _write(station, "before")
    town.sync(station, "a")
    backup = _copy(station)
    for number in range(3):
        _write(station, f"sent {number}")
    town.sync(station, "a")
    _write(station, "never sent")
    _write(backup, "after the restore")
    outcome = town.sync(backup, "a")
    assert (outcome.readdressed, outcome.pulled, outcome.pushed) == (True, 3, 1)
    town.sync(other, "b")
    assert _uids(other) == _uids(backup)
    found = {row[0] for row in other.connection.execute("SELECT name FROM caller")}
    assert found == {"before", "sent 0", "sent 1", "sent 2", "after the restore"}
    assert not town.sync(backup, "a", check=True).readdressed
