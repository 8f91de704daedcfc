"""Redactions: the facts, and what is left of each record whose payload is gone."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Make the tables, their indexes and the guards of the facts."""
    database.execute(
        """CREATE TABLE redaction(id BLOB PRIMARY KEY, kind TEXT, entity TEXT, record BLOB, skeletons TEXT, at TEXT,
            "by" BLOB, conflicts TEXT) STRICT, WITHOUT ROWID"""
    )
    database.execute(
        """CREATE TABLE redacted(uid BLOB PRIMARY KEY, row_id BLOB NOT NULL, skeleton TEXT NOT NULL)
            STRICT, WITHOUT ROWID"""
    )
    database.execute("CREATE INDEX redacted_row ON redacted(row_id)")
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER redaction_guard_{verb.lower()} BEFORE {verb} ON redaction WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
