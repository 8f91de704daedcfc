"""The eighteenth step lets the supervision board be counted without reading the inquiries themselves."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0018_supervision_board


def test_the_board_is_counted_without_reading_the_inquiries() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute(
        "CREATE TABLE inquiry(state, unit, owner, opened_at, due_at, next_due_at, clocks, closed_at, deleted_at)"
    )
    made.execute("CREATE TABLE inquiry_event(id, inquiry, at, kind)")
    m0018_supervision_board.up(made)
    sql = """EXPLAIN QUERY PLAN SELECT state, unit, owner, count(*), sum(iif(clocks IS NULL, due_at, next_due_at) < 'x')
        FROM inquiry WHERE closed_at IS NULL AND deleted_at IS NULL GROUP BY state, unit, owner"""
    assert "COVERING INDEX inquiry_board" in made.execute(sql).fetchone()[3]
