"""Under which fence of a claim at the hub a call was dialed."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the column; of calls before this step it is not known."""
    database.execute("ALTER TABLE attempt ADD COLUMN fence INTEGER")
