"""Mock calls that were played, and what evaluators said of them."""

from sqlite_utils import Database

_TABLES = {
    "practice_call": """operator BLOB, scenario TEXT, scenario_version INTEGER, script TEXT, script_version INTEGER,
        language TEXT, seed INTEGER, started_at TEXT, ended_at TEXT, ended TEXT, turns TEXT, written TEXT""",
    "practice_score": """call BLOB, "by" BLOB, at TEXT, points TEXT, errors TEXT, note TEXT, sheet TEXT,
        sheet_version INTEGER""",
}
_INDEXES = (
    "CREATE INDEX practice_call_operator ON practice_call(operator, ended_at)",
    "CREATE INDEX practice_call_ended ON practice_call(ended_at)",
    "CREATE INDEX practice_score_call ON practice_score(call, at)",
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
