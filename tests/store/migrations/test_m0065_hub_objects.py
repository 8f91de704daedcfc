"""The sixty-fifth step makes room for what was given to the hub."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0065_hub_objects


def test_a_content_has_been_given_or_has_not() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    m0065_hub_objects.up(made)
    made.execute("INSERT INTO hub_object(about, salt) VALUES(x'01', x'02')")
    assert made.execute("SELECT whole FROM hub_object").fetchall() == [(0,)]
