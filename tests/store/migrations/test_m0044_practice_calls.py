"""The step makes the tables of mock calls, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0044_practice_calls


def test_mock_calls_and_scores_are_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0044_practice_calls.up(made)
    for table in ("practice_call", "practice_score"):
        with pytest.raises(dbapi2.DatabaseError):
            made.execute(f"INSERT INTO {table}(id) VALUES (x'01')")
