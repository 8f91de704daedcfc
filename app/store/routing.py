"""Inquiries of the past as routing looks at them: what was known, and the unit that each went to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.store.journal import Rows

_PAGE = 2_000


@dataclass(frozen=True, slots=True)
class PastRow:
    """An inquiry. ``unit`` is where it went: by a dispatch, or as its former system said; None for none."""

    position: int
    number: str
    at: datetime
    channel: str
    category: str
    area: str
    caller_kind: str
    summary: str
    details: str
    unit: str | None


def dispatched_between(rows: Rows, start: str, end: str) -> list[tuple[bytes, str]]:
    """Return (id, number) of the inquiries that were dispatched in a time, not yet at its end; in the order of time."""
    sql = """SELECT i.id, i.number FROM inquiry_event e JOIN inquiry i ON i.id = e.inquiry
        WHERE e.kind = 'dispatched' AND e.at >= ? AND e.at < ? AND i.deleted_at IS NULL ORDER BY e.at"""
    return list(dict.fromkeys((bytes(row[0]), str(row[1])) for row in rows.all(sql, start, end)))


def past(rows: Rows, limit: int) -> Iterator[PastRow]:
    """Yield inquiries that are not deleted, the newest first."""
    sql = """SELECT i.position, i.number, i.opened_at, i.channel, i.category, i.area,
            (SELECT kind FROM caller c WHERE c.id = i.caller), i.summary, i.details,
            CASE WHEN i.state <> 'returned' AND (i.batch IS NOT NULL OR EXISTS (SELECT 1 FROM inquiry_event e
                WHERE e.inquiry = i.id AND e.kind = 'dispatched')) THEN i.unit END
        FROM inquiry i WHERE i.position < ? AND i.deleted_at IS NULL ORDER BY i.position DESC LIMIT ?"""
    start, left = 1 << 62, limit
    while left > 0:
        found = rows.all(sql, start, min(left, _PAGE))
        for row in found:
            channel, category, area, kind, summary, details = (str(value or "") for value in row[3:9])
            at, unit = datetime.fromisoformat(row[2]), row[9] or None
            yield PastRow(row[0], row[1] or "", at, channel, category, area, kind, summary, details, unit)
        if len(found) < min(left, _PAGE):
            return
        start, left = found[-1][0], left - len(found)
