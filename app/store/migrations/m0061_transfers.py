"""Inquiries that went to another center or came from one, the centers, and which rows are another center's."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE inquiry ADD COLUMN moved_to TEXT",
    "ALTER TABLE inquiry ADD COLUMN came_from TEXT",
    "ALTER TABLE inquiry ADD COLUMN came_as BLOB",
    "ALTER TABLE inquiry_event ADD COLUMN elsewhere TEXT",
    "CREATE TABLE known_center(id BLOB PRIMARY KEY, name TEXT, conflicts TEXT) STRICT, WITHOUT ROWID",
    """CREATE TABLE elsewhere(row_id BLOB PRIMARY KEY, entity TEXT NOT NULL, about BLOB NOT NULL)
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX elsewhere_about ON elsewhere(about)",
)
_GUARDS = tuple(
    f"""CREATE TRIGGER known_center_guard_{verb.lower()} BEFORE {verb} ON known_center WHEN journal_applying() = 0
        BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
    for verb in ("INSERT", "UPDATE", "DELETE")
)


def up(database: Database) -> None:
    """Add the columns and the tables; nothing has moved so far."""
    for statement in (*_STATEMENTS, *_GUARDS):
        database.execute(statement)
