"""Rosters: among whom calls are divided while no hub is reached."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Make the table, its index and the guards."""
    database.execute(
        """CREATE TABLE roster(id BLOB PRIMARY KEY, of_center TEXT, day TEXT, people TEXT, at TEXT, conflicts TEXT)
            STRICT, WITHOUT ROWID"""
    )
    database.execute("CREATE INDEX roster_day ON roster(of_center, day)")
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER roster_guard_{verb.lower()} BEFORE {verb} ON roster WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
