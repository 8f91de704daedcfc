"""An empty database in the shape of another, and the reference data that a practice desk is furnished with."""

from collections.abc import Iterator

from app.models.sync import COLUMNS, Wire
from app.store.journal import Rows
from app.store.sqlcipher import Connection

#: What a desk needs before the first call. Nothing of a caller is among it.
REFERENCE = (
    "setting", "form_version", "person", "unit", "calendar", "sla_policy", "ladder", "rule",
    "script", "script_version", "script_event", "script_document", "script_pin", "script_star",
)  # fmt: skip
_SHAPE = """SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
    ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid"""
_COLUMNS = ", ".join(COLUMNS)


def shape(connection: Connection, like: Rows) -> None:
    """Make every table, index and trigger of another database, without a row: schema steps would take a second."""
    found = like.all(_SHAPE)
    virtual = [name for _, name, sql in found if "VIRTUAL TABLE" in sql]
    version = int(like.all("PRAGMA user_version")[0][0])
    connection.execute("BEGIN IMMEDIATE")
    for _, name, sql in found:
        if not any(name.startswith(f"{one}_") for one in virtual):  # those are made by the virtual table
            connection.execute(sql)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("COMMIT")


def reference(rows: Rows) -> Iterator[list[Wire]]:
    """Return the records of the reference data, entity by entity."""
    for entity in REFERENCE:
        sql = f"""SELECT {_COLUMNS} FROM journal /* whole: reference data are few */
            WHERE row_id IN (SELECT id FROM {entity}) ORDER BY id"""
        found = [Wire(*row) for row in rows.all(sql)]
        if found:
            yield found


def category_of(rows: Rows, contact: bytes) -> str | None:
    """Return the category of the matter of a contact, None without one."""
    sql = """SELECT i.category FROM contact_inquiry l JOIN inquiry i ON i.id = l.inquiry WHERE l.contact=?
        ORDER BY l.id LIMIT 1"""
    row = rows.one(sql, contact)
    return row[0] if row else None
