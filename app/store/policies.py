"""SLA policies as rows: every version that was saved. Few, so all of them are read."""

from app.store.journal import Rows, Tx


def newest(rows: Rows) -> list[tuple[str, int, str]]:
    """Return (name, number, content) of the newest version of every policy, by name."""
    sql = """SELECT name, number, content FROM sla_policy c
        WHERE NOT EXISTS (SELECT 1 FROM sla_policy d WHERE d.name = c.name
            AND (d.number, d.id) > (c.number, c.id)) ORDER BY name"""
    return [(str(name), int(number), str(content)) for name, number, content in rows.all(sql)]


def versions(rows: Rows, name: str) -> list[tuple[int, str, str, str]]:
    """Return (number, content, when saved, by whom) of every version of a policy, the newest first."""
    sql = """SELECT number, content, at, (SELECT display FROM person p WHERE p.id = s."by") FROM sla_policy s
        WHERE name=? ORDER BY number DESC, id DESC"""
    return [(int(row[0]), str(row[1]), str(row[2]), str(row[3] or "")) for row in rows.all(sql, name)]


def write(tx: Tx, name: str, number: int, content: str, *, by: bytes) -> bytes:
    """Write one version and return its row id."""
    at = tx.writer.now.isoformat()
    return tx.add("sla_policy", {"name": name, "number": number, "content": content, "at": at, "by": by.hex()})
