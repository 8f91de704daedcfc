"""Tables of routing rules as rows: every version that was saved. Few, so all of them are read."""

from app.store.journal import Rows, Tx


def newest(rows: Rows, *, published: bool) -> list[tuple[str, int, str]]:
    """Return (name, number, content) of the newest version of every table, by name; of the published ones or of all."""
    least = int(published)
    sql = """SELECT name, number, content FROM rule r /* whole: versions of a few tables */
        WHERE r.published >= ? AND NOT EXISTS (SELECT 1 FROM rule s WHERE s.name = r.name AND s.published >= ?
            AND (s.number, s.id) > (r.number, r.id)) ORDER BY name"""
    return [(str(name), int(number), str(content)) for name, number, content in rows.all(sql, least, least)]


def versions(rows: Rows, name: str) -> list[tuple[int, int, str, str | None, str]]:
    """Return (number, published, content, at, by whom) of every version of a table, the newest first."""
    sql = """SELECT number, published, content, at, coalesce((SELECT display FROM person p WHERE p.id = r."by"), '')
        FROM rule r WHERE r.name=? ORDER BY number DESC, id DESC"""
    return [(int(row[0]), int(row[1]), str(row[2]), row[3], str(row[4])) for row in rows.all(sql, name)]


def write(tx: Tx, name: str, number: int, content: str, *, published: bool, by: bytes) -> bytes:
    """Write one version and return its row id."""
    values = {"name": name, "number": number, "published": int(published), "content": content}
    return tx.add("rule", {**values, "at": tx.writer.now.isoformat(), "by": by.hex()})
