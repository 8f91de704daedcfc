"""The step of call records makes a table that only the journal writes to, found by its batch."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0039_line_records


def test_only_the_journal_writes_and_batches_are_found() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, int)
    made = Database(connection)
    m0039_line_records.up(made)
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO line_record(id) VALUES (x'01')")
    plan = made.execute("EXPLAIN QUERY PLAN SELECT id FROM line_record WHERE batch = x'01'").fetchone()[3]
    assert "line_record_batch" in plan
