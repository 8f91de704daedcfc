"""The seventieth step puts open findings in the order of what is due next."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store import findings
from app.store.migrations import m0025_surveys, m0070_finding_due
from app.store.migrations.m0070_finding_due import _NEXT as NEXT

OPEN = "state NOT IN ('closed', 'unfounded')"


def _nothing() -> int:
    return 1


def made() -> Database:
    database = Database(dbapi2.connect(":memory:", isolation_level=None))
    database.conn.create_function("journal_applying", 0, _nothing)
    m0025_surveys.up(database)
    return database


def test_open_findings_are_read_in_the_order_of_what_is_due_next_without_sorting() -> None:
    database = made()
    database.execute(
        """INSERT INTO finding(id, state, reply_due_at, close_due_at, due_at) VALUES
        (x'01', 'sent', '2026-03-09', '2026-03-10', NULL), (x'02', 'planned', '2026-03-01', '2026-03-02', '2026-03-20'),
        (x'03', 'done', '2026-03-01', '2026-03-15', NULL), (x'04', 'closed', '2026-03-01', '2026-03-02', NULL)"""
    )
    m0070_finding_due.up(database)
    sql = f"SELECT id FROM finding WHERE {NEXT} > '' AND {OPEN} ORDER BY {NEXT}, id LIMIT 9"
    assert [row[0] for row in database.execute(sql).fetchall()] == [b"\1", b"\3", b"\2"]
    plan = " ".join(row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())
    assert "finding_due" in plan
    assert "B-TREE" not in plan


def test_the_program_asks_with_the_expression_of_the_index() -> None:
    assert findings._NEXT == NEXT
