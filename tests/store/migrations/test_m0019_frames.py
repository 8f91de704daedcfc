"""The nineteenth step makes frames and their parts, guarded against any other writer than the journal."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0019_frames


def _nobody() -> int:
    return 0


@pytest.mark.parametrize("table", ["frame", "frame_part"])
def test_frames_are_written_through_the_journal_alone(table: str) -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0019_frames.up(made)
    made.conn.create_function("journal_applying", 0, _nobody)
    with pytest.raises(dbapi2.IntegrityError, match="through the journal"):
        made.execute(f"INSERT INTO {table}(id) VALUES (x'01')")
    assert made.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
