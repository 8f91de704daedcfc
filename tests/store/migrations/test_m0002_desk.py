"""The second step makes the desk's tables, each guarded against any other writer than the journal."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0001_journal, m0002_desk

_TABLES = ("inquiry", "caller", "contact", "person", "script_version", "unit")


@pytest.fixture
def database() -> Database:
    """A database that has taken both steps, with nobody applying."""
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0001_journal.up(made)
    m0002_desk.up(made)
    made.conn.create_function("journal_applying", 0, _nobody)
    return made


def _nobody() -> int:
    return 0


@pytest.mark.parametrize("table", _TABLES)
def test_a_table_refuses_a_writer_beside_the_journal(database: Database, table: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        database.execute(f"INSERT INTO {table}(id) VALUES (x'01')")


def test_the_journals_own_writer_is_let_in(database: Database) -> None:
    database.conn.create_function("journal_applying", 0, _somebody)
    database.execute("INSERT INTO caller(id, name) VALUES (x'01', 'Li')")
    assert database.execute("SELECT name FROM caller").fetchall() == [("Li",)]


def _somebody() -> int:
    return 1


def test_the_search_index_forgets_what_is_deleted(database: Database) -> None:
    database.execute("INSERT INTO inquiry_words(rowid, t) VALUES (7, 'flu1 shot1')")
    find = "SELECT rowid FROM inquiry_words WHERE inquiry_words MATCH 'flu1'"
    assert database.execute(find).fetchall() == [(7,)]
    database.execute("DELETE FROM inquiry_words WHERE rowid = 7")
    assert database.execute(find).fetchall() == []
