"""A bundle brings another station what it lacks, once; what is not as it was written is refused whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.errors import CannotNow, NotAllowed, NothingToUndo
from app.models.sync_errors import BundleBroken, BundleForeign
from app.outside import bundle_files
from app.services import access, bundles, hub_sync
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.store import newcomers, sync
from app.store.journal import MOST_NOTED
from app.store.rebuild import digest, rebuild
from tests.desk import opened, sign_in
from tests.fakes import FakeClock


@pytest.fixture
def other(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    (tmp_path / "other").mkdir()
    with opened(template, tmp_path / "other", clock) as desk:
        sign_in(desk, "li")
        yield desk


def _heard(_count: int) -> None:
    """Stand in for the read log."""


def _written(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Zhao"})
        tx.put("caller", row, {"area": "North"})
        tx.add("inquiry", {"number": "1", "opened_at": "2026-03-01T08:00:00+00:00", "state": "new"})
    sign_in(office, "li")


def test_a_bundle_is_taken_once_and_the_hub_is_told_at_the_next_sync(office: Office, other: Office) -> None:
    _written(office)
    parts = list(office.ask(bundles.records))
    taken = other.do(bundles.take, parts).value
    assert (taken.new, taken.quarantined) == (3, 0)
    assert digest(other.store.rows) == digest(office.store.rows)
    assert sync.check_due(other.store.rows)
    assert other.do(bundles.take, parts).value.new == 0


def test_everything_holds_what_others_wrote_too(office: Office) -> None:
    _written(office)
    whole = sum(map(len, office.ask(bundles.records, everything=True)))
    assert whole == office.store.rows.all("SELECT max(id) FROM journal")[0][0]


def test_the_read_log_goes_to_the_hub_and_to_no_other_station(office: Office) -> None:
    _written(office)
    office.do(access.exported, "inquiry", 1)
    held = {
        everything: {row.scope for part in office.ask(bundles.records, everything=everything) for row in part}
        for everything in (False, True)
    }
    assert "access" in held[False]
    assert "access" not in held[True]


def test_whoever_carries_a_read_log_to_the_hub_does_not_read_it_also_after_a_rebuild(
    office: Office, other: Office
) -> None:
    _written(office)
    office.do(access.exported, "inquiry", 1)
    other.do(access.exported, "caller", 2)
    with other.store.write("") as tx:  # as at every station: each writes in a chain of its own
        tx.connection.execute("UPDATE meta SET v=? WHERE k='origin'", (b"o" * 16,))
    other.do(access.exported, "caller", 3)
    parts = list(office.ask(bundles.records))
    for _ in range(2):
        other.do(bundles.take, parts)
        with other.store.write("") as tx:
            rebuild(tx)
        assert [(one.entity, one.rows) for one in other.ask(access.log)] == [("caller", 3), ("caller", 2)]
    rows = other.store.rows
    _, carried = sync.next_carried(rows, ("center", "program"), 0, 100, sync.own_end(rows))
    assert [one.payload and "inquiry" in one.payload for one in carried if one.scope == "access"] == [False, True]


def test_a_record_that_was_changed_is_refused_and_nothing_of_the_bundle_stays(office: Office, other: Office) -> None:
    _written(office)
    *accounts, part = office.ask(bundles.records)
    for bad in (part[-1]._replace(payload='{"f":{"number":"2"}}'), part[-1]._replace(hlc=1)):
        with pytest.raises(BundleBroken):
            other.do(bundles.take, [*accounts, [*part[:-1], bad]])
    assert other.store.rows.all("SELECT name FROM caller LIMIT 3") == []


def test_only_who_may_give_out_and_take_in(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.ask(bundles.records)
    with pytest.raises(NotAllowed):
        office.do(bundles.take, [])
    office.outside["bundles"] = bundle_files
    with pytest.raises(NotAllowed):
        office.ask(bundles.write, Path("never.bundle"), whole=_heard)
    with pytest.raises(NotAllowed):
        office.do(bundles.take_in, Path("never.bundle"))
    assert not Path("never.bundle").exists()


def _of(office: Office, center: str = "north") -> Office:
    """Let a desk belong to a center that knows its accounts, and write and read bundles."""
    office.outside["bundles"] = bundle_files
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", center, "Seat 7", {}))
    with office.store.write("") as tx:
        newcomers.end(tx)
    sign_in(office, "li")
    return office


class _Stops:
    """Hears how far it is, and stops it at the second step."""

    def __init__(self, most: int = 99) -> None:
        self.heard: list[int] = []
        self._most = most

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        self.heard.append(done)
        if len(self.heard) >= self._most:
            raise CannotNow


def test_a_file_of_one_station_is_taken_in_at_another_of_its_center_only(
    office: Office, other: Office, tmp_path: Path
) -> None:
    _written(office)
    path = tmp_path / "day.bundle"
    seen = _Stops()
    count = _of(office).ask(bundles.write, path, whole=_heard, progress=seen)
    assert (seen.heard[0], seen.heard[-1]) == (0, count)
    other.outside["bundles"] = bundle_files
    with pytest.raises(BundleForeign):
        other.do(bundles.take_in, path)
    seen = _Stops()
    taken = _of(other).do(bundles.take_in, path, progress=seen).value
    assert (taken.records, taken.new, seen.heard[-1]) == (count, 3, count)
    assert other.store.rows.all("SELECT name FROM caller LIMIT 3") == [("Zhao",)]


def test_what_is_stopped_or_cut_leaves_nothing_of_itself(office: Office, other: Office, tmp_path: Path) -> None:
    _written(office)
    path = tmp_path / "day.bundle"
    _of(office)
    with pytest.raises(CannotNow):
        office.ask(bundles.write, path, whole=_heard, progress=_Stops(2))
    assert list(tmp_path.glob("*bundle*")) == []
    office.ask(bundles.write, path, whole=_heard, everything=True)
    _of(other)
    with pytest.raises(CannotNow):
        other.do(bundles.take_in, path, progress=_Stops(1))
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(BundleForeign):
        other.do(bundles.take_in, path)
    assert other.store.rows.all("SELECT name FROM caller LIMIT 3") == []


def test_a_bundle_has_its_line_in_the_read_log_before_it_has_its_name(office: Office, tmp_path: Path) -> None:
    _written(office)
    path = tmp_path / "day.bundle"
    there: list[bool] = []

    def told(count: int) -> None:
        there.append(path.exists())
        office.do(bundles.exported, count)

    count = _of(office).ask(bundles.write, path, whole=told)
    assert there == [False]
    assert [(one.entity, one.rows) for one in office.ask(access.log)] == [("bundle", count)]
    path.unlink()
    seat = office.seat()
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        seat.ask(bundles.write, path, whole=told)
    assert list(tmp_path.glob("*bundle*")) == []


def test_what_others_wrote_is_not_taken_back_by_whoever_took_their_bundle_in(office: Office, other: Office) -> None:
    _written(office)
    parts = list(office.ask(bundles.records))
    assert not other.do(bundles.take, parts).undoable
    with pytest.raises(NothingToUndo):
        other.undo()
    assert other.store.rows.all("SELECT deleted_at FROM caller LIMIT 3") == [(None,)]


def test_bundles_are_offered_to_who_may_at_a_station_of_a_center(office: Office) -> None:
    sign_in(office, "li")
    assert not office.ask(bundles.offered).give
    found = _of(office).ask(bundles.offered)
    assert (found.give, found.take, found.station, found.day) == (True, True, "Seat 7", "2026-03-02")
    sign_in(office, "wang")
    found = office.ask(bundles.offered)
    assert (found.give, found.take) == (False, False)
    office.sign_in(None)
    assert not office.ask(bundles.offered).take


def test_others_save_between_two_parts_and_what_came_stays_when_it_is_stopped(
    office: Office, other: Office, tmp_path: Path
) -> None:
    with office.store.write("wang") as tx:
        for place in range(2500):
            tx.add("caller", {"name": f"Zhao {place}"})
    path = tmp_path / "all.bundle"
    count = _of(office).ask(bundles.write, path, whole=_heard, everything=True)
    _of(other)
    saved = list[int]()

    def between() -> None:
        with other.store.write("wang") as tx:
            tx.add("caller", {"name": "saved meanwhile"})
        saved.append(_callers(other))

    other.let_between(between)
    parts = 1 + -(-(count - 4) // 1000)  # the accounts come first
    done = other.do(bundles.take_in, path, progress=_Stops(parts + 4))
    assert (done.value.stopped, done.value.records) == (True, 2004)
    assert done.changes.of("caller"), "what came is shown"
    assert saved[0] == 1
    assert 1000 < _callers(other) < 2500
    taken = other.do(bundles.take_in, path, progress=_Stops(2 * parts + 1)).value
    assert _callers(other) == 2500 + len(saved), "a wish that comes when all is taken in stops nothing"
    assert (taken.records, taken.new > 0, taken.stopped) == (count, True, False)
    with other.store.write("") as tx:
        assert sync.check_due(tx)


def test_panes_are_told_of_many_rows_by_kind(office: Office, other: Office) -> None:
    with office.store.write("wang") as tx:
        for place in range(700):
            tx.add("caller", {"name": f"Zhao {place}"})
    sign_in(office, "li")
    done = other.do(bundles.take, list(office.ask(bundles.records)))
    assert len(done.changes.of("caller")) == MOST_NOTED
    assert not done.changes.whole


def _callers(office: Office) -> int:
    return office.store.rows.all("SELECT count(*) FROM (SELECT 1 FROM caller LIMIT 9000)")[0][0]
