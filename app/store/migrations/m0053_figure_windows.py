"""The worst stretch of hours that ends on each day, by figure and group: derived like ``figure_day`` and disposable."""

from sqlite_utils import Database

_STATEMENTS = (
    """CREATE TABLE figure_window(formula TEXT NOT NULL, dim TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL,
        start INTEGER NOT NULL, above INTEGER NOT NULL, below INTEGER NOT NULL, PRIMARY KEY(formula, day, dim, key))
        STRICT, WITHOUT ROWID""",
    """CREATE TABLE figure_window_made(formula TEXT PRIMARY KEY, subject TEXT NOT NULL, reach INTEGER NOT NULL,
        until INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE figure_window_due(formula TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY(formula, day))
        STRICT, WITHOUT ROWID""",
)


def up(database: Database) -> None:
    """Create the tables."""
    for statement in _STATEMENTS:
        database.execute(statement)
