"""The next due time of an inquiry among all its clocks, and the clocks as a list shows them.

Both are derived. ``falls_due_at`` is what lists are ordered by: the next due time, and the inquiry's own where it has
no clocks.
"""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE inquiry ADD COLUMN next_due_at TEXT",
    "ALTER TABLE inquiry ADD COLUMN clocks TEXT",
    """ALTER TABLE inquiry ADD COLUMN falls_due_at TEXT
        GENERATED ALWAYS AS (CASE WHEN clocks IS NULL THEN due_at ELSE next_due_at END) VIRTUAL""",
    "DROP INDEX inquiry_open",
    """CREATE INDEX inquiry_open ON inquiry(falls_due_at, position)
        WHERE closed_at IS NULL AND deleted_at IS NULL""",
)


def up(database: Database) -> None:
    """Add the columns, and order what is open by the last of them."""
    for statement in _STATEMENTS:
        database.execute(statement)
