"""The step finds what supervisors want moved, calls that ended for a language, and return calls, each by an index."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0064_lease_moves


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("SELECT contact_group FROM lease WHERE kind='wanted' AND contact_group='g'", "lease_wanted"),
        ("SELECT id FROM callback WHERE closed_code='243' AND language > ''", "callback_unspoken"),
        ("SELECT id FROM attempt WHERE direction='in' AND campaign=x'00'", "attempt_came_in"),
    ],
)
def test_each_question_has_its_index(question: str, index: str) -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE lease(id BLOB PRIMARY KEY, contact_group TEXT, epoch INTEGER, kind TEXT)")
    made.execute("CREATE TABLE callback(id BLOB PRIMARY KEY, language TEXT, closed_code TEXT)")
    made.execute("CREATE TABLE attempt(id BLOB PRIMARY KEY, campaign BLOB, at TEXT, direction TEXT)")
    m0064_lease_moves.up(made)
    assert index in made.execute(f"EXPLAIN QUERY PLAN {question}").fetchall()[0][3]
