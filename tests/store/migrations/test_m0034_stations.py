"""This step brings stations by their origins, and an index of conflicts for each table."""

from typing import Any

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0034_stations


def _nobody() -> int:
    return 0


@pytest.fixture
def made() -> Any:
    found = Database(dbapi2.connect(":memory:", isolation_level=None))
    for table in m0034_stations._TABLES:
        found.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, conflicts TEXT)")
    m0034_stations.up(found)
    found.conn.create_function("journal_applying", 0, _nobody)
    return found


def test_conflicts_are_found_by_an_index_of_nothing_else(made: Any) -> None:
    plan = made.execute("EXPLAIN QUERY PLAN SELECT id FROM caller WHERE conflicts IS NOT NULL").fetchall()
    assert "caller_conflicts" in plan[0][3]


def test_stations_are_written_through_the_journal_alone(made: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO station(id) VALUES (x'01')")
