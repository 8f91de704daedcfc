"""Callers who were written down twice are found from either card: the link stands on one of them."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Make the index, which holds linked callers alone."""
    database.execute("CREATE INDEX caller_same_as ON caller(same_as) WHERE same_as IS NOT NULL")
