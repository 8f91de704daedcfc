"""The forty-second step makes the tables of the contest, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0042_contests


def test_teams_and_wishes_are_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0042_contests.up(made)
    for table in ("contest", "contest_entry"):
        with pytest.raises(dbapi2.DatabaseError):
            made.execute(f"INSERT INTO {table}(id, at) VALUES (x'01', '2026-03-01')")
