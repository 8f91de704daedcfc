"""The step of documents makes a guarded table and an index by which the newest are found."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0050_report_made


def test_documents_are_found_from_the_newest_and_only_the_journal_writes() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, int)
    made = Database(connection)
    m0050_report_made.up(made)
    sql = "EXPLAIN QUERY PLAN SELECT id FROM report_made ORDER BY at DESC, id DESC LIMIT 5"
    assert "report_made_at" in made.execute(sql).fetchone()[3]
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO report_made(id) VALUES (x'01')")
