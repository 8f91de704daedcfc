"""One sync: what was written here is there afterward, and the other way round; wrong hubs are refused."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from app.models.entities import ENTITIES
from app.models.errors import AppError
from app.models.journal import fold
from app.models.sync_errors import HubStandby, HubUnknown, NotEnrolled, OtherCenter, ProgramTooOld
from app.services.syncing import Exchange
from app.store import sync as rows_of
from app.store.journal import NEW_RECORD, history_of, records_of
from benchmarks import simulated_disks
from benchmarks.memory_hub import MemoryHub
from benchmarks.simulated_disks import Crash, Disk
from tests.fakes import FakeClock

ROW = b"\1" * 16


@dataclass
class Town:
    """A hub and disks to put stations on."""

    hub: MemoryHub
    clock: FakeClock
    template: Any

    def station(self, name: str, connection: Any = None) -> Disk:
        disk = Disk(connection or simulated_disks.copied(self.template), self._ms, str)
        if connection is None:
            disk.install("hub")
        self.hub.enroll(name, "north")
        return disk

    def _ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)

    def sync(self, disk: Disk, name: str, *, check: bool = False) -> Any:
        self.clock.advance(timedelta(seconds=1))
        return Exchange(disk, self.hub.login(name), self.clock.now).run(check=check)


@pytest.fixture(scope="module")
def template() -> Any:
    return simulated_disks.blank()


@pytest.fixture
def town(template: Any) -> Town:
    clock = FakeClock()
    return Town(MemoryHub(clock.now), clock, template)


def _names(disk: Disk) -> list[Any]:
    return disk.connection.execute("SELECT id, name, conflicts IS NOT NULL FROM caller ORDER BY id").fetchall()


def _write(disk: Disk, name: str, row: bytes = ROW) -> None:
    with disk.write("wang") as tx:
        tx.put("caller", row, {"name": name})


def _put(disk: Disk, **values: str) -> None:
    with disk.write("wang") as tx:
        tx.put("caller", ROW, values)


def test_what_one_station_writes_another_shows(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    _write(here, "Li")
    assert town.sync(here, "a").pushed == 1
    outcome = town.sync(there, "b")
    assert (outcome.pulled, outcome.trips) == (1, 4)
    assert _names(there) == [(ROW, "Li", 0)]


def test_two_values_that_do_not_know_each_other_are_a_conflict_until_somebody_decides(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    _write(here, "Li")
    _write(there, "Lee")
    for disk, name in ((here, "a"), (there, "b"), (here, "a")):
        town.sync(disk, name)
    assert _names(here) == _names(there)
    assert _names(here)[0][2] == 1
    _write(here, "Li")
    town.sync(here, "a")
    town.sync(there, "b")
    assert _names(there) == [(ROW, "Li", 0)]


def test_two_who_change_different_fields_of_one_row_and_send_the_whole_form_are_no_conflict(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    _put(here, name="Li", area="North")
    town.sync(here, "a")
    town.sync(there, "b")
    _put(here, name="Li Na", area="North")
    _put(there, name="Li", area="South")
    for disk, name in ((here, "a"), (there, "b"), (here, "a")):
        town.sync(disk, name)
    for disk in (here, there):
        shown = disk.connection.execute("SELECT name, area, conflicts FROM caller").fetchall()
        assert shown == [("Li Na", "South", None)]


def test_who_saw_a_value_and_changed_it_is_right_however_far_their_clock_is_behind(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    _write(here, "Li")
    town.sync(here, "a")
    town.sync(there, "b")
    with there.write("wang", now=town.clock.now() - timedelta(days=365)) as tx:
        tx.put("caller", ROW, {"name": "Lin"})
    town.sync(there, "b")
    town.sync(here, "a")
    assert _names(here) == _names(there) == [(ROW, "Lin", 0)]
    with here.reading() as rows:
        assert [entry.values["name"] for entry in history_of(rows, ROW)] == ["Li", "Lin"]


def test_a_crash_while_a_part_is_taken_in_leaves_no_mark_of_what_is_not_there(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    for number in range(3):
        _write(here, str(number), bytes([number]) * 16)
    town.sync(here, "a")
    for commits in range(9):
        left = [""] * commits + ["before"]
        disk = Disk(
            simulated_disks.copied(there.connection), there.now_ms, lambda left=left: left.pop(0) if left else ""
        )
        with suppress(Crash):
            town.sync(disk, "b")
        with disk.reading() as rows:
            assert sum(mark.seq for mark in rows_of.marks(rows)) == len(_names(disk))
        if left:
            assert commits > 1
            return
        assert not town.sync(disk, "b", check=True).unequal
        assert len(_names(disk)) == 3
    pytest.fail("a sync without end")


def test_a_sync_without_news_takes_at_most_six_trips(town: Town) -> None:
    here = town.station("a")
    _write(here, "Li")
    town.sync(here, "a")
    assert town.sync(here, "a").trips <= 6


def test_a_cloned_disk_moves_to_an_origin_of_its_own_and_loses_nothing(town: Town) -> None:
    here = town.station("a")
    _write(here, "Li")
    twin = town.station("b", simulated_disks.copied(here.connection))
    _write(here, "Lin", b"\2" * 16)
    _write(twin, "Lang", b"\3" * 16)
    town.sync(here, "a")
    assert town.sync(twin, "b").readdressed
    town.sync(here, "a")
    assert [name for _, name, _ in _names(here)] == ["Li", "Lin", "Lang"] == [name for _, name, _ in _names(twin)]


def test_what_a_restored_hub_has_lost_comes_back_from_its_authors_and_from_peers_of_the_dead(town: Town) -> None:
    here, dead = town.station("a"), town.station("b")
    old = town.hub.backup()
    _write(here, "Li")
    _write(dead, "Lang", b"\3" * 16)
    town.sync(dead, "b")
    town.sync(here, "a")
    town.hub.restore(old)
    outcome = town.sync(here, "a")
    assert (outcome.pushed, outcome.rewound, outcome.repaired) == (1, 1, 1)
    fresh = town.station("c")
    town.sync(fresh, "c")
    assert len(_names(fresh)) == 2


def test_a_comparison_that_was_cut_is_owed_to_the_next_sync(town: Town) -> None:
    here = town.station("a")
    with here.write("") as tx:
        rows_of.set_check_due(tx, due=True)
    town.sync(here, "a")
    with here.reading() as rows:
        assert not rows_of.check_due(rows)


def test_what_a_hub_offers_of_another_center_is_not_taken(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    town.hub.enroll("a", "north", ("program", "south", "access"))
    town.hub.enroll("b", "south")
    _write(here, "Li")
    _write(there, "Lang")
    town.sync(there, "b")
    for _ in range(2):
        outcome = town.sync(here, "a", check=True)
        assert (outcome.checked, outcome.unequal, outcome.pulled, outcome.repaired) == (True, (), 0, 0)
    assert _names(here) == [(ROW, "Li", 0)]


def test_a_hub_that_takes_us_for_another_centers_station_is_refused(town: Town) -> None:
    here = town.station("a")
    with here.write("") as tx:
        rows_of.enroll(tx, {"hub_id": "hub", "hub_center": "north"})
    _write(here, "Li")
    assert town.sync(here, "a").pushed == 1
    town.hub.enroll("a", "south")
    _write(here, "Lin")
    with pytest.raises(OtherCenter):
        town.sync(here, "a")
    town.hub.enroll("a", "north")
    assert town.sync(here, "a").pushed == 1


def test_records_of_other_centers_do_not_come_over(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    town.hub.enroll("b", "south")
    _write(here, "Li")
    town.sync(here, "a")
    assert town.sync(there, "b").pulled == 0


def test_what_this_program_does_not_know_is_kept_and_handed_on(town: Town) -> None:
    here, there = town.station("a"), town.station("b")
    with here.write("wang") as tx:
        _, columns = tx.chain.seal("of_tomorrow", ROW, {"word": "x"}, {}, 1)
        tx.connection.execute(NEW_RECORD, columns)
    town.sync(here, "a")
    town.sync(there, "b")
    with there.reading() as rows:
        assert records_of(rows, ROW)[0].values == {"word": "x"}


def test_an_older_program_changes_what_it_knows_and_leaves_a_newer_one_its_fields(town: Town) -> None:
    newer, older = town.station("a"), town.station("b")
    _write(newer, "Li")
    with newer.write("wang") as tx:
        _, columns = tx.chain.seal("caller", ROW, {"shade": "blue"}, {}, 1)
        tx.connection.execute(NEW_RECORD, columns)
    town.sync(newer, "a")
    town.sync(older, "b")
    _write(older, "Lin")
    town.sync(older, "b")
    town.sync(newer, "a")
    with newer.reading() as rows:
        state = fold(ENTITIES["caller"], records_of(rows, ROW))
    assert (state.values["name"], state.values["shade"], state.conflicts) == ("Lin", "blue", {})


def test_a_clock_that_is_off_is_corrected_in_later_stamps(town: Town) -> None:
    here = town.station("a")
    town.hub.now = lambda: town.clock.now() + timedelta(hours=2)
    outcome = town.sync(here, "a")
    assert abs(outcome.skew_ms - 7_200_000) < 5
    with here.write("wang") as tx:
        assert tx.writer.now_ms - int(here.now().timestamp() * 1000) == outcome.skew_ms


@pytest.mark.parametrize(
    ("change", "error"),
    [({"hub_id": "another"}, HubUnknown), ({"standby": True}, HubStandby), ({"oldest_program": 99}, ProgramTooOld)],
)
def test_a_wrong_hub_is_refused(town: Town, change: dict[str, Any], error: type[AppError]) -> None:
    here = town.station("a")
    for name, value in change.items():
        setattr(town.hub, name, value)
    with pytest.raises(error):
        town.sync(here, "a")


def test_a_station_that_is_not_enrolled_pushes_nothing(town: Town) -> None:
    here = town.station("a")
    _write(here, "Li")
    here.install("")
    with pytest.raises(NotEnrolled):
        town.sync(here, "a")
    assert town.hub.kept.replicas == {}
