"""The step lets contests hold questions and makes the table of answers, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0042_contests, m0049_contest_rounds


def test_answers_of_a_contest_are_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0042_contests.up(made)
    m0049_contest_rounds.up(made)
    assert "questions" in {one.name for one in made["contest"].columns}
    with pytest.raises(dbapi2.DatabaseError):
        made.execute("INSERT INTO contest_answer(id, at) VALUES (x'01', '2026-03-01')")
