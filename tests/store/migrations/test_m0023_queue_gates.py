"""The queue by gates: a turn is walked along its index, what rests stands apart."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0023_queue_gates


def test_a_turn_is_walked_along_its_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE callback_queue(callback BLOB PRIMARY KEY)")
    m0023_queue_gates.up(made)
    sql = """EXPLAIN QUERY PLAN SELECT callback FROM callback_queue WHERE gate=1 AND ripe=1 AND blocked IS NULL
        ORDER BY used, last_at, callback"""
    (step,) = made.execute(sql).fetchall()
    assert "INDEX callback_queue_turn (gate=?)" in step[3]
    found = made.execute("EXPLAIN QUERY PLAN SELECT 1 FROM callback_queue WHERE ripe=0 AND blocked IS NULL AND 1")
    assert "callback_queue_ripening" in found.fetchall()[0][3]
