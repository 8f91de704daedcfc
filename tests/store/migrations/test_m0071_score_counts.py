"""The seventy-first step counts the calls that have a chance, and goes on counting."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0071_score_counts

TABLE = """CREATE TABLE callback_score(callback BLOB NOT NULL, slot INTEGER NOT NULL, institution TEXT NOT NULL,
    chance REAL NOT NULL, PRIMARY KEY(callback, slot)) STRICT, WITHOUT ROWID"""
COUNTED = "SELECT slot, institution, count(*) FROM callback_score GROUP BY 1, 2 ORDER BY 1, 2"
KEPT = "SELECT slot, institution, calls FROM callback_score_count WHERE calls > 0 ORDER BY 1, 2"
ROW = "INSERT INTO callback_score VALUES (?, ?, ?, 0.5)"


def test_what_stood_there_and_every_change_is_counted() -> None:
    database = Database(dbapi2.connect(":memory:", isolation_level=None))
    database.execute(TABLE)
    for row in ((b"a", 1, "U01"), (b"b", 1, "U01"), (b"b", 2, "U01"), (b"c", 1, "U02")):
        database.execute(ROW, row)
    m0071_score_counts.up(database)
    seen = []
    for change in (
        "SELECT 1",
        "INSERT INTO callback_score VALUES (x'64', 1, 'U02', 0.5)",
        "UPDATE callback_score SET institution = 'U03' WHERE callback = x'61'",
        "DELETE FROM callback_score WHERE callback = x'62'",
        "DELETE FROM callback_score",
    ):
        database.execute(change)
        kept = database.execute(KEPT).fetchall()
        assert kept == database.execute(COUNTED).fetchall()
        seen.append(kept)
    assert [len(one) for one in seen] == [3, 3, 4, 2, 0]
