"""Wall: no statement reads a growing table from end to end. The watch itself is in ``query_plans``."""

import re
from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2

from tests.house import query_plans
from tests.house.reading import APP, app_files, at, nothing_found, text_of

TABLES = """
CREATE TABLE inquiry(position INTEGER PRIMARY KEY, id BLOB UNIQUE, number TEXT, state TEXT);
CREATE INDEX inquiry_state ON inquiry(state);
CREATE TABLE unit(code TEXT);
CREATE VIRTUAL TABLE inquiry_words USING fts5(t);
"""
SCANS = (
    "SELECT * FROM inquiry",
    "SELECT count(*) FROM inquiry",
    "SELECT * FROM inquiry AS i WHERE i.number = ? LIMIT 3",
    "SELECT * FROM inquiry ORDER BY number LIMIT 3",
    "SELECT y.id FROM inquiry x JOIN inquiry y ON x.id = y.number WHERE x.position = ?",
    "SELECT t FROM inquiry_words",
    "UPDATE inquiry SET state = 'new' WHERE number = ?",
    "WITH found AS (SELECT * FROM inquiry WHERE number = ?) SELECT * FROM found",
)
SOUND = (
    "SELECT * FROM inquiry WHERE state = ? ORDER BY position DESC LIMIT 50",
    "SELECT * FROM inquiry ORDER BY position DESC LIMIT 50",
    "SELECT max(position) FROM inquiry",
    "SELECT rowid FROM inquiry_words WHERE inquiry_words MATCH ? ORDER BY rowid DESC LIMIT 50",
    "SELECT * FROM unit",
    "/* whole: a rebuild reads every row */ SELECT * FROM inquiry",
)


@pytest.fixture
def desk() -> Iterator[dbapi2.Connection]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.executescript(TABLES)
    yield connection
    connection.close()


def _plan(connection: dbapi2.Connection, sql: str) -> list[str]:
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", ["x"] * sql.count("?"))]


@pytest.mark.parametrize("sql", SCANS)
def test_a_scan_of_a_growing_table_is_seen(desk, sql):
    assert query_plans.scanned(sql, _plan(desk, sql), {"inquiry", "unit", "inquiry_words"})


@pytest.mark.parametrize("sql", SOUND)
def test_a_search_a_page_and_an_explained_scan_pass(desk, sql):
    assert query_plans.scanned(sql, _plan(desk, sql), {"inquiry", "unit", "inquiry_words"}) == []


def test_every_database_of_the_tests_is_watched(desk):
    assert isinstance(desk, query_plans.WatchedConnection)


def test_a_scan_by_the_program_fails_where_it_happens(desk, monkeypatch):
    monkeypatch.setattr(query_plans, "_from_the_program", lambda: True)
    with pytest.raises(query_plans.ScansWholeTable, match="SCAN inquiry"):
        desk.execute("SELECT number FROM inquiry")
    with pytest.raises(query_plans.ScansWholeTable, match="SCAN inquiry"):
        desk.cursor().execute("SELECT number FROM inquiry")


def test_a_scan_by_a_test_is_the_business_of_the_test(desk):
    assert desk.execute("SELECT number, state FROM inquiry").fetchall() == []


def _foreign_sql() -> Iterator[str]:
    statement = re.compile(r"[\"'](SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA) ")
    for path in app_files():
        if path.is_relative_to(APP / "store") or (path.parent == APP / "outside" and path.name.startswith("hub")):
            continue  # the hub is a database of its own, which no service may reach but through a Protocol
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if statement.search(line):
                yield f"{at(path, number)}: SQL outside the store; ask a function of app/store for it"


def test_sql_is_written_in_the_store_only():
    nothing_found(_foreign_sql())
