"""SLA policies: versions of reference data, read all at once because there are few."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE sla_policy(id BLOB PRIMARY KEY, name TEXT, number INTEGER, content TEXT, at TEXT, "by" BLOB,
        conflicts TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sla_policy_name ON sla_policy(name, number)",
)


def _guards(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the table, its index and its guards."""
    for statement in (*_STATEMENTS, *_guards("sla_policy")):
        database.execute(statement)
