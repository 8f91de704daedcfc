"""The thirty-fifth step gives persons a unit and makes the read log, guarded like every projection."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0035_access


def test_persons_have_a_unit_and_reads_are_kept_behind_a_guard() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    applying = [1]
    connection.create_function("journal_applying", 0, applying.pop)
    made = Database(connection)
    made.execute("CREATE TABLE person(id BLOB PRIMARY KEY, name TEXT) STRICT")
    m0035_access.up(made)
    made.execute("INSERT INTO person(id, name, unit) VALUES (x'01', 'wang', 'clinic')")
    made.execute("INSERT INTO access(id, did, at) VALUES (x'02', 'opened', '2026')")
    assert made.execute("SELECT did FROM access WHERE at >= '2026' ORDER BY at, id").fetchall() == [("opened",)]
    applying.append(0)
    with pytest.raises(dbapi2.DatabaseError):
        made.execute("DELETE FROM access")
