"""Steps that the owner of an inquiry has not seen yet: of supervision, and what other centers told; by two indexes."""

from app.store.journal import Rows

#: Steps on open inquiries of a person, not taken by that person, and none of the person's own sight after them.
_SUPERVISED = """FROM inquiry_event e JOIN inquiry i ON i.id = e.inquiry
    WHERE e.kind IN ('reminded', 'urged', 'supervised', 'notified') AND e.at >= ?1
    AND i.owner = ?2 AND i.closed_at IS NULL AND i.deleted_at IS NULL AND e."by" IS NOT ?2
    AND NOT EXISTS (SELECT 1 FROM inquiry_event s WHERE s.inquiry = e.inquiry AND s.at >= e.at
        AND s.kind = 'noticed' AND s."by" = ?2)"""
#: What another center told, which comes later than it was written: the person's sight names the step that was seen.
_TOLD = """FROM inquiry_event e JOIN inquiry i ON i.id = e.inquiry
    WHERE e.kind IN ('note', 'cancelled') AND e.elsewhere IS NOT NULL AND e."by" IS NULL AND e.at >= ?1
    AND i.owner = ?2 AND i.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM inquiry_event s
        WHERE s.inquiry = e.inquiry AND s.kind = 'noticed' AND s."by" = ?2 AND instr(s.elsewhere, lower(hex(e.id))))"""


def unseen(rows: Rows, owner: bytes, since: str, limit: int) -> list[tuple[bytes, bytes]]:
    """Return (inquiry, step) of what a person has not seen since a time (ISO text), the latest first."""
    some = "SELECT * FROM (SELECT e.inquiry, e.id, e.at {} ORDER BY e.at DESC, e.id DESC LIMIT ?3)"
    sql = f"{some.format(_SUPERVISED)} UNION ALL {some.format(_TOLD)} ORDER BY 3 DESC, 2 DESC LIMIT ?3"
    return [(bytes(row[0]), bytes(row[1])) for row in rows.all(sql, since, owner, limit)]


def told_of(rows: Rows, inquiry: bytes, owner: bytes, since: str) -> list[bytes]:
    """Return what other centers told of one inquiry since a time and a person has not seen."""
    return [bytes(row[0]) for row in rows.all(f"SELECT e.id {_TOLD} AND i.id = ?3", since, owner, inquiry)]


def count_unseen(rows: Rows, owner: bytes, since: str) -> int:
    """Return of how many inquiries a person has not seen a step of supervision or of another center since a time."""
    sql = f"SELECT count(*) FROM (SELECT e.inquiry {_SUPERVISED} UNION SELECT e.inquiry {_TOLD})"
    row = rows.one(sql, since, owner)
    return int(row[0]) if row else 0
