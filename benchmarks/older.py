"""Turn a database back into one of an older program: the rows of today in the schema of an earlier step.

Steps added tables, columns and indexes, so the older file holds what the older program would have written, as long as
nobody used what came later; a table that a step made anew, because it only ever holds what can be worked out, is empty.
It lets a migration be tried on as many rows as wanted, without keeping old files.
"""

import tempfile
from importlib import import_module
from pathlib import Path

from sqlite_utils import Database

from app.store import migrations
from app.store.sqlcipher import Connection, connect

KEY = bytes(range(32))
_OURS = "sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"

Schema = dict[tuple[str, str], str]


def schema_of(connection: Connection) -> Schema:
    """Return what a database is made of: (kind, name) → how a table has its columns, or the statement of the rest."""
    found: Schema = {}
    for kind, name, sql in connection.execute(f"SELECT type, name, sql FROM sqlite_master WHERE {_OURS}").fetchall():
        # A column that was added stands in the statement of its table as it was typed: only what it means counts.
        found[kind, name] = repr(_columns(connection, name)) if kind == "table" else sql
    return found


def schema_at(step: int) -> Schema:
    """Return what a new database is made of after so many steps."""
    with tempfile.TemporaryDirectory() as folder:
        connection = _made(Path(folder) / "step.db", step)
        found = schema_of(connection)
        connection.close()
    return found


def _made(path: Path, step: int) -> Connection:
    connection = connect(path, KEY)
    connection.create_function("journal_applying", 0, _yes)
    database = Database(connection, execute_plugins=False)
    for name in migrations.STEPS[:step]:
        import_module(f"app.store.migrations.{name}").up(database)
    return connection


def _yes() -> int:
    return 1


def _columns(connection: Connection, table: str) -> list[tuple[str, str, int]]:
    """Return name, type and hidden kind (2, 3: generated) of each column."""
    rows = connection.execute(f"PRAGMA table_xinfo('{table}')").fetchall()
    return [(row[1], row[2], row[6]) for row in rows]


def make_older(path: Path, step: int) -> None:
    """Take the schema of the database at ``path`` back to what it was after so many steps."""
    with tempfile.TemporaryDirectory() as folder:
        old = _made(Path(folder) / "step.db", step)
        wanted = old.execute(f"SELECT type, name, sql FROM sqlite_master WHERE {_OURS}").fetchall()
        tables = {name: {one[0] for one in _columns(old, name)} for kind, name, _ in wanted if kind == "table"}
        old.close()
    connection = connect(path, KEY)
    connection.create_function("journal_applying", 0, _yes)
    connection.execute("BEGIN IMMEDIATE")
    _drop_what_is_newer(connection, {(kind, name): sql for kind, name, sql in wanted}, tables)
    standing = set(schema_of(connection))
    for kind, name, sql in wanted:
        if (kind, name) not in standing:
            connection.execute(sql)
    connection.execute(f"PRAGMA user_version = {step}")
    connection.execute("COMMIT")
    connection.close()


def _drop_what_is_newer(connection: Connection, wanted: Schema, tables: dict[str, set[str]]) -> None:
    found = connection.execute(f"SELECT type, name, sql FROM sqlite_master WHERE {_OURS}").fetchall()
    for kind, name, sql in found:
        if kind != "table" and wanted.get((kind, name)) != sql:
            connection.execute(f"DROP {kind} {name}")
    for kind, name, _ in found:
        if kind == "table" and (name not in tables or _lacks(connection, name, tables[name])):
            connection.execute(f"DROP TABLE {name}")
        elif kind == "table":
            newer = [one for one in _columns(connection, name) if one[0] not in tables[name]]
            for column, _, _ in sorted(newer, key=_generated_first):
                connection.execute(f'ALTER TABLE {name} DROP COLUMN "{column}"')


def _lacks(connection: Connection, table: str, columns: set[str]) -> bool:
    return bool(columns - {one[0] for one in _columns(connection, table)})


def _generated_first(column: tuple[str, str, int]) -> int:
    return -column[2]
