"""The twenty-second step keeps why an inquiry was handed over."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0022_handed_over


def test_what_was_handed_over_before_says_nothing() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE inquiry(id, owner)")
    made.execute("INSERT INTO inquiry VALUES (1, 2)")
    m0022_handed_over.up(made)
    assert made.execute("SELECT owner, handed_for FROM inquiry").fetchone() == (2, None)
