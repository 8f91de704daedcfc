"""The step adds what a call needs somebody to speak, and the queue of those calls."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0060_spoken


def test_calls_that_were_there_before_it_need_no_language() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE attempt_outcome(id, code)")
    made.execute("CREATE TABLE callback(id, closed_at)")
    made.execute("CREATE TABLE callback_queue(callback, blocked)")
    made.execute("INSERT INTO attempt_outcome VALUES (1, '243')")
    made.execute("INSERT INTO callback VALUES (1, NULL)")
    made.execute("INSERT INTO callback_queue VALUES (1, 'supervisor')")
    m0060_spoken.up(made)
    assert made.execute("SELECT code, language FROM attempt_outcome").fetchone() == ("243", None)
    assert made.execute("SELECT id, language FROM callback").fetchone() == (1, None)
    assert made.execute("SELECT blocked, language FROM callback_queue").fetchone() == ("supervisor", "")
