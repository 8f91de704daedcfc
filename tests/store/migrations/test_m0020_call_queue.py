"""This step makes room for calls: nothing is lost of what was owed, and only the journal writes facts."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0020_call_queue


def test_calls_that_were_owed_before_stay_and_facts_are_guarded() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, lambda: 0)
    made = Database(connection)
    made.execute(
        """CREATE TABLE callback(id BLOB PRIMARY KEY, number TEXT, reason TEXT, due_at TEXT, closed_at TEXT)
        STRICT, WITHOUT ROWID"""
    )
    made.execute("INSERT INTO callback(id, number) VALUES (x'01', '12320')")
    m0020_call_queue.up(made)
    assert made.execute("SELECT number, closed_code, numbers FROM callback").fetchall() == [("12320", None, None)]
    for table in ("attempt", "attempt_outcome", "appointment", "campaign", "campaign_case", "lease"):
        with pytest.raises(dbapi2.IntegrityError, match="journal"):
            made.execute(f"INSERT INTO {table}(id) VALUES (x'01')")
    plan = made.execute("EXPLAIN QUERY PLAN SELECT callback FROM callback_queue WHERE number = '1'").fetchall()
    assert "callback_queue_number" in plan[0][3]
