"""Documents that were made, with their papers."""

from sqlite_utils import Database

_COLUMNS = 'kind TEXT, period TEXT, language TEXT, files TEXT, html TEXT, plan TEXT, at TEXT, "by" BLOB'


def up(database: Database) -> None:
    """Create the table with its guards and its index."""
    database.execute(f"CREATE TABLE report_made(id BLOB PRIMARY KEY, {_COLUMNS}, conflicts TEXT) STRICT, WITHOUT ROWID")
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER report_made_guard_{verb.lower()} BEFORE {verb} ON report_made
            WHEN journal_applying() = 0 BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
    database.execute("CREATE INDEX report_made_at ON report_made(at, id)")
