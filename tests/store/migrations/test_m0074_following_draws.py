"""The step adds where the strata of a draw began, and how long after a discharge people are first called."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0074_following_draws


def test_what_was_drawn_before_follows_no_other_draw_and_has_no_limit() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE campaign(id, start)")
    made.execute("INSERT INTO campaign VALUES (1, 0.25)")
    m0074_following_draws.up(made)
    found = made.execute("SELECT start, starts, window_days FROM campaign").fetchone()
    assert found == (0.25, None, None)
