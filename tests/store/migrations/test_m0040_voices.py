"""The step of voices makes guarded tables and an index by which the newest words are found."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0040_voices


def test_words_are_found_from_the_newest_and_only_the_journal_writes() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, int)
    made = Database(connection)
    made.execute("CREATE TABLE interview(id BLOB PRIMARY KEY, at TEXT)")
    m0040_voices.up(made)
    plan = made.execute("EXPLAIN QUERY PLAN SELECT id FROM interview ORDER BY at DESC, id DESC LIMIT 5").fetchone()[3]
    assert "interview_at" in plan
    for table in ("voice_comment", "improvement", "improvement_step"):
        with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
            made.execute(f"INSERT INTO {table}(id) VALUES (x'01')")
