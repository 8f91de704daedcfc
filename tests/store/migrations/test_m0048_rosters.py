"""The step makes the table of rosters, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0048_rosters


def test_rosters_are_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0048_rosters.up(made)
    with pytest.raises(dbapi2.DatabaseError):
        made.execute("INSERT INTO roster(id) VALUES (x'01')")
