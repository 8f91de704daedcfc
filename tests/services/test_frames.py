from datetime import timedelta

import pytest

from app.models.errors import CannotNow, DiskFull, FieldInvalid, FieldMissing, NotAllowed
from app.models.frames import FrameField, FrameKind, FrameReason, rows_of
from app.services import callers, frames, units
from app.services.frame_rows import FrameRemark
from app.services.frames import FrameNameTaken, FrameWithoutPhones, Wishes
from tests.desk import sign_in

COLUMNS = {name: name for name in ("name", "phone", "institution", "discharged_on", "id_number")}


def cells(number, **more):
    given = {"name": f"P{number}", "phone": f"138{number:08}", "institution": "第一医院", "discharged_on": "2026-02-01"}
    return number + 2, {**given, **more}


def wishes(**more):
    return Wishes(**{"name": "2026Q1", "kind": FrameKind.INPATIENT, "source": "h1.csv", "columns": COLUMNS, **more})


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    office.do(units.save_unit, "H1", name="第一医院", name_en="First Hospital")
    return office


def test_a_table_is_read_kept_and_read_back_in_its_order(desk):
    found = desk.ask(frames.read_frame, [cells(n) for n in range(5)], wishes())
    assert (found.rows, found.groups, found.refusals) == (5, 5, ())
    kept = desk.do(frames.keep, found).value
    back = list(desk.ask(lambda view: list(frames.rows_in(view, kept))))
    assert [one.name for one in back] == ["P0", "P1", "P2", "P3", "P4"]
    assert [(one.name, one.rows, one.sha256) for one in desk.ask(frames.frames)] == [("2026Q1", 5, found.sha256)]


def test_refused_rows_are_reported_by_line_and_kept_out(desk):
    desk.do(callers.do_not_call, "138 0000 0003")
    rows = [cells(0), cells(1, phone=""), cells(2, institution="第二医院"), cells(3)]
    found = desk.ask(frames.read_frame, rows, wishes())
    assert [(one.line, one.reason) for one in found.refusals] == [
        (3, FrameReason.PHONE_MISSING),
        (4, FrameReason.INSTITUTION_UNKNOWN),
        (5, FrameReason.DO_NOT_CALL),
    ]
    assert found.rows == 1


def test_an_encounter_that_stands_twice_is_taken_once(desk):
    twice = [cells(0), (9, cells(0)[1])]
    found = desk.ask(frames.read_frame, twice, wishes())
    assert [(one.line, one.reason, one.value) for one in found.refusals] == [(9, FrameReason.DUPLICATE, "2")]


def test_the_hash_is_that_of_the_rows_whatever_the_frame_is_called(desk):
    rows = [cells(n) for n in range(4)]
    one, other = (desk.ask(frames.read_frame, rows, wishes(name=name)) for name in ("a", "b"))
    changed = desk.ask(frames.read_frame, [*rows[:3], cells(9)], wishes())
    assert one.sha256 == other.sha256 != changed.sha256


def test_a_frame_is_kept_once_and_another_one_needs_another_name(desk):
    found = desk.ask(frames.read_frame, [cells(0)], wishes())
    assert desk.do(frames.keep, found).value == desk.do(frames.keep, found).value
    other = desk.ask(frames.read_frame, [cells(1)], wishes())
    with pytest.raises(FrameNameTaken):
        desk.do(frames.keep, other)


def test_a_table_without_any_row_is_no_frame(desk):
    found = desk.ask(frames.read_frame, [cells(0, phone="")], wishes())
    with pytest.raises(FieldInvalid):
        desk.do(frames.keep, found)


def test_a_table_without_numbers_or_a_name_is_refused_before_it_is_read(desk):
    with pytest.raises(FrameWithoutPhones) as found:
        desk.ask(frames.read_frame, [], wishes(columns={"name": "姓名"}))
    assert found.value.facts["columns"] == ["姓名"]
    with pytest.raises(FieldMissing):
        desk.ask(frames.read_frame, [], wishes(name=" "))
    with pytest.raises(FieldInvalid):
        desk.ask(frames.read_frame, [], wishes(columns={"phone": "phone", "shoe": "size"}))


def test_a_stopped_reading_writes_nothing(desk):
    class Stop(CannotNow):
        """Somebody stopped it."""

    class Progress:
        def at(self, done, total=0, note=""):
            if done:
                raise Stop

    with pytest.raises(Stop):
        desk.ask(frames.read_frame, (cells(n) for n in range(3000)), wishes(), progress=Progress())
    assert desk.ask(frames.frames) == []


def test_a_full_disk_keeps_nothing_and_what_was_read_is_kept_once_there_is_room(desk):
    found = desk.ask(frames.read_frame, [cells(n) for n in range(3000)], wishes())
    writer = desk.store._writer
    room = writer.execute("PRAGMA max_page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {writer.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(DiskFull):
        desk.do(frames.keep, found)
    assert desk.ask(frames.frames) == []
    writer.execute(f"PRAGMA max_page_count = {room}")
    desk.do(frames.keep, found)
    assert [one.rows for one in desk.ask(frames.frames)] == [3000]


def test_only_who_may_import_reads_a_frame(desk):
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(frames.read_frame, [], wishes())


def test_merged_cells_take_what_stands_above_and_rows_without_an_institution_the_one_that_is_said(desk):
    rows = [cells(0, institution=""), cells(1), cells(2, institution=""), cells(3, phone="")]
    found = desk.ask(frames.read_frame, rows, wishes())
    assert found.by_reason[FrameReason.INSTITUTION_MISSING] == 2
    filled = desk.ask(frames.read_frame, rows, wishes(fill_down=True))
    assert filled.by_reason[FrameReason.INSTITUTION_MISSING] == 1
    of_one = desk.ask(frames.read_frame, rows, wishes(institution="第一医院"))
    assert set(of_one.by_reason) == {FrameReason.PHONE_MISSING}


def test_institutions_that_are_taken_by_their_names_are_listed_and_known_ones_keep_their_codes(desk):
    rows = [cells(0), cells(1, institution="第1医院"), *(cells(n, institution="第九医院") for n in range(2, 5))]
    (told,) = _remarks(desk.ask(frames.read_frame, rows, wishes(any_institution=True)))
    assert (told.reason, told.value, told.count) == (
        FrameReason.INSTITUTIONS_TAKEN,
        "第1医院 (1), 第九医院 (3)",
        4,
    )
    assert told.line == rows[1][0]
    assert _remarks(desk.ask(frames.read_frame, rows[:1], wishes(any_institution=True))) == ()


def test_what_is_filled_down_is_told_with_one_remark_however_many_cells_it_filled(desk, monkeypatch):
    made = []
    monkeypatch.setattr(frames, "FrameRemark", lambda *given: made.append(given) or FrameRemark(*given))
    rows = [cells(0), *(cells(n, institution="") for n in range(1, 30))]
    (told,) = _remarks(desk.ask(frames.read_frame, rows, wishes(fill_down=True)))
    assert (told.reason, told.value, told.count) == (FrameReason.FILLED_DOWN, "第一医院", 29)
    assert [reason for reason, *_ in made] == [FrameReason.FILLED_DOWN, FrameReason.AGE_UNKNOWN]


def test_who_was_asked_lately_is_refused_until_they_may_be_asked_again(desk, clock):
    found = desk.ask(frames.read_frame, [cells(0)], wishes())
    (row,) = rows_of(found.parts)
    with desk.store.write("li") as tx:
        ended = {"closed_at": clock.now().isoformat(), "code": "110", "person_key": row.person}
        tx.put("campaign_case", b"c" * 16, ended)
    assert desk.ask(frames.read_frame, [cells(0)], wishes()).by_reason == {FrameReason.COOL_OFF: 1}
    clock.advance(timedelta(days=181))
    assert desk.ask(frames.read_frame, [cells(0)], wishes()).rows == 1


def test_how_many_could_not_be_checked_for_their_age_is_remarked_upon(desk):
    rows = [cells(1, age=""), cells(2, age="30"), cells(3, age="about forty")]
    found = desk.ask(frames.read_frame, rows, wishes(columns={**COLUMNS, "age": "age"}))
    assert _remarks(found, unchecked=True)[0] == FrameRemark(FrameReason.AGE_UNKNOWN, FrameField.AGE, 3, "", 2)


def _remarks(found, *, unchecked=False):
    return tuple(one for one in found.remarks if (one.reason is FrameReason.AGE_UNKNOWN) is unchecked)
