"""Key points by topic: the cards of a weak topic come before they are due."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Make the index."""
    database.execute("CREATE INDEX drill_point_topic ON drill_point(topic)")
