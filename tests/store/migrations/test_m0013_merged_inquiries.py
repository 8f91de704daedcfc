"""The thirteenth step lets what is merged into an inquiry be found without reading every inquiry."""

# sqlcipher3 is a C module without stubs.
# pyright: reportAttributeAccessIssue=false, reportUnknownArgumentType=false, reportUnknownVariableType=false

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0013_merged_inquiries


def test_what_is_merged_into_an_inquiry_is_found_by_an_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE inquiry(position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, merged_into BLOB) STRICT")
    m0013_merged_inquiries.up(made)
    plan = made.execute("EXPLAIN QUERY PLAN SELECT id FROM inquiry WHERE merged_into=x'01'").fetchall()
    assert "USING INDEX inquiry_merged" in plan[0][3]
