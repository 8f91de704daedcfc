"""The step makes the tables of appeals and of what was read, guarded, and lets a mark name its appeal."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0052_appeals_of_marks


@pytest.mark.parametrize("table", ["mark_appeal", "evaluation_read"])
def test_appeals_are_written_through_the_journal_alone(table: str) -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    made.execute("CREATE TABLE mark(id BLOB PRIMARY KEY)")
    m0052_appeals_of_marks.up(made)
    assert "appeal" in {one.name for one in made["mark"].columns}
    with pytest.raises(dbapi2.DatabaseError):
        made.execute(f"INSERT INTO {table}(id, at) VALUES (x'01', '2026-03-01')")
