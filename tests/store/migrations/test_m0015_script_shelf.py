"""The fifteenth step makes tables that only the journal writes to, and finds what it is asked for by an index."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0015_script_shelf


@pytest.fixture
def made() -> Database:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, lambda: 0)
    found = Database(connection)
    m0015_script_shelf.up(found)
    return found


@pytest.mark.parametrize("table", ["script_proposal", "script_pin", "script_star"])
def test_only_the_journal_writes(made: Database, table: str) -> None:
    with pytest.raises(dbapi2.Error, match="journal"):
        made.execute(f"INSERT INTO {table}(id) VALUES(x'01')")
    assert made.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


@pytest.mark.parametrize(
    ("table", "where", "index"),
    [
        ("script_proposal", "at>='2026'", "script_proposal_at"),
        ("script_proposal", "contact=x'01'", "script_proposal_contact"),
        ("script_proposal", "inquiry=x'01'", "script_proposal_inquiry"),
        ("script_pin", "until>='2026'", "script_pin_until"),
        ("script_star", "person=x'01'", "script_star_person"),
    ],
)
def test_rows_are_found_by_an_index(made: Database, table: str, where: str, index: str) -> None:
    plan = made.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {where}").fetchall()
    assert index in plan[0][3]
