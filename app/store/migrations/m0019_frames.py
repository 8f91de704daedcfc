"""Frames from which samples are drawn: one row each, and their people in packed parts."""

from sqlite_utils import Database

_TABLES = {
    "frame": """name TEXT, kind TEXT, source TEXT, sha256 TEXT, rows INTEGER, refused INTEGER, groups INTEGER,
        report TEXT, at TEXT, "by" BLOB""",
    "frame_part": "frame BLOB, number INTEGER, content TEXT",
}
_INDEXES = (
    "CREATE INDEX frame_at ON frame(at)",
    "CREATE INDEX frame_name ON frame(name)",
    "CREATE INDEX frame_part_frame ON frame_part(frame, number)",
)


def up(database: Database) -> None:
    """Create the tables with their guards and indexes."""
    for table, columns in _TABLES.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            database.execute(
                f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
            )
    for statement in _INDEXES:
        database.execute(statement)
