"""The last day of somebody who leaves, and who takes over their open work then."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the columns; for nobody a last day is set."""
    for column in ("leaves_at TEXT", "leaves_to BLOB", "leaves_for TEXT"):
        database.execute(f"ALTER TABLE person ADD COLUMN {column}")
