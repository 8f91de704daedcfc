"""The step lets an attempt keep the fence of its claim."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0058_fences


def test_an_attempt_keeps_the_fence_of_its_claim() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE attempt(id BLOB PRIMARY KEY)")
    m0058_fences.up(made)
    assert "fence" in {one.name for one in made["attempt"].columns}
