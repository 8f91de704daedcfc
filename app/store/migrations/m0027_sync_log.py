"""The log of syncs: when each began and ended, what went over, and how it came out. Never synced."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Create the table, and an index by which the last success is found."""
    database.execute(
        """CREATE TABLE sync_log(id INTEGER PRIMARY KEY, started_at TEXT NOT NULL, ended_at TEXT NOT NULL,
            pushed INTEGER NOT NULL, pulled INTEGER NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL) STRICT"""
    )
    database.execute("CREATE INDEX sync_log_done ON sync_log(id) WHERE outcome = 'done'")
