"""The ninth step makes room for who has read what, and finds changes of a stretch of time by an index."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0009_script_notices


@pytest.fixture
def stepped() -> Database:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, lambda: 0)
    made = Database(connection)
    made.execute("CREATE TABLE script_event(id BLOB PRIMARY KEY, version BLOB, at TEXT)")
    made.execute("CREATE TABLE script_version(id BLOB PRIMARY KEY, effective_from TEXT)")
    made.execute('CREATE TABLE script_flag(id BLOB PRIMARY KEY, at TEXT, "by" BLOB)')
    m0009_script_notices.up(made)
    return made


@pytest.mark.parametrize(
    ("table", "where", "index"),
    [
        ("script_event", "at>='2026'", "script_event_at"),
        ("script_version", "effective_from>='2026'", "script_version_from"),
        ("script_flag", "\"by\"=x'01' AND at>='2026'", "script_flag_by"),
        ("script_notice", "\"by\"=x'01' AND event=x'02'", "script_notice_by"),
        ("script_notice", "event=x'02'", "script_notice_event"),
    ],
)
def test_what_is_asked_for_is_found_by_an_index(stepped: Database, table: str, where: str, index: str) -> None:
    plan = stepped.execute(f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE {where}").fetchall()
    assert index in plan[0][3]


def test_nobody_writes_past_the_journal(stepped: Database) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        stepped.execute("INSERT INTO script_notice(id) VALUES(x'01')")
