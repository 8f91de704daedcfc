"""The thirty-second step makes tables that only the journal writes to, found by contact and operator."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0032_evaluations


@pytest.fixture
def made() -> Database:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, lambda: 0)
    found = Database(connection)
    found.execute("CREATE TABLE contact(id BLOB PRIMARY KEY, operator BLOB, opened_at TEXT)")
    m0032_evaluations.up(found)
    return found


@pytest.mark.parametrize("table", ["evaluation", "appeal", "appeal_decision"])
def test_only_the_journal_writes(made: Database, table: str) -> None:
    with pytest.raises(dbapi2.Error, match="journal"):
        made.execute(f"INSERT INTO {table}(id) VALUES(x'01')")
    assert made.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


@pytest.mark.parametrize(
    ("table", "where", "index"),
    [
        ("evaluation", "contact=x'01'", "evaluation_contact"),
        ("evaluation", "operator=x'01' AND at>='2026'", "evaluation_operator"),
        ("appeal", "evaluation=x'01'", "appeal_evaluation"),
        ("appeal_decision", "appeal=x'01'", "appeal_decision_appeal"),
    ],
)
def test_rows_are_found_by_an_index(made: Database, table: str, where: str, index: str) -> None:
    plan = made.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {where}").fetchall()
    assert index in plan[0][3]
