"""The seventeenth step gives dispatches room for what was suggested, and an index of their own."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0017_routing_choice


def test_a_dispatch_recorded_before_says_nothing_of_a_suggestion() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute(
        "CREATE TABLE inquiry_event(id BLOB PRIMARY KEY, inquiry BLOB, kind TEXT, at TEXT) STRICT, WITHOUT ROWID"
    )
    made.execute("INSERT INTO inquiry_event(id, kind, at) VALUES (x'01', 'dispatched', '2026')")
    m0017_routing_choice.up(made)
    assert made.execute("SELECT routing FROM inquiry_event").fetchall() == [(None,)]
    plan = made.execute("EXPLAIN QUERY PLAN SELECT inquiry FROM inquiry_event WHERE kind = 'dispatched' AND at > '2'")
    assert "inquiry_event_dispatched" in plan.fetchall()[0][3]
