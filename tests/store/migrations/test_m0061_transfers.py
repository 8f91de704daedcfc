"""This step lets inquiries say where they went and came from, and keeps which rows are another center's."""

from typing import Any

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0061_transfers


def _nobody() -> int:
    return 0


@pytest.fixture
def made() -> Any:
    found = Database(dbapi2.connect(":memory:", isolation_level=None))
    for table in ("inquiry", "inquiry_event"):
        found.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY)")
    m0061_transfers.up(found)
    found.conn.create_function("journal_applying", 0, _nobody)
    return found


def test_what_another_center_keeps_of_an_inquiry_is_found_by_an_index(made: Any) -> None:
    plan = made.execute("EXPLAIN QUERY PLAN SELECT row_id FROM elsewhere WHERE about = x'01'").fetchall()
    assert "elsewhere_about" in plan[0][3]
    assert {"moved_to", "came_from", "came_as"} <= {one.name for one in made["inquiry"].columns}


def test_centers_are_written_through_the_journal_alone(made: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute("INSERT INTO known_center(id) VALUES (x'01')")
