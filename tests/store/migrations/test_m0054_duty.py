"""The step makes the table of duty, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0054_duty


def test_duty_is_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0054_duty.up(made)
    with pytest.raises(dbapi2.DatabaseError):
        made.execute("INSERT INTO duty(id, rule) VALUES (x'01', 'off')")
