"""Source documents of scripts by the hash of their content; the contents are encrypted files beside the database."""

from sqlite_utils import Database

_TABLE = "script_document"


def up(database: Database) -> None:
    """Create the table and its guards; the id is made from the hash, so no further index is needed."""
    database.execute(
        f"""CREATE TABLE {_TABLE}(id BLOB PRIMARY KEY, sha256 TEXT, name TEXT, size INTEGER, at TEXT, "by" BLOB,
            conflicts TEXT) STRICT, WITHOUT ROWID"""
    )
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER {_TABLE}_guard_{verb.lower()} BEFORE {verb} ON {_TABLE} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
