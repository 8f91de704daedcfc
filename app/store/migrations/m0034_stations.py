"""Stations by their origins, and an index of each table that holds nothing but its conflicts."""

from sqlite_utils import Database

_TABLES = (
    "person",
    "appointment",
    "callback",
    "caller",
    "caller_phone",
    "campaign",
    "campaign_case",
    "cluster",
    "item",
    "exam",
    "inquiry",
    "batch",
    "script",
    "script_pin",
    "script_star",
    "setting",
    "unit",
    "finding",
    "measure",
)
_STATEMENTS = (
    """CREATE TABLE station(id BLOB PRIMARY KEY, origin TEXT, label TEXT, install TEXT, program TEXT,
        conflicts TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX station_origin ON station(origin)",
)


def _guards(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the table, its guards, and the indexes."""
    for statement in (*_STATEMENTS, *_guards("station")):
        database.execute(statement)
    for table in _TABLES:
        database.execute(f"CREATE INDEX {table}_conflicts ON {table}(id) WHERE conflicts IS NOT NULL")
