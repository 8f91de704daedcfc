"""Searches of scripts that ended, decisions about what was proposed from them, and what was learned.

``learned`` is local and can be made anew from the rest: it is no projection and never synced.
"""

from sqlite_utils import Database

_COLUMNS = {
    "script_search": """query TEXT, ended TEXT, place TEXT, language TEXT, key TEXT, rank INTEGER, results INTEGER,
        first TEXT, fits INTEGER, took_ms INTEGER, contact BLOB, at TEXT, "by" BLOB""",
    "script_decision": 'kind TEXT, words TEXT, key TEXT, decision TEXT, at TEXT, "by" BLOB',
}
_STATEMENTS = (
    "CREATE INDEX script_search_at ON script_search(at)",
    "CREATE INDEX script_decision_kind ON script_decision(kind, words)",
    """CREATE INDEX contact_own_knowledge ON contact(opened_at)
        WHERE answer_mode IN ('own_knowledge', 'not_answered')""",
    """CREATE TABLE learned(name TEXT PRIMARY KEY, version INTEGER NOT NULL, trained_on TEXT NOT NULL,
        made_at TEXT NOT NULL, body BLOB) STRICT""",
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
    for statement in (*_STATEMENTS, *(one for table in _COLUMNS for one in _guards(table))):
        database.execute(statement)
