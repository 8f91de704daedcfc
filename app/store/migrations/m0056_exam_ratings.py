"""What judges expect of the questions of an exam."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Create the table with its guards and its index."""
    database.execute(
        """CREATE TABLE exam_rating(id BLOB PRIMARY KEY, exam BLOB, item BLOB, share REAL, at TEXT, "by" BLOB,
        conflicts TEXT) STRICT, WITHOUT ROWID"""
    )
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER exam_rating_guard_{verb.lower()} BEFORE {verb} ON exam_rating
            WHEN journal_applying() = 0 BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
    database.execute("CREATE INDEX exam_rating_exam ON exam_rating(exam)")
