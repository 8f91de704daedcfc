"""The twenty-ninth step finds what reminded somebody without reading every step."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0029_reminders


def test_reminders_are_found_by_their_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE inquiry_event(id BLOB PRIMARY KEY, inquiry BLOB, kind TEXT, at TEXT) STRICT")
    made.execute("INSERT INTO inquiry_event VALUES (x'01', x'02', 'urged', '2026'), (x'03', x'02', 'note', '2026')")
    m0029_reminders.up(made)
    wanted = """SELECT inquiry FROM inquiry_event
        WHERE kind IN ('reminded', 'urged', 'supervised', 'notified') AND at >= '2025'"""
    assert made.execute(wanted).fetchall() == [(b"\x02",)]
    assert "inquiry_event_supervised" in made.execute(f"EXPLAIN QUERY PLAN {wanted}").fetchall()[0][3]
