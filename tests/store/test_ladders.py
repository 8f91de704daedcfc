"""What stands beside an inquiry says when to look at it, and is written anew at will."""

from app.services.inquiry_steps import text_of
from app.services.office import Office
from app.services.work import Work
from app.store import ladders as rows_of
from tests.desk import NOON
from tests.services.supervised import dispatch


def _looked(work: Work, inquiry: bytes, look_at: str | None) -> None:
    rows_of.looked(work.tx, inquiry, look_at)


def _again(work: Work) -> None:
    rows_of.look_again(work.tx)
    rows_of.compute_by(work.tx, "plain@1")


def test_an_inquiry_is_looked_at_when_its_time_has_come(office: Office) -> None:
    inquiry = dispatch(office, "Fees", 5)
    now = text_of(NOON)
    for look_at, due in ((None, False), ("2099", False), (now, True)):
        office.do(_looked, inquiry, look_at)
        with office.store.reading() as rows:
            assert rows_of.anything_to_look_at(rows, now) is due
            assert [one.id for one in rows_of.to_look_at(rows, now, 9)] == [inquiry] * due
    office.do(_looked, inquiry, None)
    office.do(_again)
    with office.store.reading() as rows:
        assert rows_of.anything_to_look_at(rows, now)
        assert rows_of.computed_by(rows) == "plain@1"


def test_nothing_has_fired_yet(office: Office) -> None:
    with office.store.reading() as rows:
        assert rows_of.known_steps(rows, []) == set()
        assert rows_of.known_steps(rows, [b"1" * 16]) == set()
        assert rows_of.fired_between(rows, "2026", "2027") == []


def test_only_an_import_of_past_inquiries_counts_as_one(office: Office) -> None:
    inquiry = dispatch(office, "Fees", 5)
    moved = {"inquiry": inquiry.hex(), "kind": "imported", "at": "2026-03-03T00:00:00+00:00"}
    with office.store.write("") as tx:
        tx.add("inquiry_event", {**moved, "elsewhere": {"center": "north"}})
    with office.store.reading() as rows:
        assert rows_of.imported_at(rows, inquiry) is None
    with office.store.write("") as tx:
        for day in ("02", "01"):
            tx.add("inquiry_event", {**moved, "at": f"2026-03-{day}T00:00:00+00:00"})
    with office.store.reading() as rows:
        assert rows_of.imported_at(rows, inquiry) == "2026-03-02T00:00:00+00:00"
