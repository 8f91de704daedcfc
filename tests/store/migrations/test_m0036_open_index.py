"""The thirty-sixth step serves lists, board and ladder from one index of open inquiries."""

from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0002_desk, m0011_next_due, m0018_supervision_board, m0021_ladders, m0033_board_loads
from app.store.migrations import m0036_open_index as step

driver: Any = dbapi2
OPEN = "closed_at IS NULL AND deleted_at IS NULL"
RUNS = '["accept","running","2026-03-04T09:00:00+00:00",null,null,0,0]'
PAUSED = '["callback","paused","2026-03-05T09:00:00+00:00",null,null,0,0]'


def _nobody() -> int:
    return 0


def _made() -> Database:
    made = Database(driver.connect(":memory:", isolation_level=None))
    made.conn.create_function("journal_applying", 0, _nobody)
    for one in (m0002_desk, m0011_next_due, m0018_supervision_board, m0021_ladders, m0033_board_loads):
        one.up(made)
    return made


def test_what_runs_is_noted_and_the_guard_stands_again() -> None:
    made = _made()
    guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'inquiry' ORDER BY name"
    before = made.execute(guards).fetchall()
    made.execute("DROP TRIGGER inquiry_guard_insert")
    clocks = (None, f"[{RUNS},{PAUSED}]", f"[{PAUSED}]", f"[{RUNS},{RUNS.replace('accept', 'resolve')}]")
    for position, each in enumerate(clocks):
        values = (position, bytes((position,)), each)
        made.execute("INSERT INTO inquiry(position, id, clocks) VALUES(?,?,?)", values)
    step.up(made)
    runs = "2026-03-04T09:00:00+00:00"
    found = [row[0] for row in made.execute("SELECT running FROM inquiry ORDER BY position").fetchall()]
    assert found == [None, f"accept {runs}", "", f"accept {runs} resolve {runs}"]
    assert made.execute(guards).fetchall() == [one for one in before if one[0] != "inquiry_guard_insert"]


def test_lists_board_and_ladder_read_one_index_and_never_the_table() -> None:
    made = _made()
    step.up(made)
    for sql in (
        f"SELECT position FROM inquiry WHERE {OPEN} AND falls_due_at < 'x' ORDER BY falls_due_at, position",
        f"SELECT running FROM inquiry WHERE {OPEN} AND falls_due_at < 'x'",
        f"SELECT state, unit, owner, count(*), total(falls_due_at < 'x'), total(unixepoch(opened_at)) FROM inquiry"
        f" WHERE {OPEN} GROUP BY state, unit, owner",
        f"SELECT position FROM inquiry WHERE {OPEN} AND look_at <= 'x' ORDER BY look_at, position LIMIT 9",
    ):
        steps = made.execute(f"EXPLAIN {sql}").fetchall()
        index = made.execute("SELECT rootpage FROM sqlite_master WHERE name = 'inquiry_open'").fetchone()[0]
        opened = {row[3]: row[2] for row in steps if row[1] == "OpenRead"}  # root page → cursor
        read = {row[2] for row in steps if row[1] in ("Column", "IdxRowid")}
        assert opened.pop(index) in read, sql
        assert read.isdisjoint(opened.values()), sql
