"""The step adds who stopped a campaign, and why."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0073_stopped_campaigns


def test_of_what_was_stopped_before_neither_reason_nor_person_is_known() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE campaign(id, stopped_at)")
    made.execute("INSERT INTO campaign VALUES (1, '2026-03-02')")
    m0073_stopped_campaigns.up(made)
    found = made.execute("SELECT stopped_at, stopped_by, stopped_why FROM campaign").fetchone()
    assert found == ("2026-03-02", None, None)
