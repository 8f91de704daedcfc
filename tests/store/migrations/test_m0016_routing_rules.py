"""The sixteenth step makes the table of routing rules, guarded against any other writer than the journal."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0016_routing_rules


def _nobody() -> int:
    return 0


def test_a_table_of_rules_is_written_through_the_journal_alone() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0016_routing_rules.up(made)
    made.conn.create_function("journal_applying", 0, _nobody)
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO rule(id) VALUES (x'01')")
    assert made.execute("SELECT count(*) FROM rule").fetchone() == (0,)
