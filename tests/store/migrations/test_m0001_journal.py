"""The first step makes a journal that can only grow."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0001_journal


@pytest.fixture
def database() -> Database:
    """A database that has taken the first step, with one record."""
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0001_journal.up(made)
    made.execute(
        """INSERT INTO journal(uid, origin, seq, hlc, at, actor, scope, entity, row_id, sv, payload, payload_hash, hash)
        VALUES (x'01', x'02', 1, 1, 't', 'a', 's', 'e', x'03', 1, '{}', x'04', x'05')"""
    )
    return made


def test_the_journal_and_the_small_local_tables_are_there(database: Database) -> None:
    assert {"journal", "vec", "meta", "draft", "quarantine"} <= set(database.table_names())


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal",
        "UPDATE journal SET at = 'x'",
        "UPDATE journal SET payload = '[]'",
        "UPDATE journal SET sv = 2",
    ],
)
def test_a_record_cannot_be_changed_or_deleted(database: Database, statement: str) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        database.execute(statement)


def test_an_address_and_a_payload_may_change_as_the_protocol_needs(database: Database) -> None:
    database.execute("UPDATE journal SET origin = x'09', seq = 5, hash = x'0a'")
    database.execute("UPDATE journal SET payload = NULL")
    assert database.execute("SELECT seq, payload FROM journal").fetchall() == [(5, None)]
