"""The thirty-first step makes tables that only the journal writes to, found by their exam and sitting."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0026_drills, m0031_exams


@pytest.fixture
def made() -> Database:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, lambda: 0)
    found = Database(connection)
    m0026_drills.up(found)
    m0031_exams.up(found)
    return found


@pytest.mark.parametrize("table", ["exam", "sitting", "sitting_event", "mark"])
def test_only_the_journal_writes(made: Database, table: str) -> None:
    with pytest.raises(dbapi2.Error, match="journal"):
        made.execute(f"INSERT INTO {table}(id) VALUES(x'01')")
    assert made.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


@pytest.mark.parametrize(
    ("table", "where", "index"),
    [
        ("exam", "deleted_at IS NULL AND closes_at>='2026'", "exam_closes"),
        ("sitting", "exam=x'01' AND person=x'02'", "sitting_exam"),
        ("sitting_event", "sitting=x'01' ORDER BY seq", "sitting_event_sitting"),
        ("mark", "sitting=x'01'", "mark_sitting"),
    ],
)
def test_rows_are_found_by_an_index(made: Database, table: str, where: str, index: str) -> None:
    plan = made.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {where}").fetchall()
    assert index in plan[0][3]
