"""Working calendars as rows: every version that was saved. Few, so all of them are read."""

from app.store.journal import Rows, Tx


def newest(rows: Rows) -> list[tuple[str, int, str]]:
    """Return (name, number, content) of the newest version of every calendar, by name."""
    sql = """SELECT name, number, content FROM calendar c
        WHERE NOT EXISTS (SELECT 1 FROM calendar d WHERE d.name = c.name
            AND (d.number, d.id) > (c.number, c.id)) ORDER BY name"""
    return [(str(name), int(number), str(content)) for name, number, content in rows.all(sql)]


def write(tx: Tx, name: str, number: int, content: str, *, by: bytes) -> bytes:
    """Write one version and return its row id."""
    at = tx.writer.now.isoformat()
    return tx.add("calendar", {"name": name, "number": number, "content": content, "at": at, "by": by.hex()})
