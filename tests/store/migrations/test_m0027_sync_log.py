"""This step brings the log of syncs, whose last success is found by an index."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0027_sync_log


def test_the_last_success_is_found_by_an_index() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0027_sync_log.up(made)
    made.execute(
        "INSERT INTO sync_log VALUES (1, '2026', '2026', 0, 0, 'done', ''), (2, '2026', '2026', 0, 0, 'X', '')"
    )
    wanted = "SELECT id FROM sync_log WHERE outcome = 'done' ORDER BY id DESC LIMIT 1"
    assert made.execute(wanted).fetchall() == [(1,)]
    assert "sync_log_done" in made.execute(f"EXPLAIN QUERY PLAN {wanted}").fetchall()[0][3]
