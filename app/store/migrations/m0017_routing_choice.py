"""What a dispatch says of its choice of a unit, and the dispatches of a time found without reading every step."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE inquiry_event ADD COLUMN routing TEXT",
    "CREATE INDEX inquiry_event_dispatched ON inquiry_event(at, inquiry) WHERE kind = 'dispatched'",
)


def up(database: Database) -> None:
    """Add the column and the index; dispatches that were recorded before say nothing of a suggestion."""
    for statement in _STATEMENTS:
        database.execute(statement)
