"""The fourteenth step makes room for clusters; only the journal writes them, their inquiries are found by an index."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0014_clusters


@pytest.fixture
def made() -> Database:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, int)
    found = Database(connection)
    found.execute("CREATE TABLE inquiry(position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, cluster_id BLOB) STRICT")
    m0014_clusters.up(found)
    return found


def test_the_inquiries_of_a_cluster_are_found_in_the_order_of_time(made: Database) -> None:
    sql = "SELECT position FROM inquiry WHERE cluster_id=x'01' AND position < 9 ORDER BY position DESC LIMIT 5"
    plan = made.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    assert [row[3] for row in plan] == [
        "SEARCH inquiry USING COVERING INDEX inquiry_cluster (cluster_id=? AND position<?)"
    ]


def test_nobody_else_writes_a_cluster(made: Database) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="journal"):
        made.execute("INSERT INTO cluster(id) VALUES (x'01')")
