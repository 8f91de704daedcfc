"""The seventh step gives steps room for extensions and clocks; those that were recorded before say nothing of it."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0007_inquiry_steps


def test_a_step_recorded_before_says_nothing_of_clocks() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE inquiry_event(id BLOB PRIMARY KEY, kind TEXT, conflicts TEXT) STRICT, WITHOUT ROWID")
    made.execute("INSERT INTO inquiry_event(id, kind) VALUES (x'01', 'opened')")
    m0007_inquiry_steps.up(made)
    made.execute("INSERT INTO inquiry_event(id, kind, days, basis, told_at, clocks) VALUES (x'02','x',3,'b','t','{}')")
    found = made.execute("SELECT kind, days, basis, told_at, clocks FROM inquiry_event ORDER BY id").fetchall()
    assert found == [("opened", None, None, None, None), ("x", 3, "b", "t", "{}")]
