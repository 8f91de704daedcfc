"""The yardstick of a save writes what a save writes, and nothing into the real tables."""

from typing import Any

from app.services.office import Office
from app.store.journal import Writer
from benchmarks.saves import Twins
from tests.desk import sign_in

#: What the inquiry of a call says at first.
VALUES = {
    "number": "260101-BE-00001",
    "opened_at": "2026-01-01T08:00:00+00:00",
    "summary": "疫苗接种证明丢失",
    "details": "Asks for another copy. " * 30,
    "state": "dispatched",
    "due_at": "2026-01-03T08:00:00+00:00",
}


def _twins(office: Office) -> tuple[Any, Twins]:
    raw: Any = office.store._writer
    raw.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
    return raw, Twins(raw, Writer(office.store.origin, "", "center", office.clock.now()))


def test_its_own_pages_are_as_many_as_a_save_writes(office: Office) -> None:
    sign_in(office, "chen")
    _, twins = _twins(office)
    wal = office.store.path.with_name(office.store.path.name + "-wal")
    pages = [twins.prepare(VALUES) for _ in range(60)]
    start = wal.stat().st_size
    for one in pages:
        twins.write(one)
    alone = wal.stat().st_size
    for _ in pages:
        with office.store.write("chen", now=office.clock.now()) as tx:
            tx.add("inquiry", VALUES)
    whole = wal.stat().st_size
    assert 0.9 < (alone - start) / (whole - alone) < 1.1


def test_it_leaves_the_journal_as_it_was_and_nothing_behind(office: Office) -> None:
    sign_in(office, "chen")
    tables = "SELECT name FROM sqlite_master ORDER BY name"
    raw: Any = office.store._writer
    before = [raw.execute(sql).fetchall() for sql in (tables, "SELECT count(*), max(seq) FROM journal")]
    raw, twins = _twins(office)
    twins.write(twins.prepare(VALUES))
    assert raw.execute("SELECT count(*), max(summary) FROM bench_twin_inquiry").fetchone() == (1, VALUES["summary"])
    twins.drop()
    assert [raw.execute(sql).fetchall() for sql in (tables, "SELECT count(*), max(seq) FROM journal")] == before
