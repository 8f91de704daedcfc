"""What a step may say besides: the days and legal basis of an extension, when the caller was told, and about clocks."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE inquiry_event ADD COLUMN days INTEGER",
    "ALTER TABLE inquiry_event ADD COLUMN basis TEXT",
    "ALTER TABLE inquiry_event ADD COLUMN told_at TEXT",
    "ALTER TABLE inquiry_event ADD COLUMN clocks TEXT",
)


def up(database: Database) -> None:
    """Add the columns; steps that were recorded before say nothing of it."""
    for statement in _STATEMENTS:
        database.execute(statement)
