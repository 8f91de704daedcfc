"""Past inquiries come in once, every row is reported, and a batch can be taken back."""

import pytest

from app.models.errors import CannotNow, ColumnMissing, FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.models.imports import ImportReason
from app.services import callers, imports, inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store import rebuild
from tests.desk import sign_in

MAP = {name: name for name in ("number", "opened_at", "phone", "caller", "summary", "state", "channel")}


def rows(*numbers: str, **cells: str) -> list[tuple[int, dict[str, str]]]:
    given = {"opened_at": "2026-01-05 09:00", "summary": "Asks about the clinic", **cells}
    return [(line, {"number": number, **given}) for line, number in enumerate(numbers, 2)]


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    return office


class StopAfter:
    """A progress that stops the work at its second step."""

    def __init__(self) -> None:
        self.steps = 0

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        self.steps += 1
        if self.steps > 1:
            raise CannotNow


def run(desk: Office, given: list[tuple[int, dict[str, str]]], source: str = "old desk") -> imports.ImportReport:
    return desk.do(imports.import_inquiries, given, MAP, source=source).value


def listed(desk: Office) -> list[str]:
    return sorted(one.number for one in desk.ask(inquiries.list_page, Wanted()).rows if not one.deleted)


def test_rows_become_inquiries_with_a_step_that_says_so(desk: Office) -> None:
    report = run(desk, rows("A", "B", channel="Maximo"))
    assert (report.added, report.unchanged, report.refused) == ((2, 3), (), ())
    assert [(one.value, one.first_line, one.rows) for one in report.remarks] == [("Maximo", 2, 2)]
    found = desk.ask(inquiries.list_page, Wanted("clinic")).rows
    assert sorted(one.number for one in found) == ["A", "B"]
    detail = desk.ask(inquiries.detail, found[0].id)
    assert [(event.kind.value, event.note) for event in detail.events] == [("imported", "channel: Maximo")]
    assert rebuild.check_chain(desk.store.rows).sound


def test_the_same_file_twice_adds_nothing(desk: Office) -> None:
    run(desk, rows("A", "B", ""))
    again = run(desk, rows("A", "B", ""))
    assert (again.batch, again.added, again.unchanged) == (None, (), (2, 3, 4))
    assert len(run(desk, rows("A"), source="another desk").added) == 1


def test_every_row_is_accounted_for(desk: Office) -> None:
    given = [*rows("A", "A", "B", ""), *rows("C", opened_at="never"), *rows("D", summary="")]
    report = run(desk, given)
    assert [(one.line_no, one.field, one.reason) for one in report.refused] == [
        (3, "number", ImportReason.TWICE),
        (2, "opened_at", ImportReason.INVALID),
        (2, "summary", ImportReason.MISSING),
    ]
    assert report.read == len(given)


def test_one_number_is_one_caller(desk: Office) -> None:
    run(desk, rows("A", "B", phone="13812345678", caller="张三"))
    run(desk, rows("C", phone="+86 138 1234 5678", caller="张三"))
    run(desk, rows("D", phone="138-1234-5678", caller="李四"))
    met = desk.ask(callers.by_number, "13812345678")
    assert sorted(one.name or "" for one in met.callers) == ["张三", "李四"]
    known = next(one for one in met.callers if one.name == "张三")
    assert sorted(one.number for one in desk.ask(callers.card, known.id).inquiries) == ["A", "B", "C"]


def test_a_batch_is_taken_back_but_for_what_was_worked_on(desk: Office) -> None:
    report = run(desk, rows("A", "B", phone="13812345678"))
    assert report.batch is not None
    kept = next(one for one in desk.ask(inquiries.list_page, Wanted()).rows if one.number == "B")
    desk.do(inquiries.note, kept.id, "called the clinic")
    undone = desk.do(imports.undo_batch, report.batch).value
    assert (undone.deleted, undone.kept) == (1, (kept.id,))
    assert listed(desk) == ["B"]
    assert len(desk.ask(callers.by_number, "13812345678").callers) == 1
    assert desk.ask(imports.list_batches)[0].undone_at is not None
    assert len(run(desk, rows("A", "B")).added) == 1
    assert listed(desk) == ["A", "B"]


def test_a_rung_of_a_ladder_that_fired_is_nobody_who_worked_on_it(desk: Office) -> None:
    report = run(desk, rows("A"))
    found = desk.ask(inquiries.list_page, Wanted()).rows[0]
    with desk.store.write("") as tx:
        step = {"inquiry": found.id.hex(), "kind": "notified", "at": "2026-03-02T00:00:00+00:00", "ladder": "usual"}
        tx.add("inquiry_event", step)
    undone = desk.do(imports.undo_batch, report.batch or b"").value
    assert (undone.deleted, undone.kept) == (1, ())


def test_a_long_batch_is_taken_back_in_parts_and_stops_between_them(desk: Office, monkeypatch) -> None:
    monkeypatch.setattr(imports, "TOGETHER", 3)
    report = run(desk, rows(*(f"N{number}" for number in range(8))))
    first = next(one for one in desk.ask(inquiries.list_page, Wanted()).rows if one.number == "N0")
    desk.do(inquiries.note, first.id, "called")
    done = desk.do(imports.undo_batch, report.batch or b"", progress=StopAfter()).value
    assert (done.stopped, done.deleted, done.kept) == (True, 2, (first.id,))
    assert len(listed(desk)) == 6
    again = desk.do(imports.undo_batch, report.batch or b"")
    assert (again.value.deleted, again.value.kept, again.undoable) == (5, (first.id,), False)
    assert listed(desk) == ["N0"]
    assert rebuild.check_chain(desk.store.rows).sound


def test_callers_that_have_nothing_left_go_with_their_batch(desk: Office) -> None:
    report = run(desk, rows("A", "B", phone="13812345678"))
    desk.do(imports.undo_batch, report.batch or b"")
    assert desk.ask(callers.by_number, "13812345678").callers == ()
    assert listed(desk) == []


def test_what_was_imported_before_a_stop_stays_and_the_report_says_so(desk: Office) -> None:
    given = rows(*(f"N{number}" for number in range(800)))
    report = desk.do(imports.import_inquiries, given, MAP, source="old", progress=StopAfter()).value
    assert report.stopped
    assert 0 < len(report.added) == report.read < 800
    assert report.batch is not None
    half = desk.do(imports.undo_batch, report.batch, progress=StopAfter()).value
    assert (half.stopped, half.kept) == (False, ())


def test_a_preview_says_what_each_row_will_become(desk: Office) -> None:
    given = [*rows("A", opened_at="03/25/2026"), *rows("B", opened_at="04/03/2025"), *rows("C", opened_at="?")]
    found = desk.ask(imports.preview, given, MAP, n=3)
    assert not found.day_first
    assert [one.values.get("opened_at") for one in found.rows][1] == "2025-04-02T16:00:00+00:00"
    assert [one.refused is None for one in found.rows] == [False, True, False]
    assert listed(desk) == []


def test_an_import_reads_ambiguous_dates_as_its_preview_did(desk: Office) -> None:
    given = [*rows("A", opened_at="12/25/2025"), *rows("B", opened_at="04/03/2025")]
    run(desk, given)
    opened = {row.number: row.opened_at for row in desk.ask(inquiries.list_page, Wanted()).rows}
    assert [one.values["opened_at"] for one in desk.ask(imports.preview, given, MAP).rows] == [
        opened["A"].isoformat(),
        opened["B"].isoformat(),
    ]
    assert opened["B"].isoformat() == "2025-04-02T16:00:00+00:00"


def test_an_import_needs_a_source_a_column_and_permission(desk: Office) -> None:
    with pytest.raises(FieldMissing):
        run(desk, rows("A"), source=" ")
    with pytest.raises(ColumnMissing) as missing:
        desk.do(imports.import_inquiries, rows("A"), {"number": "number"}, source="x")
    assert missing.value.facts == {"field": "summary"}
    with pytest.raises(FieldInvalid):
        desk.do(imports.import_inquiries, rows("A"), {**MAP, "smell": "x"}, source="x")
    with pytest.raises(RecordGone):
        desk.do(imports.undo_batch, b"no such batch")
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        run(desk, rows("A"))
