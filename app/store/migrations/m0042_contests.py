"""The monthly contest: the teams of a month, and who wants to be shown under which name."""

from sqlite_utils import Database

_TABLES = {
    "contest": 'month TEXT, teams TEXT, at TEXT, "by" BLOB',
    "contest_entry": "person BLOB, shown INTEGER, alias TEXT, at TEXT",
}


def up(database: Database) -> None:
    """Create the tables with their guards and indexes."""
    for table, columns in _TABLES.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT, WITHOUT ROWID")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            database.execute(
                f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
            )
    database.execute("CREATE INDEX contest_month ON contest(month, at)")
    database.execute("CREATE INDEX contest_entry_person ON contest_entry(person, at)")
