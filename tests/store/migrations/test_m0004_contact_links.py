"""The fourth step lets a contact's inquiries be found without reading every link."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0004_contact_links


def test_the_links_of_a_contact_are_found_by_an_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE contact_inquiry(id BLOB PRIMARY KEY, contact BLOB, inquiry BLOB) STRICT, WITHOUT ROWID")
    m0004_contact_links.up(made)
    plan = made.execute("EXPLAIN QUERY PLAN SELECT inquiry FROM contact_inquiry WHERE contact=x'01'").fetchall()
    assert "USING INDEX contact_inquiry_contact" in plan[0][3]
