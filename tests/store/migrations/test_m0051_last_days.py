"""The step adds last days to accounts."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0051_last_days


def test_nobody_who_was_there_before_leaves() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE person(id, name)")
    made.execute("INSERT INTO person VALUES (1, 'wang')")
    m0051_last_days.up(made)
    assert made.execute("SELECT name, leaves_at, leaves_to, leaves_for FROM person").fetchone() == (
        "wang",
        None,
        None,
        None,
    )
