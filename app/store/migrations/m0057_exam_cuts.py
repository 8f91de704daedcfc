"""The pass marks of an exam's forms as they stood when its results came out."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Let an exam keep them; one whose results are out already is judged by what it was set with."""
    database.execute("ALTER TABLE exam ADD COLUMN cuts TEXT")
