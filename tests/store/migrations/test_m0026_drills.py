"""The twenty-sixth step makes tables that only the journal writes to, and finds cards by their day."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0026_drills


@pytest.fixture
def made() -> Database:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, lambda: 0)
    found = Database(connection)
    m0026_drills.up(found)
    return found


@pytest.mark.parametrize("table", ["item", "item_version", "review", "drill_need"])
def test_only_the_journal_writes(made: Database, table: str) -> None:
    with pytest.raises(dbapi2.Error, match="journal"):
        made.execute(f"INSERT INTO {table}(id) VALUES(x'01')")
    assert made.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


@pytest.mark.parametrize(
    ("table", "where", "index"),
    [
        ("drill_card", "operator=x'01' AND suspended=0 AND due_on<='2026'", "drill_card_due"),
        ("drill_card", "script='a' AND point='k'", "drill_card_point"),
        ("review", "operator=x'01' AND day='2026'", "review_day"),
        ("item_version", "item=x'01' ORDER BY number", "item_version_item"),
    ],
)
def test_rows_are_found_by_an_index(made: Database, table: str, where: str, index: str) -> None:
    plan = made.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {where}").fetchall()
    assert index in plan[0][3]
