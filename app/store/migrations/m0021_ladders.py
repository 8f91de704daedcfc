"""Ladders of supervision: their versions, what a step says of the rung that fired, and when to look at an inquiry.

``look_at`` is when the ladder must look at an open inquiry next: the time that it wrote itself, as long as nothing that
it read has changed since; an empty text, which comes first in the index, where something has.
"""

from sqlite_utils import Database

_READ = " || '|' || ".join(f"coalesce({name}, '')" for name in ("clocks", "due_at", "category", "urgency"))
_STATEMENTS = (
    """CREATE TABLE ladder(id BLOB PRIMARY KEY, name TEXT, number INTEGER, content TEXT, at TEXT, "by" BLOB,
        conflicts TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX ladder_name ON ladder(name, number)",
    "ALTER TABLE inquiry_event ADD COLUMN ladder TEXT",
    "CREATE INDEX inquiry_event_ladder ON inquiry_event(at, inquiry) WHERE ladder IS NOT NULL",
    "ALTER TABLE inquiry ADD COLUMN ladder_read TEXT",
    "ALTER TABLE inquiry ADD COLUMN ladder_at TEXT",
    f"""ALTER TABLE inquiry ADD COLUMN look_at TEXT
        GENERATED ALWAYS AS (CASE WHEN ladder_read IS ({_READ}) THEN ladder_at ELSE '' END) VIRTUAL""",
    """CREATE INDEX inquiry_look ON inquiry(look_at, position) WHERE closed_at IS NULL AND deleted_at IS NULL""",
)


def _guards(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the table and its guards, and the columns."""
    for statement in (*_STATEMENTS, *_guards("ladder")):
        database.execute(statement)
