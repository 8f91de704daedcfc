"""What was said in one breath belongs together, with whose card and which call it was about; lifts name the request.

What older programs wrote has none of this, and is read by its moment.
"""

from sqlite_utils import Database

_STATEMENTS = (
    *(f"ALTER TABLE dnc ADD COLUMN {column}" for column in ("said BLOB", "caller BLOB", "callback BLOB")),
    "ALTER TABLE dnc ADD COLUMN requested_on TEXT",
    "CREATE INDEX dnc_said ON dnc(said) WHERE said IS NOT NULL",
    "CREATE INDEX dnc_at ON dnc(at)",
)


def up(database: Database) -> None:
    """Add the columns and their indexes."""
    for statement in _STATEMENTS:
        database.execute(statement)
