"""Tables of routing rules: versions of reference data, read all at once because there are few."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE rule(id BLOB PRIMARY KEY, name TEXT, number INTEGER, published INTEGER, content TEXT, at TEXT,
        "by" BLOB, conflicts TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX rule_name ON rule(name, published, number)",
)


def _guards(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the table, its index and its guards."""
    for statement in (*_STATEMENTS, *_guards("rule")):
        database.execute(statement)
