"""Exams, their sittings with every answer as it was typed, and the marks that people gave.

A card also keeps what its key point counts, so that a day's queue is found in one table.
"""

from sqlite_utils import Database

_TABLES: dict[str, str] = {
    "exam": """name TEXT, blueprint TEXT, seed INTEGER, opens_at TEXT, closes_at TEXT, minutes INTEGER, rule TEXT,
        forms TEXT, people TEXT, at TEXT, "by" BLOB, released_at TEXT, deleted_at TEXT""",
    "sitting": "exam BLOB, person BLOB, form INTEGER, number INTEGER, limit_s INTEGER, language TEXT, at TEXT",
    "sitting_event": "sitting BLOB, seq INTEGER, kind TEXT, at TEXT, ms INTEGER, item BLOB, answer TEXT",
    "mark": 'sitting BLOB, item BLOB, points REAL, critical INTEGER, at TEXT, "by" BLOB, note TEXT',
}
_STATEMENTS = (
    "ALTER TABLE drill_card ADD COLUMN weight REAL NOT NULL DEFAULT 1.0",
    "CREATE INDEX drill_point_new ON drill_point(from_on, weight DESC, script, point) WHERE from_on IS NOT NULL",
    "CREATE INDEX exam_closes ON exam(closes_at) WHERE deleted_at IS NULL",
    "CREATE INDEX sitting_exam ON sitting(exam, person, number)",
    "CREATE INDEX sitting_event_sitting ON sitting_event(sitting, seq)",
    "CREATE INDEX mark_sitting ON mark(sitting, item)",
)


def up(database: Database) -> None:
    """Create the tables with their guards and indexes."""
    for table, columns in _TABLES.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT, WITHOUT ROWID")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            database.execute(
                f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
            )
    for statement in _STATEMENTS:
        database.execute(statement)
