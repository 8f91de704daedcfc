"""Courses and rotations beside the drills, and what was answered after them."""

from sqlite_utils import Database

_TABLES = {
    "course": """kind TEXT, title TEXT, day TEXT, hours REAL, people TEXT, place TEXT, material TEXT, questions TEXT,
        at TEXT, "by" BLOB""",
    "course_answer": "course BLOB, person BLOB, question INTEGER, answer TEXT, at TEXT",
}


def up(database: Database) -> None:
    """Create the tables with their guards and indexes."""
    for table, columns in _TABLES.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT, WITHOUT ROWID")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            database.execute(
                f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
            )
    database.execute("CREATE INDEX course_day ON course(day)")
    database.execute("CREATE INDEX course_answer_course ON course_answer(course, at)")
