"""Scripts proposed from contacts, pinned for everybody, and starred by one person."""

from sqlite_utils import Database

_COLUMNS = {
    "script_proposal": 'script BLOB, key TEXT, contact BLOB, inquiry BLOB, at TEXT, "by" BLOB',
    "script_pin": 'key TEXT, until TEXT, "by" BLOB, deleted_at TEXT',
    "script_star": "person BLOB, key TEXT, starred_at TEXT, deleted_at TEXT",
}
_INDEXES = (
    "CREATE INDEX script_proposal_at ON script_proposal(at)",
    "CREATE INDEX script_proposal_contact ON script_proposal(contact) WHERE contact IS NOT NULL",
    "CREATE INDEX script_proposal_inquiry ON script_proposal(inquiry) WHERE inquiry IS NOT NULL",
    "CREATE INDEX script_pin_until ON script_pin(until)",
    "CREATE INDEX script_star_person ON script_star(person)",
)


def _guards(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the tables, their indexes and their guards."""
    for table, columns in _COLUMNS.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT, WITHOUT ROWID")
    for statement in (*_INDEXES, *(one for table in _COLUMNS for one in _guards(table))):
        database.execute(statement)
