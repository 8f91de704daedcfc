"""The step of other figures lists a subject by day and finds what is ripe, each by its index."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0038_fact_figures


@pytest.mark.parametrize(
    ("where", "index"),
    [("subject = 'call' AND day >= '2026'", "figure_fact_day"), ("subject = 'call' AND looks_at < 'x'", "_looks")],
)
def test_facts_are_found_by_an_index(where: str, index: str) -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0038_fact_figures.up(made)
    plan = made.execute(f"EXPLAIN QUERY PLAN SELECT id FROM figure_fact WHERE {where}").fetchone()[3]
    assert index in plan
