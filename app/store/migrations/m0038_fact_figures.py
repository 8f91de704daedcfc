"""Figures of what is no inquiry: interviews, calls that we owe, findings, reviews, searches, exams, days on duty.

Like ``figure`` it is no projection: services count it, and count it anew at any time.
"""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE figure_fact(subject TEXT NOT NULL, id BLOB NOT NULL, day TEXT NOT NULL, person BLOB, unit TEXT,
        channel TEXT, category TEXT, inquiry BLOB, said TEXT NOT NULL, looks_at TEXT, PRIMARY KEY(subject, id))
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX figure_fact_day ON figure_fact(subject, day, id)",
    "CREATE INDEX figure_fact_looks ON figure_fact(subject, looks_at) WHERE looks_at IS NOT NULL",
)


def up(database: Database) -> None:
    """Create the table and its indexes."""
    for statement in _STATEMENTS:
        database.execute(statement)
