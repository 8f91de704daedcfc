"""The step makes the tables of courses, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0043_courses


def test_courses_and_answers_are_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0043_courses.up(made)
    for table in ("course", "course_answer"):
        with pytest.raises(dbapi2.DatabaseError):
            made.execute(f"INSERT INTO {table}(id, at) VALUES (x'01', '2026-03-01')")
