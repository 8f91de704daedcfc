"""The step lets a call say what was found out about it, and finds those that nobody has looked into."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0066_call_checks


def test_a_call_that_was_looked_into_is_found_no_more() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE callback(id INTEGER PRIMARY KEY, closed_at TEXT, closed_code TEXT)")
    m0066_call_checks.up(made)
    rows = (1, "401", None), (2, "401", "2026"), (3, "110", None)
    for row in rows:
        made.execute("INSERT INTO callback(id, closed_code, checked_at) VALUES(?, ?, ?)", row)
    where = "FROM callback WHERE closed_code IN ('301', '303', '304', '401') AND checked_at IS NULL"
    assert made.execute(f"SELECT id {where}").fetchall() == [(1,)]
    assert "callback_to_check" in made.execute(f"EXPLAIN QUERY PLAN SELECT id {where}").fetchall()[0][3]
