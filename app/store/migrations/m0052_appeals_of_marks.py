"""Appeals against marks of exams, scores that were read by whom they are about, and the mark that decides an appeal."""

from sqlite_utils import Database

_TABLES: dict[str, str] = {
    "mark_appeal": 'sitting BLOB, item BLOB, reason TEXT, at TEXT, "by" BLOB',
    "evaluation_read": 'evaluation BLOB, at TEXT, "by" BLOB',
}
_STATEMENTS = (
    "ALTER TABLE mark ADD COLUMN appeal BLOB",
    "CREATE INDEX mark_appeal_sitting ON mark_appeal(sitting)",
    "CREATE INDEX evaluation_read_evaluation ON evaluation_read(evaluation)",
)


def up(database: Database) -> None:
    """Create the tables with their guards and indexes, and let a mark say which appeal it decides."""
    for table, columns in _TABLES.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT, WITHOUT ROWID")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            database.execute(
                f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
            )
    for statement in _STATEMENTS:
        database.execute(statement)
