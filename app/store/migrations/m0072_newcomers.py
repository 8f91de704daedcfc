"""Of each account, whether a computer that joined the center had one of that name."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Add the column; of no account it is known yet."""
    database.execute("ALTER TABLE person ADD COLUMN newcomer TEXT")
