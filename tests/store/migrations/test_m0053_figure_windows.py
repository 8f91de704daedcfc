"""The step of windows lets the rows of one day of a figure go by its key."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0053_figure_windows


def test_a_day_is_found_by_the_key() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0053_figure_windows.up(made)
    sql = "EXPLAIN QUERY PLAN DELETE FROM figure_window WHERE formula = 'x' AND day = '2026-03-02'"
    assert "PRIMARY KEY (formula=? AND day=?)" in made.execute(sql).fetchone()[3]
