"""The rounds of a contest: its questions, and what people answered."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Let a contest hold questions, and create the table of answers with its guards and its index."""
    database.execute("ALTER TABLE contest ADD COLUMN questions TEXT")
    database.execute(
        """CREATE TABLE contest_answer(id BLOB PRIMARY KEY, contest BLOB, person BLOB, round TEXT, place INTEGER,
            score REAL, ms INTEGER, answer TEXT, at TEXT, conflicts TEXT) STRICT, WITHOUT ROWID"""
    )
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER contest_answer_guard_{verb.lower()} BEFORE {verb} ON contest_answer
                WHEN journal_applying() = 0 BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
    database.execute("CREATE INDEX contest_answer_person ON contest_answer(contest, person, at)")
