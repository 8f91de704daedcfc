"""The fifth step makes the tables of searches and decisions, and a local one for what was learned."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0005_script_searches


def _nobody() -> int:
    return 0


@pytest.fixture
def made() -> Database:
    database = Database(dbapi2.connect(":memory:", isolation_level=None))
    database.execute("CREATE TABLE contact(id BLOB, answer_mode TEXT, opened_at TEXT)")
    m0005_script_searches.up(database)
    database.conn.create_function("journal_applying", 0, _nobody)
    return database


@pytest.mark.parametrize("table", ["script_search", "script_decision"])
def test_searches_and_decisions_are_written_through_the_journal_alone(made: Database, table: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute(f"INSERT INTO {table}(id) VALUES (x'01')")


def test_what_was_learned_is_local(made: Database) -> None:
    made.execute("INSERT INTO learned VALUES ('scripts', 1, 'hash', '2026-03-02', x'00')")
    assert made.execute("SELECT name FROM learned").fetchall() == [("scripts",)]
