"""The eighth step makes the table of SLA policies, guarded against any other writer than the journal."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0008_sla_policies


def _nobody() -> int:
    return 0


def test_a_policy_is_written_through_the_journal_alone() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0008_sla_policies.up(made)
    made.conn.create_function("journal_applying", 0, _nobody)
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO sla_policy(id) VALUES (x'01')")
    assert made.execute("SELECT count(*) FROM sla_policy").fetchone() == (0,)
