"""KPIs in their versions, and figures: what each inquiry says to their questions, counted by day and group.

Figures are no projection of the journal that guards could keep: services count them, and count them anew at any time.
"""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE kpi(id BLOB PRIMARY KEY, name TEXT, number INTEGER, content TEXT, at TEXT, "by" BLOB,
        conflicts TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX kpi_name ON kpi(name, number)",
    """CREATE TABLE figure(position INTEGER PRIMARY KEY, day TEXT NOT NULL, person BLOB, unit TEXT, channel TEXT,
        category TEXT, caller BLOB, marks TEXT NOT NULL, looks_at TEXT) STRICT""",
    "CREATE INDEX figure_looks ON figure(looks_at) WHERE looks_at IS NOT NULL",
    """CREATE TABLE figure_day(dim TEXT NOT NULL, question TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL,
        mark TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(dim, question, key, day, mark))
        STRICT, WITHOUT ROWID""",
)


def _guards(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the tables, the indexes and the guards of what the journal keeps."""
    for statement in (*_STATEMENTS, *_guards("kpi")):
        database.execute(statement)
