"""Comments on what callers said, and improvements proposed and answered."""

from sqlite_utils import Database

_TABLES = {
    "voice_comment": 'interview BLOB, item TEXT, text TEXT, at TEXT, "by" BLOB',
    "improvement": 'title TEXT, text TEXT, interview BLOB, item TEXT, at TEXT, "by" BLOB',
    "improvement_step": 'improvement BLOB, state TEXT, note TEXT, owner TEXT, due_on TEXT, at TEXT, "by" BLOB',
}
_INDEXES = (
    "CREATE INDEX interview_at ON interview(at, id)",
    "CREATE INDEX voice_comment_interview ON voice_comment(interview, item, at)",
    "CREATE INDEX improvement_at ON improvement(at, id)",
    "CREATE INDEX improvement_step_improvement ON improvement_step(improvement, at)",
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
    for statement in _INDEXES:
        database.execute(statement)
