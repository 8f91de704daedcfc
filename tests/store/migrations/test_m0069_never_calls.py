"""The sixty-ninth step lets facts of one saying name it, and lifts the day of their request."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0069_never_calls


def test_what_was_said_before_it_names_no_saying_and_is_found_by_its_moment() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE dnc(id, number_key, person_key, at, reason, lifts, request)")
    made.execute("INSERT INTO dnc(id, number_key, at) VALUES (1, 'a', '2026-03-02')")
    m0069_never_calls.up(made)
    row = made.execute("SELECT number_key, said, caller, callback, requested_on FROM dnc").fetchone()
    assert row == ("a", None, None, None, None)
    plan = made.execute("EXPLAIN QUERY PLAN SELECT id FROM dnc WHERE at = '2026-03-02' AND said IS NULL").fetchone()[3]
    assert "dnc_at" in plan
