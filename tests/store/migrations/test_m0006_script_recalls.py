"""The sixth step lets the contacts of a version, and those of a day, be found by an index."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0006_script_recalls


@pytest.mark.parametrize(
    ("where", "index"),
    [("script='a' AND version=1", "contact_script_version"), ("at>='2026' AND at<'2027'", "contact_script_at")],
)
def test_given_scripts_are_found_by_an_index(where: str, index: str) -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE contact_script(id BLOB PRIMARY KEY, script TEXT, version INTEGER, at TEXT)")
    m0006_script_recalls.up(made)
    plan = made.execute(f"EXPLAIN QUERY PLAN SELECT script FROM contact_script WHERE {where}").fetchall()
    assert index in plan[0][3]
