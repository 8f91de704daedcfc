"""The step finds linked cards from either side."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0059_same_callers


def test_a_card_finds_what_is_linked_to_it_by_an_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE caller(id BLOB PRIMARY KEY, same_as BLOB)")
    m0059_same_callers.up(made)
    plan = made.execute("EXPLAIN QUERY PLAN SELECT id FROM caller WHERE same_as = x'00'").fetchall()
    assert "caller_same_as" in plan[0][3]
