"""The read log as rows."""

from datetime import datetime

from app.models.access import Access, Reading
from app.models.codes import coded
from app.store.journal import Rows

_READING = """SELECT a.id, a.did, a.entity, a.record, a.label, a.why, a.rows,
    (SELECT display FROM person p WHERE p.id = a.person), a.at FROM access a"""


def _reading(row: tuple[object, ...]) -> Reading:
    reading, did, entity, record, label, why, rows, person, at = row
    return Reading(
        bytes(reading),  # type: ignore[arg-type]
        coded(Access, did),
        str(entity or ""),
        bytes(record) if record else None,  # type: ignore[arg-type]
        str(label or ""),
        str(why or ""),
        int(str(rows or 0)),
        str(person or ""),
        datetime.fromisoformat(str(at)),
    )


def page(rows: Rows, before: tuple[str, bytes] | None, limit: int) -> list[Reading]:
    """Return readings, the newest first, before a place (time and id of the last one seen)."""
    at, place = before or ("9999", b"")
    sql = f"{_READING} WHERE (a.at, a.id) < (?, ?) ORDER BY a.at DESC, a.id DESC LIMIT ?"
    return [_reading(row) for row in rows.all(sql, at, place, limit)]


def of_record(rows: Rows, record: bytes, limit: int) -> list[Reading]:
    """Return who read one record, the newest first."""
    sql = f"{_READING} WHERE a.record=? ORDER BY a.at DESC LIMIT ?"
    return [_reading(row) for row in rows.all(sql, record, limit)]


def has_done(rows: Rows, did: Access, record: bytes, person: bytes, since: str) -> bool:
    """Say whether this person did this with this record since then (ISO text)."""
    sql = "SELECT 1 FROM access WHERE record=? AND at >= ? AND person=? AND did=? LIMIT 1"
    return rows.one(sql, record, since, person, did.value) is not None
