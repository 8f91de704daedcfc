"""Why calling for a campaign was stopped, and who said so."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the columns; of what was stopped before, neither is known."""
    database.execute("ALTER TABLE campaign ADD COLUMN stopped_by BLOB")
    database.execute("ALTER TABLE campaign ADD COLUMN stopped_why TEXT")
