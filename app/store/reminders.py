"""Steps of supervision that the owner of an inquiry has not seen yet, by an index that holds nothing else."""

from app.store.journal import Rows

#: Steps on open inquiries of a person, not taken by that person, and none of the person's own sight after them.
_UNSEEN = """FROM inquiry_event e JOIN inquiry i ON i.id = e.inquiry
    WHERE e.kind IN ('reminded', 'urged', 'supervised', 'notified') AND e.at >= ?
    AND i.owner = ? AND i.closed_at IS NULL AND i.deleted_at IS NULL AND e."by" IS NOT ?
    AND NOT EXISTS (SELECT 1 FROM inquiry_event s WHERE s.inquiry = e.inquiry AND s.at >= e.at
        AND s.kind = 'noticed' AND s."by" = ?)"""


def unseen(rows: Rows, owner: bytes, since: str, limit: int) -> list[tuple[bytes, bytes]]:
    """Return (inquiry, step) of what a person has not seen since a time (ISO text), the latest first."""
    sql = f"SELECT e.inquiry, e.id {_UNSEEN} ORDER BY e.at DESC, e.id DESC LIMIT ?"
    return [(bytes(row[0]), bytes(row[1])) for row in rows.all(sql, since, owner, owner, owner, limit)]


def count_unseen(rows: Rows, owner: bytes, since: str) -> int:
    """Return of how many inquiries a person has not seen a step of supervision since a time (ISO text)."""
    row = rows.one(f"SELECT count(DISTINCT e.inquiry) {_UNSEEN}", since, owner, owner, owner)
    return int(row[0]) if row else 0
