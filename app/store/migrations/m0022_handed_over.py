"""Why an inquiry was handed to the person who has it."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the column; what was handed over before says nothing."""
    database.execute("ALTER TABLE inquiry ADD COLUMN handed_for TEXT")
