"""Clusters: many callers about one incident. An inquiry without a cluster stands in none of these indexes."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE cluster(id BLOB PRIMARY KEY, opened_at TEXT, opened_by BLOB, title TEXT, lead BLOB, alerted INTEGER,
        alerted_at TEXT, deleted_at TEXT, conflicts TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX cluster_alerted ON cluster(alerted_at) WHERE alerted_at IS NOT NULL",
    "CREATE INDEX inquiry_cluster ON inquiry(cluster_id, position) WHERE cluster_id IS NOT NULL",
)


def _guards(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the table, the indexes and the guards."""
    for statement in (*_STATEMENTS, *_guards("cluster")):
        database.execute(statement)
