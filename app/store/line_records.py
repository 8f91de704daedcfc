"""Calls of the telephone system as rows: what is there, and what a batch brought."""

from app.models.journal import Value
from app.models.line_records import LineCall
from app.store.bulk import Bulk
from app.store.journal import Rows


def standing(rows: Rows, call: bytes) -> bool | None:
    """Return whether a call stands (True), went with its batch (False), or is not there (None)."""
    sql = "SELECT b.undone_at FROM line_record r LEFT JOIN batch b ON b.id = r.batch WHERE r.id = ?"
    row = rows.one(sql, call)
    return None if row is None else row[0] is None


def write(bulk: Bulk, call: bytes, one: LineCall, *, batch: bytes, person: bytes | None) -> None:
    """Write one call of a batch."""
    values: dict[str, Value] = {
        "batch": batch.hex(),
        "at": one.at.isoformat(),
        "answered": int(one.answered),
        "wait_s": round(one.wait.total_seconds()),
        "talk_s": round(one.talk.total_seconds()),
        "hold_s": round(one.hold.total_seconds()),
        "wrap_s": round(one.wrap_up.total_seconds()),
        "person": person.hex() if person else None,
        "line": one.line or None,
    }
    bulk.add("line_record", values, call)


def how_many(rows: Rows, batch: bytes) -> int:
    """Return how many calls a batch brought."""
    row = rows.one("SELECT count(*) FROM line_record WHERE batch = ?", batch)
    return int(row[0]) if row else 0
