"""What the schema steps make, to compare a database with: only a step may take a table, an index or a guard away."""

from functools import cache
from pathlib import Path

from app.store import migrations
from app.store.journal import Rows, Tx
from app.store.sqlcipher import connect

_MADE = """SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
    ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid"""
_VIRTUAL = "CREATE VIRTUAL TABLE"


def missing(rows: Rows) -> tuple[str, ...]:
    """Name the tables, indexes and triggers that are not there."""
    there = {name for (name,) in rows.all("SELECT name FROM sqlite_master")}
    return tuple(name for name in _made() if name not in there)


def mend(tx: Tx) -> tuple[str, ...]:
    """Make again what is missing, every table empty, and return the names."""
    found = missing(tx)
    for name in found:
        tx.connection.execute(_made()[name])
    return found


@cache
def _made() -> dict[str, str]:
    """Return how each part of an empty database is made, tables first."""
    connection = connect(Path(":memory:"), bytes(32))
    try:
        migrations.apply(connection, "")
        found: dict[str, str] = dict(connection.execute(_MADE).fetchall())
    finally:
        connection.close()
    virtual = tuple(f"{name}_" for name, sql in found.items() if sql.startswith(_VIRTUAL))
    return {name: sql for name, sql in found.items() if not name.startswith(virtual)}  # those make theirs themselves
