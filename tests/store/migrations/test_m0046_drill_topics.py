"""The step lets key points be found by their topic."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0046_drill_topics


def test_key_points_of_a_topic_are_found_by_an_index() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE drill_point(script TEXT, point TEXT, topic TEXT)")
    m0046_drill_topics.up(Database(connection))
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT script FROM drill_point WHERE topic='a'").fetchall()
    assert "drill_point_topic" in plan[0][-1]
