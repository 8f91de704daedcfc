"""The step makes the table of ratings, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0056_exam_ratings


def test_ratings_are_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    m0056_exam_ratings.up(Database(connection))
    with pytest.raises(dbapi2.DatabaseError):
        connection.execute("INSERT INTO exam_rating(id, at) VALUES (x'01', '2026-03-01')")
