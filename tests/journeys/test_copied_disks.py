"""One disk on many machines, and one machine that goes back: each gets an address of its own and loses nothing."""

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
    snapshot = _copy(machine)
    _write(machine, "sent, then forgotten")
    town.sync(machine, "a")
    _write(snapshot, "sent, then forgotten")  # the same words at the same time of the same clock
    outcome = town.sync(snapshot, "a")
    assert (outcome.readdressed, outcome.pulled) == (True, 1)
    assert len(set(_uids(snapshot))) == 3
    assert not town.sync(snapshot, "a").readdressed
