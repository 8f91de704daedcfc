"""Working calendars as rows: every version that was saved. Few, so all of them are read."""

from app.store import reference_versions
from app.store.journal import Rows, Tx


def newest(rows: Rows) -> list[tuple[str, int, str, str, str]]:
    """Return (name, number, content, when it was saved, by whom) of the newest version of every calendar, by name."""
    sql = """/* whole: a center has few calendars */
        SELECT c.name, number, content, c.at, coalesce(p.display, p.name, '')
        FROM calendar c LEFT JOIN person p ON p.id = c."by"
        WHERE NOT EXISTS (SELECT 1 FROM calendar d WHERE d.name = c.name
            AND (d.number, d.id) > (c.number, c.id)) ORDER BY c.name"""
    return [(str(row[0]), int(row[1]), str(row[2]), str(row[3]), str(row[4])) for row in rows.all(sql)]


def content_of(rows: Rows, name: str, number: int) -> str | None:
    """Return what a version of a calendar says, None where it is not here."""
    return reference_versions.content_of(rows, "calendar", name, number)


def write(tx: Tx, name: str, number: int, content: str, *, by: bytes) -> bytes:
    """Write one version and return its row id."""
    return reference_versions.write(tx, "calendar", (name, number, content), by=by)
