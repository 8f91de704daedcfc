"""Which contents were given to the hub, each under a salt of its own: local, in no record."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Make the table; nothing has been given so far."""
    database.execute(
        """CREATE TABLE hub_object(about BLOB PRIMARY KEY, salt BLOB NOT NULL, whole INTEGER NOT NULL DEFAULT 0)
            STRICT, WITHOUT ROWID"""
    )
