"""Versions of reference data as rows: those of one kind are few, so all of them are read."""

from app.store.journal import Rows, Tx


def newest(rows: Rows, table: str) -> list[tuple[str, int, str]]:
    """Return (name, number, content) of the newest version under every name of a table, by name."""
    sql = f"""SELECT name, number, content FROM {table} c /* whole: versions of a few names */
        WHERE NOT EXISTS (SELECT 1 FROM {table} d WHERE d.name = c.name AND (d.number, d.id) > (c.number, c.id))
        ORDER BY name"""
    return [(str(name), int(number), str(content)) for name, number, content in rows.all(sql)]


def versions(rows: Rows, table: str, name: str) -> list[tuple[int, str, str, str]]:
    """Return (number, content, when saved, by whom) of every version under a name, the newest first."""
    sql = f"""SELECT number, content, at, (SELECT display FROM person p WHERE p.id = s."by") FROM {table} s
        WHERE name=? ORDER BY number DESC, id DESC"""
    return [(int(row[0]), str(row[1]), str(row[2]), str(row[3] or "")) for row in rows.all(sql, name)]


def content_of(rows: Rows, table: str, name: str, number: int) -> str | None:
    """Return what a version says, None where it is not here."""
    row = rows.one(f"SELECT content FROM {table} WHERE name=? AND number=? ORDER BY id DESC", name, number)
    return str(row[0]) if row else None


def write(tx: Tx, table: str, values: tuple[str, int, str], *, by: bytes) -> bytes:
    """Write one version (name, number, content) and return its row id."""
    name, number, content = values
    at = tx.writer.now.isoformat()
    return tx.add(table, {"name": name, "number": number, "content": content, "at": at, "by": by.hex()})
