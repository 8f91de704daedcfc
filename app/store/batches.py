"""Batches of imported inquiries as rows: what is there already, what a batch brought, and what was touched since."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.journal import Value
from app.models.texts import moment
from app.store.journal import Rows, records_of


@dataclass(frozen=True)
class Batch:
    """One import: where it came from, when, its report (counts and refusals), and when it was undone."""

    id: bytes
    kind: str
    source: str
    at: datetime
    report: dict[str, Any]
    undone_at: datetime | None

    @property
    def running(self) -> bool:
        """Whether its import is running, or ended before it was done: importing again goes on with it."""
        return bool(self.report.get("running"))


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


def unfinished(rows: Rows, source: str) -> bytes | None:
    """Return the newest batch of this source whose import ended before it was done, or None."""
    for row in rows.all(f"{_BATCH} WHERE source=? AND undone_at IS NULL ORDER BY at DESC LIMIT 50", source):
        batch = _batch(row)
        if batch.running:
            return batch.id
    return None


def count_of(rows: Rows, batch: bytes) -> int:
    """Return how many inquiries of a batch are not deleted."""
    sql = "SELECT count(*) FROM inquiry /* whole: of one batch */ WHERE batch=? AND deleted_at IS NULL"
    row = rows.one(sql, batch)
    return int(row[0]) if row else 0


def values_of(rows: Rows, inquiry: bytes, names: Sequence[str]) -> dict[str, Value]:
    """Return these fields of an inquiry as they stand."""
    row = rows.one(f"SELECT {', '.join(names)} FROM inquiry WHERE id=?", inquiry)
    return dict(zip(names, row, strict=True)) if row else {}


def first_said(rows: Rows, inquiry: bytes) -> Mapping[str, Value]:
    """Return what an inquiry's first record said; nothing where it was legally erased."""
    records = records_of(rows, inquiry)
    return records[0].values if records else {}


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
    """Say whether anybody said anything about an inquiry but its imports; a rung of a ladder that fired is nobody."""
    sql = """SELECT (SELECT count(*) FROM journal WHERE row_id = :inquiry) >
        max(1, (SELECT count(*) FROM inquiry_event WHERE inquiry = :inquiry AND kind = 'imported'))
        OR EXISTS (SELECT 1 FROM inquiry_event WHERE inquiry = :inquiry AND kind <> 'imported' AND ladder IS NULL)
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
