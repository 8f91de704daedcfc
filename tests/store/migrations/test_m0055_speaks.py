"""The step adds languages to accounts."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0055_speaks


def test_of_nobody_who_was_there_before_it_is_known() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE person(id, name)")
    made.execute("INSERT INTO person VALUES (1, 'wang')")
    m0055_speaks.up(made)
    assert made.execute("SELECT name, speaks FROM person").fetchone() == ("wang", None)
