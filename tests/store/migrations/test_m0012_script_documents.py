"""The twelfth step makes a table of documents that only the journal writes to."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0012_script_documents


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO script_document(id) VALUES(x'02')",
        "UPDATE script_document SET size=2",
        "DELETE FROM script_document",
    ],
)
def test_only_the_journal_writes_documents(sql: str) -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    allowed = [1]
    connection.create_function("journal_applying", 0, lambda: allowed[0])
    m0012_script_documents.up(Database(connection))
    connection.execute("INSERT INTO script_document(id, sha256, size) VALUES(x'01', 'ab', 1)")
    allowed[0] = 0
    with pytest.raises(dbapi2.Error, match="journal"):
        connection.execute(sql)
    assert connection.execute("SELECT count(*), sum(size) FROM script_document").fetchone() == (1, 1)
