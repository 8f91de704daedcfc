"""Batches of imported inquiries as rows: what is there already, what a batch brought, and what was touched since."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.journal import Value
from app.models.texts import moment
from app.store.journal import Rows, records_of

_PARAMETERS = 500


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


_TOUCHED = """((SELECT count(*) FROM journal WHERE row_id = i.id) >
    max(1, (SELECT count(*) FROM inquiry_event WHERE inquiry = i.id AND kind = 'imported'))
    OR EXISTS (SELECT 1 FROM inquiry_event WHERE inquiry = i.id AND kind <> 'imported' AND ladder IS NULL)
    OR EXISTS (SELECT 1 FROM contact_inquiry WHERE inquiry = i.id)
    OR EXISTS (SELECT 1 FROM promise WHERE inquiry = i.id)
    OR EXISTS (SELECT 1 FROM callback WHERE inquiry = i.id))"""
_NEEDED = """((SELECT count(*) FROM journal WHERE row_id = c.id) > 1
    OR EXISTS (SELECT 1 FROM inquiry WHERE caller = c.id AND deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM contact WHERE caller = c.id)
    OR EXISTS (SELECT 1 FROM caller_flag WHERE caller = c.id))"""


@dataclass(frozen=True)
class Brought:
    """An inquiry that a batch brought: its place in the order of inquiries, its caller, and whether it was touched."""

    position: int
    id: bytes
    caller: bytes | None
    touched: bool


def next_of(rows: Rows, batch: bytes, after: int, limit: int) -> list[Brought]:
    """Return the next inquiries of a batch behind a place that are not deleted, the oldest first."""
    sql = f"""SELECT i.position, i.id, i.caller, {_TOUCHED} FROM inquiry i
        WHERE i.batch=? AND i.position > ? AND i.deleted_at IS NULL ORDER BY i.position LIMIT ?"""
    found = rows.all(sql, batch, after, limit)
    return [Brought(row[0], bytes(row[1]), bytes(row[2]) if row[2] else None, bool(row[3])) for row in found]


def is_touched(rows: Rows, inquiry: bytes) -> bool:
    """Say whether anybody said anything about an inquiry but its imports; a rung of a ladder that fired is nobody."""
    row = rows.one(f"SELECT {_TOUCHED} FROM inquiry i WHERE i.id=?", inquiry)
    return bool(row and row[0])


def not_needed(rows: Rows, callers: Collection[bytes]) -> list[bytes]:
    """Return which callers have no inquiry that stands, no contact, no flag, and were never changed or deleted."""
    wanted, found = list(dict.fromkeys(callers)), list[bytes]()
    for start in range(0, len(wanted), _PARAMETERS):
        part = wanted[start : start + _PARAMETERS]
        places = ",".join("?" * len(part))
        sql = f"SELECT c.id FROM caller c WHERE c.id IN ({places}) AND c.deleted_at IS NULL AND NOT {_NEEDED}"
        found += [bytes(row[0]) for row in rows.all(sql, *part)]
    return found
