"""Which languages and dialects a person speaks."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the column; of nobody it is known yet."""
    database.execute("ALTER TABLE person ADD COLUMN speaks TEXT")
