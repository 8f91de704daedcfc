"""This step keeps of which scope the rows of other centers are, and which scopes were read so far."""

import json

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0067_scopes_read


def test_rows_of_other_centers_keep_their_place_and_get_their_scope() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    for statement in (
        "CREATE TABLE elsewhere(row_id BLOB PRIMARY KEY, entity TEXT NOT NULL, about BLOB NOT NULL) STRICT",
        "CREATE INDEX elsewhere_about ON elsewhere(about)",
        "CREATE TABLE journal(row_id BLOB, scope TEXT)",
        "CREATE TABLE vec(scope TEXT, origin BLOB)",
        "CREATE TABLE inquiry(caller BLOB, moved_to TEXT, came_from TEXT)",
        "CREATE TABLE inquiry_event(at TEXT, inquiry BLOB, kind TEXT, elsewhere TEXT)",
        "CREATE TABLE meta(k TEXT PRIMARY KEY, v ANY)",
        "INSERT INTO elsewhere VALUES (x'01', 'inquiry', x'01')",
        "INSERT INTO journal VALUES (x'01', 'South'), (x'02', 'center')",
        "INSERT INTO vec VALUES ('program', x'01'), ('North', x'01'), ('North', x'02')",
    ):
        made.execute(statement)
    m0067_scopes_read.up(made)
    assert made.execute("SELECT * FROM elsewhere").fetchall() == [(b"\x01", "inquiry", b"\x01", "South")]
    [(told,)] = made.execute("SELECT v FROM meta WHERE k = 'scopes_read'").fetchall()
    assert json.loads(told) == ["North", "program"]
    plan = made.execute("EXPLAIN QUERY PLAN SELECT row_id FROM elsewhere WHERE scope = 'South'").fetchall()
    assert "elsewhere_scope" in plan[0][3]
