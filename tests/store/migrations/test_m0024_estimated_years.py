"""The twenty-fourth step finds due times of estimated years without reading every step."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0024_estimated_years


def test_estimated_due_times_and_new_ones_are_found_by_indexes() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute(
        "CREATE TABLE inquiry_event(id BLOB PRIMARY KEY, inquiry BLOB, kind TEXT, at TEXT, clocks TEXT) STRICT"
    )
    made.execute("INSERT INTO inquiry_event VALUES (x'01', x'02', 'opened', '2026', '{\"estimated\": [2027]}')")
    m0024_estimated_years.up(made)
    wanted = "SELECT inquiry FROM inquiry_event WHERE json_extract(clocks, '$.estimated') IS NOT NULL"
    assert made.execute(wanted).fetchall() == [(b"\x02",)]
    plans = [
        made.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()[0][3]
        for sql in (wanted, "SELECT inquiry FROM inquiry_event WHERE kind = 'due_reckoned' AND at > '2'")
    ]
    assert "inquiry_event_estimated" in plans[0]
    assert "inquiry_event_reckoned" in plans[1]
