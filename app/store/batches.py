"""Batches of imported inquiries as rows: what is there already, what a batch brought, and what was touched since."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.texts import moment
from app.store.journal import Rows


@dataclass(frozen=True)
class Batch:
    """One import: where it came from, when, its report (counts and refusals), and when it was undone."""

    id: bytes
    kind: str
    source: str
    at: datetime
    report: dict[str, Any]
    undone_at: datetime | None


_BATCH = "SELECT id, kind, source, at, report, undone_at FROM batch"


def _batch(row: tuple[Any, ...]) -> Batch:
    report: dict[str, Any] = json.loads(row[4] or "{}")
    return Batch(bytes(row[0]), row[1], row[2] or "", datetime.fromisoformat(row[3]), report, moment(row[5]))


def all_batches(rows: Rows, limit: int = 200) -> list[Batch]:
    """Return the batches, the newest first."""
    return [_batch(row) for row in rows.all(f"{_BATCH} ORDER BY at DESC, id DESC LIMIT ?", limit)]


def by_id(rows: Rows, batch: bytes) -> Batch | None:
    """Return one batch, or None."""
    row = rows.one(f"{_BATCH} WHERE id=?", batch)
    return _batch(row) if row else None


def standing(rows: Rows, inquiry: bytes) -> bool | None:
    """Return whether an inquiry stands (True), was deleted (False), or is not there (None)."""
    row = rows.one("SELECT deleted_at FROM inquiry WHERE id=?", inquiry)
    return None if row is None else row[0] is None


def inquiries_of(rows: Rows, batch: bytes) -> list[tuple[bytes, bytes | None]]:
    """Return id and caller of every inquiry of a batch that is not deleted, the oldest first."""
    sql = """SELECT id, caller FROM inquiry /* whole: an undo looks at all that the batch brought */
        WHERE batch=? AND deleted_at IS NULL ORDER BY position"""
    return [(bytes(row[0]), bytes(row[1]) if row[1] else None) for row in rows.all(sql, batch)]


def is_touched(rows: Rows, inquiry: bytes) -> bool:
    """Say whether anything but its import was ever said about an inquiry."""
    sql = """SELECT (SELECT count(*) FROM journal WHERE row_id = :inquiry) > 1
        OR EXISTS (SELECT 1 FROM inquiry_event WHERE inquiry = :inquiry AND kind <> 'imported')
        OR EXISTS (SELECT 1 FROM contact_inquiry WHERE inquiry = :inquiry)
        OR EXISTS (SELECT 1 FROM promise WHERE inquiry = :inquiry)
        OR EXISTS (SELECT 1 FROM callback WHERE inquiry = :inquiry)"""
    row = rows.connection.execute(sql, {"inquiry": inquiry}).fetchone()
    return bool(row and row[0])


def is_needed(rows: Rows, caller: bytes) -> bool:
    """Say whether a caller has an inquiry that stands, a contact, a flag, or was ever changed."""
    sql = """SELECT (SELECT count(*) FROM journal WHERE row_id = :caller) > 1
        OR EXISTS (SELECT 1 FROM inquiry WHERE caller = :caller AND deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM contact WHERE caller = :caller)
        OR EXISTS (SELECT 1 FROM caller_flag WHERE caller = :caller)"""
    row = rows.connection.execute(sql, {"caller": caller}).fetchone()
    return bool(row and row[0])
