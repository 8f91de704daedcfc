"""Rows of frames: beside the journal, in older ones inside it, moved out, gone by the rules; never in a record."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.sync import COLUMNS, Wire
from app.services import backups, campaigns, frame_contents, frames, health, retention
from app.services.frame_contents import FrameElsewhere, FrameRedacted
from app.services.office import Office
from app.store import sync_apply
from app.store.store import Store
from tests.desk import KEY, opened, sign_in
from tests.fakes import FakeClock
from tests.services.drawing import frame, person, plan
from tests.services.old_frames import lost, recorded


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    return office


@pytest.fixture
def other(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    """Another station of the same center."""
    (tmp_path / "other").mkdir()
    with opened(template, tmp_path / "other", clock) as found:
        yield found


def _names(office: Office, kept: bytes) -> list[str]:
    return office.ask(lambda view: [one.name for one in frame_contents.rows_in(view, kept)])


def _sent(office: Office, other: Office) -> None:
    sql = f"SELECT {', '.join(COLUMNS)} FROM journal /* whole: a test */ ORDER BY id"
    with other.store.write("") as tx:
        sync_apply.take(tx, [Wire(*row) for row in office.store.rows.all(sql)])


def _payloads(office: Office) -> str:
    return "".join(str(row[0]) for row in office.store.rows.all("SELECT payload FROM journal /* whole: a test */"))


def test_no_record_holds_a_row_nor_what_stood_in_a_refused_cell(desk: Office) -> None:
    kept = frame(desk, rows=[person(0, name="张三丰"), person(1, phone="13x-needle")])
    assert _names(desk, kept) == ["张三丰"]
    told = _payloads(desk)
    assert '"phone_bad"' in told
    assert not any(one in told for one in ("张三丰", "13800000000", "needle"))
    assert desk.store.rows.one("SELECT count(*) FROM frame_part /* whole: a test */") == (0,)


def test_a_station_that_heard_of_a_frame_lists_it_and_says_that_its_people_are_elsewhere(
    desk: Office, other: Office
) -> None:
    kept = frame(desk)
    _sent(desk, other)
    sign_in(other, "li")
    assert [(one.name, one.rows, one.here) for one in other.ask(frames.frames)] == [("2026Q1", 60, False)]
    assert [one.here for one in desk.ask(frames.frames)] == [True]
    with pytest.raises(FrameElsewhere, match="2026Q1"):
        other.ask(campaigns.planned, plan())
    with pytest.raises(RecordGone):
        _names(other, b"x" * 16)
    assert len(_names(desk, kept)) == 60


def test_a_rebuild_and_a_backup_keep_the_rows(desk: Office, tmp_path: Path, clock: FakeClock) -> None:
    kept = frame(desk)
    sign_in(desk, "admin")
    assert desk.do(health.rebuild_tables).value.mended == ()
    assert len(_names(desk, kept)) == 60
    backups.make(desk, tmp_path / "day.backup")
    store = Store.open(tmp_path / "day.backup", KEY, clock.now)
    assert len(_names(Office(store, clock, {}), kept)) == 60
    store.close()


def test_the_rows_of_an_older_frame_are_read_from_its_records_and_give_the_same_sample(desk: Office) -> None:
    kept = frame(desk)
    before = desk.ask(campaigns.planned, plan())
    recorded(desk, kept)
    assert "13800000000" not in _payloads(desk)  # packed, but there
    assert desk.ask(campaigns.planned, plan()) == before


def test_a_move_takes_the_rows_out_of_every_journal_and_leaves_them_here(desk: Office, other: Office) -> None:
    kept = recorded(desk, frame(desk))
    before = desk.ask(campaigns.planned, plan()).chosen
    _sent(desk, other)
    sign_in(other, "li")
    assert other.ask(campaigns.planned, plan()).chosen == before
    sign_in(desk, "admin")
    would = desk.ask(frame_contents.movable)
    assert (would.frames, would.rows, would.parts) == (("2026Q1",), 60, 1)
    assert desk.do(frame_contents.move).value == would
    _sent(desk, other)
    for office in (desk, other):
        rows = office.store.rows
        assert rows.one("SELECT count(*) FROM frame_part WHERE content IS NOT NULL /* whole: a test */") == (0,)
        there = "SELECT count(*) FROM journal /* whole: a test */ WHERE entity='frame_part' AND payload IS NOT NULL"
        assert rows.one(there) == (0,)
        assert office.ask(health.check).sound
    assert desk.ask(frame_contents.movable) == frame_contents.Moved()
    assert len(_names(desk, kept)) == 60
    with pytest.raises(FrameElsewhere):
        _names(other, kept)


def test_a_frame_whose_parts_are_not_whole_stays_where_it_is(desk: Office) -> None:
    kept = recorded(desk, frame(desk, rows=[person(place) for place in range(2100)]))
    sign_in(desk, "admin")
    with desk.store.write("") as tx:
        part = tx.one("SELECT id FROM frame_part WHERE frame=? AND number=1", kept)
        assert part is not None
        retention.redact_row(_as_work(desk, tx), "frames", frame_contents._PART, bytes(part[0]), b"a" * 16)
    done = desk.do(frame_contents.move).value
    assert (done.frames, done.left) == ((), ("2026Q1",))
    assert desk.ask(frame_contents.count_recorded) == 1
    with pytest.raises(FrameElsewhere):
        _names(desk, kept)


def _as_work(office: Office, tx: object) -> object:
    from app.services.office import Work

    return Work(tx, office.by, office.clock.now(), office.settings, office.outside, tx=tx)  # type: ignore[arg-type]


def test_what_retention_says_is_over_goes_here_and_where_others_hold_it(
    desk: Office, other: Office, clock: FakeClock
) -> None:
    kept = frame(desk)
    _sent(desk, other)
    with other.store.write("") as tx:
        tx.connection.execute("INSERT INTO frame_content(sha256, number, content) SELECT sha256, 0, x'00' FROM frame")
    frame(desk, "young")
    clock.advance(timedelta(days=400))
    sign_in(desk, "admin")
    desk.do(retention.set_days, "frames", 365)
    assert desk.ask(retention.preview, "frames", 401).rows == 0
    assert desk.do(retention.redact).value == 2
    _sent(desk, other)
    for office in (desk, other):
        assert office.store.rows.one("SELECT count(*) FROM frame_content /* whole: a test */") == (0,)
        with pytest.raises(FrameRedacted):
            _names(office, kept)
    assert desk.ask(health.check).sound


def test_only_an_administrator_moves(desk: Office) -> None:
    recorded(desk, frame(desk))
    with pytest.raises(NotAllowed):
        desk.ask(frame_contents.movable)
    with pytest.raises(NotAllowed):
        desk.do(frame_contents.move)
    assert desk.ask(frame_contents.count_recorded) == 1


def test_a_move_that_is_stopped_changes_nothing(desk: Office) -> None:
    kept = recorded(desk, frame(desk))
    sign_in(desk, "admin")

    class Stop:
        def at(self, done: int, total: int = 0, note: str = "") -> None:
            raise FrameElsewhere(name=f"{done}/{total}{note}")

    with pytest.raises(FrameElsewhere, match="1/1"):
        desk.do(frame_contents.move, progress=Stop())
    assert desk.ask(frame_contents.count_recorded) == 1
    lost(desk, kept)
    assert len(_names(desk, kept)) == 60
