"""This step makes room for interviews and findings; only the journal writes them."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0025_surveys


def test_interviews_and_findings_are_guarded_and_found_by_their_indexes() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, lambda: 0)
    made = Database(connection)
    m0025_surveys.up(made)
    for table in ("interview", "answer", "interview_end", "finding", "finding_event", "measure", "questionnaire"):
        with pytest.raises(dbapi2.IntegrityError, match="journal"):
            made.execute(f"INSERT INTO {table}(id) VALUES (x'01')")
    sql = "SELECT id FROM finding WHERE state NOT IN ('closed', 'unfounded') AND close_due_at < 'x'"
    plan = made.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    assert "finding_open" in plan[0][3]
