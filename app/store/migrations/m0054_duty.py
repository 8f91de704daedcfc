"""Duty: on which days a person works, as facts."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Make the table, its index and the guards."""
    database.execute(
        """CREATE TABLE duty(id BLOB PRIMARY KEY, person BLOB, rule TEXT, first_on TEXT, last_on TEXT, week TEXT,
            at TEXT, "by" BLOB, conflicts TEXT) STRICT, WITHOUT ROWID"""
    )
    database.execute("CREATE INDEX duty_person ON duty(person)")
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER duty_guard_{verb.lower()} BEFORE {verb} ON duty WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
