"""The forty-first step makes redactions, guarded, and keeps what is left of each record once."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0041_redactions


def test_what_is_left_is_kept_once_and_facts_are_guarded() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0041_redactions.up(made)
    made.execute("INSERT INTO redacted(uid, row_id, skeleton) VALUES (x'01', x'02', '{}')")
    with pytest.raises(dbapi2.DatabaseError):
        made.execute("INSERT INTO redacted(uid, row_id, skeleton) VALUES (x'01', x'02', '{}')")
    with pytest.raises(dbapi2.DatabaseError):
        made.execute("INSERT INTO redaction(id, kind) VALUES (x'01', 'contacts')")
