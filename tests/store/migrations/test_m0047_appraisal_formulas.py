"""The step makes the table of formulas, guarded."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0047_appraisal_formulas


def test_formulas_are_written_through_the_journal_alone() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.create_function("journal_applying", 0, bool)
    made = Database(connection)
    m0047_appraisal_formulas.up(made)
    with pytest.raises(dbapi2.DatabaseError):
        made.execute("INSERT INTO appraisal_formula(id, at) VALUES (x'01', '2026-03-01')")
