"""Where in each stratum a draw began that follows another, and how long after a discharge people are first called."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the columns; what was drawn before began at one place everywhere, and had no such limit."""
    database.execute("ALTER TABLE campaign ADD COLUMN starts TEXT")
    database.execute("ALTER TABLE campaign ADD COLUMN window_days INTEGER")
