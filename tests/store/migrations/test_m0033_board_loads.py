"""The thirty-third step counts open inquiries from an index that holds nothing else."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0033_board_loads


def test_open_inquiries_are_counted_from_their_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute(
        """CREATE TABLE inquiry(id BLOB PRIMARY KEY, state TEXT, unit TEXT, owner BLOB, opened_at TEXT, due_at TEXT,
        closed_at TEXT, deleted_at TEXT, falls_due_at TEXT GENERATED ALWAYS AS (due_at) VIRTUAL) STRICT"""
    )
    made.execute("INSERT INTO inquiry(id, state, closed_at) VALUES (x'01', 'new', NULL), (x'02', 'closed', '2026')")
    m0033_board_loads.up(made)
    counted = """SELECT state, count(*), total(falls_due_at < '2026') FROM inquiry
        WHERE closed_at IS NULL AND deleted_at IS NULL GROUP BY state"""
    assert made.execute(counted).fetchall() == [("new", 1, 0.0)]
    assert "inquiry_load" in made.execute(f"EXPLAIN QUERY PLAN {counted}").fetchall()[0][3]
