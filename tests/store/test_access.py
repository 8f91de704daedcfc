"""Reading the read log."""

from app.models.access import Access
from app.services.office import Office
from app.store import access


def _write(office: Office, minute: int, record: bytes, person: bytes) -> None:
    with office.store.write("wang") as tx:
        tx.add(
            "access",
            {"did": "opened", "entity": "inquiry", "record": record.hex(), "person": person.hex(),
             "at": f"2026-03-02T04:{minute:02}:00+00:00"},
        )  # fmt: skip


def test_readings_come_newest_first_page_by_page_and_by_record(office: Office) -> None:
    one, other, person = b"1" * 16, b"2" * 16, b"p" * 16
    for minute, record in enumerate((one, other, one)):
        _write(office, minute, record, person)
    rows = office.store.rows
    first = access.page(rows, None, 2)
    assert [(line.record, line.did) for line in first] == [(one, Access.OPENED), (other, Access.OPENED)]
    rest = access.page(rows, (first[-1].at.isoformat(), first[-1].id), 2)
    assert [line.at.minute for line in rest] == [0]
    assert [line.at.minute for line in access.of_record(rows, one, 5)] == [2, 0]


def test_a_reading_counts_for_its_own_person_since_then(office: Office) -> None:
    one, person = b"1" * 16, b"p" * 16
    _write(office, 5, one, person)
    rows = office.store.rows
    assert access.has_done(rows, Access.OPENED, one, person, "2026-03-02T04:05:00+00:00")
    assert not access.has_done(rows, Access.OPENED, one, person, "2026-03-02T04:06:00+00:00")
    assert not access.has_done(rows, Access.OPENED, one, b"q" * 16, "2026-03-02T04:00:00+00:00")
