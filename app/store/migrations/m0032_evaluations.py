"""Contacts scored by evaluators, appeals of operators, and what another evaluator decided."""

from sqlite_utils import Database

_TABLES: dict[str, str] = {
    "evaluation": """contact BLOB, operator BLOB, sample TEXT, sheet TEXT, sheet_version INTEGER, points TEXT,
        errors TEXT, note TEXT, at TEXT, "by" BLOB""",
    "appeal": 'evaluation BLOB, reason TEXT, at TEXT, "by" BLOB',
    "appeal_decision": 'appeal BLOB, upheld INTEGER, points TEXT, errors TEXT, note TEXT, at TEXT, "by" BLOB',
}
_STATEMENTS = (
    "CREATE INDEX contact_operator ON contact(operator, opened_at) WHERE operator IS NOT NULL",
    "CREATE INDEX evaluation_contact ON evaluation(contact)",
    "CREATE INDEX evaluation_operator ON evaluation(operator, at)",
    "CREATE INDEX evaluation_at ON evaluation(at)",
    "CREATE INDEX appeal_evaluation ON appeal(evaluation)",
    "CREATE INDEX appeal_decision_appeal ON appeal_decision(appeal)",
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
