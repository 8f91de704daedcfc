"""The step of the figures makes room for KPIs and for what is counted."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0028_figures


def test_what_is_ripe_is_found_by_its_index_and_kpis_are_guarded() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, int)
    made = Database(connection)
    m0028_figures.up(made)
    plan = made.execute("EXPLAIN QUERY PLAN SELECT position FROM figure WHERE looks_at < 'x'").fetchone()[3]
    assert "figure_looks" in plan
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO kpi(id, name) VALUES (x'01', 'a')")
