"""What a supervisor found out about a call: checked, another number, another line, an outcome that was wrong."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE callback ADD COLUMN more_numbers TEXT",
    "ALTER TABLE callback ADD COLUMN line TEXT",
    "ALTER TABLE callback ADD COLUMN checked_at TEXT",
    "ALTER TABLE callback ADD COLUMN check_note TEXT",
    "ALTER TABLE callback ADD COLUMN overruled_at TEXT",
    """CREATE INDEX callback_to_check ON callback(closed_at)
        WHERE closed_code IN ('301', '303', '304', '401') AND checked_at IS NULL""",
)


def up(database: Database) -> None:
    """Add the columns; so far nothing was checked."""
    for statement in _STATEMENTS:
        database.execute(statement)
