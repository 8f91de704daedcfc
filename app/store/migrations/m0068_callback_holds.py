"""What stands against calls that somebody waits for, so that those which nobody may make hide none that can be made.

Like ``callback_queue``, the table is no projection: services fill it, so it begins empty.
"""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE callback_hold(callback BLOB PRIMARY KEY, blocked TEXT, language TEXT NOT NULL,
        checked_at TEXT NOT NULL) STRICT, WITHOUT ROWID""",
)


def up(database: Database) -> None:
    """Make the table."""
    for statement in _STATEMENTS:
        database.execute(statement)
