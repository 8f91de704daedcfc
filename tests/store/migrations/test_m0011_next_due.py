"""The eleventh step orders open inquiries by the next of all their due times; without clocks that is their own."""

from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0002_desk, m0011_next_due

driver: Any = dbapi2


def _somebody() -> int:
    return 1


def test_what_has_clocks_falls_due_by_them_and_everything_else_by_its_own_time() -> None:
    made = Database(driver.connect(":memory:", isolation_level=None))
    m0002_desk.up(made)
    made.conn.create_function("journal_applying", 0, _somebody)
    for position in (1, 2, 3):
        made.execute("INSERT INTO inquiry(position, id, due_at) VALUES (?,?,'own')", (position, b"x" * position))
    m0011_next_due.up(made)
    made.execute("UPDATE inquiry SET clocks = '[]', next_due_at = 'next' WHERE position = 2")
    made.execute("UPDATE inquiry SET clocks = '[]' WHERE position = 3")
    found = made.execute("SELECT falls_due_at FROM inquiry ORDER BY position").fetchall()
    assert found == [("own",), ("next",), (None,)]
    plan = """EXPLAIN QUERY PLAN SELECT id FROM inquiry
        WHERE closed_at IS NULL AND deleted_at IS NULL AND falls_due_at < 'x'"""
    assert "inquiry_open" in made.execute(plan).fetchall()[0][3]
