"""The step makes a table for what stands against calls that somebody waits for; it begins empty."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0068_callback_holds


def test_a_call_is_held_once() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0068_callback_holds.up(made)
    for blocked in ("supervisor", "no_number"):
        made.execute("INSERT OR REPLACE INTO callback_hold VALUES (x'01', ?, '', '2026')", [blocked])
    assert made.execute("SELECT blocked FROM callback_hold").fetchall() == [("no_number",)]
