"""A long import is saved in parts under one batch, goes on after it was cut short, and says what differs."""

import itertools

import pytest

from app.services import import_runs, imports, inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store import batches, rebuild
from app.store.store import Store
from tests.desk import KEY, sign_in
from tests.fakes import FakeClock

MAP = {name: name for name in ("number", "opened_at", "summary", "state", "urgency", "details")}
Given = list[tuple[int, dict[str, str]]]


def rows(count: int, **cells: str) -> Given:
    given = {"opened_at": "2026-01-05 09:00", "summary": "Asks about the clinic", **cells}
    return [(line, {"number": f"N{line}", **given}) for line in range(2, count + 2)]


@pytest.fixture
def desk(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A supervisor's desk where an import is saved after every ten rows."""
    monkeypatch.setattr(import_runs, "TOGETHER", 10)
    monkeypatch.setattr(imports, "TOGETHER", 10)
    sign_in(office, "li")
    return office


class Killed(Exception):
    """The program ends here."""


def cut(given: Given, after: int) -> itertools.chain[tuple[int, dict[str, str]]]:
    def end() -> Given:
        raise Killed

    return itertools.chain(given[:after], (one for _ in range(1) for one in end()))


def run(desk: Office, given: object, *, update: bool = False) -> imports.ImportReport:
    command = imports.update_inquiries if update else imports.import_inquiries
    return desk.do(command, given, MAP, source="old desk", day_first=False).value  # type: ignore[arg-type]


def test_a_draft_is_saved_while_a_long_import_runs(desk: Office, clock: FakeClock) -> None:
    other = Store.open(desk.store.path, KEY, clock.now)
    seen: list[int] = []

    def save() -> None:
        with other.write("wang") as tx:
            tx.add("promise", {"what": "meanwhile"})
            seen.append(batches.count_of(tx, batches.all_batches(tx)[0].id))

    desk.store.between = save
    report = run(desk, rows(35))
    other.close()
    assert len(report.added) == 35
    assert seen == [10, 20, 30]
    assert rebuild.check_chain(desk.store.rows).sound
    assert len(desk.ask(inquiries.list_page, Wanted("clinic"), limit=99).rows) == 35


def _import_cut_short(desk: Office) -> bytes:
    """Cut an import of 35 rows after the 25th, and return the batch that was left."""
    monkey = pytest.MonkeyPatch()
    monkey.setattr(imports, "_SAMPLE", 1)
    with pytest.raises(Killed):
        run(desk, cut(rows(35), 25))
    monkey.undo()
    left = desk.ask(imports.list_batches)[0]
    assert left.running
    return left.id


def test_an_import_that_was_cut_short_goes_on_under_its_batch(desk: Office) -> None:
    left = _import_cut_short(desk)
    again = run(desk, rows(35))
    assert (again.batch, len(again.unchanged), len(again.added)) == (left, 20, 15)
    batch = desk.ask(imports.list_batches)[0]
    assert (batch.running, batch.report["added"], batch.report["unchanged"]) == (False, 35, 20)
    assert desk.do(imports.undo_batch, left).value.deleted == 35
    assert rebuild.check_chain(desk.store.rows).sound


def test_an_import_that_was_cut_short_can_be_taken_back(desk: Office) -> None:
    left = _import_cut_short(desk)
    assert desk.do(imports.undo_batch, left).value.deleted == 20
    assert run(desk, rows(35)).batch != left


def test_a_known_row_that_says_something_else_is_reported_with_its_fields(desk: Office) -> None:
    run(desk, rows(3))
    report = run(desk, [*rows(1, summary="Asks about parking", urgency="high"), *rows(3)[1:]])
    assert [(one.line_no, one.fields) for one in report.differs] == [(2, ("urgency", "summary"))]
    assert (report.unchanged, report.read) == ((3, 4), 3)
    assert desk.ask(inquiries.list_page, Wanted("parking")).rows == ()


def test_what_a_row_says_anew_is_taken_over_when_asked_again_and_again(desk: Office) -> None:
    first = run(desk, rows(2))
    for words in ("Asks about parking", "Asks about the garden"):
        report = run(desk, rows(1, summary=words), update=True)
        assert (report.updated, report.differs) == ((2,), ())
        assert [row.number for row in desk.ask(inquiries.list_page, Wanted(words)).rows] == ["N2"]
    assert first.batch
    assert desk.do(imports.undo_batch, first.batch).value.deleted == 2


def test_what_people_made_of_an_inquiry_is_not_taken_back_by_a_file(desk: Office) -> None:
    run(desk, rows(2))
    row = desk.ask(inquiries.list_page, Wanted("clinic")).rows[0]
    desk.do(inquiries.describe, row.id, summary="Asks about beds")
    same = run(desk, rows(2), update=True)
    assert (same.updated, same.differs, len(same.unchanged)) == ((), (), 2)
    other = run(desk, rows(2, summary="Asks about parking"), update=True)
    assert (len(other.updated), [one.inquiry for one in other.differs]) == (1, [row.id])
