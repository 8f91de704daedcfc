"""The unit of a person, and the read log: who opened, revealed or exported what, when and why."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the column, make the table, its index and its guards."""
    database.execute("ALTER TABLE person ADD COLUMN unit TEXT")
    database.execute(
        """CREATE TABLE access(id BLOB PRIMARY KEY, did TEXT, entity TEXT, record BLOB, label TEXT, why TEXT,
            rows INTEGER, person BLOB, at TEXT, conflicts TEXT) STRICT, WITHOUT ROWID"""
    )
    database.execute("CREATE INDEX access_at ON access(at, id)")
    database.execute("CREATE INDEX access_record ON access(record, at) WHERE record IS NOT NULL")
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER access_guard_{verb.lower()} BEFORE {verb} ON access WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
