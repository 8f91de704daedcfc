"""Calls as a telephone system recorded them, imported in batches."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE line_record(id BLOB PRIMARY KEY, batch BLOB, at TEXT, answered INTEGER, wait_s INTEGER,
        talk_s INTEGER, hold_s INTEGER, wrap_s INTEGER, person BLOB, line TEXT, conflicts TEXT)
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX line_record_batch ON line_record(batch)",
)


def up(database: Database) -> None:
    """Create the table with its guards and index."""
    for statement in _STATEMENTS:
        database.execute(statement)
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER line_record_guard_{verb.lower()} BEFORE {verb} ON line_record
            WHEN journal_applying() = 0 BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
