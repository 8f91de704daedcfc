"""The step lets a course be changed, and what was written before keeps its id."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0043_courses, m0045_course_changes


def test_a_course_written_before_is_its_own_first_one() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0043_courses.up(made)
    m0045_course_changes.up(made)
    assert {one.name for one in made["course"].columns} >= {"first", "title"}
    assert "course_first" in {one.name for one in made["course"].indexes}
