"""The twenty-first step: ladders are kept, and an inquiry is looked at again when anything changed that they read."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0021_ladders


def _nobody() -> int:
    return 0


@pytest.fixture
def made() -> Database:
    found = Database(dbapi2.connect(":memory:", isolation_level=None))
    found.execute(
        """CREATE TABLE inquiry(position INTEGER PRIMARY KEY, clocks TEXT, due_at TEXT, category TEXT, urgency TEXT,
        closed_at TEXT, deleted_at TEXT)"""
    )
    found.execute("CREATE TABLE inquiry_event(id, inquiry, at)")
    m0021_ladders.up(found)
    found.conn.create_function("journal_applying", 0, _nobody)
    return found


def test_what_changes_is_looked_at_again(made: Database) -> None:
    made.execute("INSERT INTO inquiry(position, due_at) VALUES (1, '2026')")
    assert made.execute("SELECT look_at FROM inquiry").fetchone() == ("",)
    made.execute("UPDATE inquiry SET ladder_read = '|2026||', ladder_at = '2025'")
    assert made.execute("SELECT look_at FROM inquiry").fetchone() == ("2025",)
    for change in ("due_at = '2027'", "due_at = '2026', clocks = '[]'", "clocks = NULL, urgency = 'high'"):
        made.execute(f"UPDATE inquiry SET {change}")
        assert made.execute("SELECT look_at FROM inquiry").fetchone() == ("",)


def test_ladders_are_written_through_the_journal_alone(made: Database) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO ladder(id) VALUES (x'01')")
