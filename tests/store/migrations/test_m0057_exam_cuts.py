"""The step lets an exam keep the pass marks of its forms."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0057_exam_cuts


def test_an_exam_keeps_its_pass_marks() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE exam(id BLOB PRIMARY KEY)")
    m0057_exam_cuts.up(made)
    assert "cuts" in {one.name for one in made["exam"].columns}
