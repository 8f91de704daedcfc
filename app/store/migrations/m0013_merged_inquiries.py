"""From an inquiry to those that are merged into it: only these stand in the index, other saves do not touch it."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Create the index."""
    database.execute("CREATE INDEX inquiry_merged ON inquiry(merged_into) WHERE merged_into IS NOT NULL")
