"""This step lets the queue of a day be read from an index alone."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0026_drills, m0031_exams, m0037_drill_queue


def test_the_queue_of_a_day_is_read_from_one_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0026_drills.up(made)
    m0031_exams.up(made)
    m0037_drill_queue.up(made)
    plan = made.execute(
        """EXPLAIN QUERY PLAN SELECT lapsed, wanted, changed, last_on, stability, weight, script, point FROM drill_card
        WHERE operator=x'01' AND suspended=0 AND due_on<='2026-03-02' AND lapses_since<4"""
    ).fetchall()
    assert "COVERING INDEX drill_card_pressing" in plan[0][3]
    plan = made.execute("EXPLAIN QUERY PLAN SELECT script FROM drill_need WHERE source='qa' AND day>='x'").fetchall()
    assert "drill_need_source" in plan[0][3]
