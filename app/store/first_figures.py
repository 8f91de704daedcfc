"""Every inquiry read once, in order, for counting figures for the first time: the plain ones without their steps.

An inquiry is plain when nothing that a question asks for ever happened to it but opening and closing: no promise about
time, no contact that answered it, no interview about it, no step that was dispatched, returned, opened again or told a
clock. Of a million from a former system nearly all are; what they say follows from a few columns, so that one answer
serves thousands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.models.codes import coded
from app.models.figures import REPEAT, SPEAKING, InquiryFacts
from app.models.inquiries import State
from app.models.texts import moment
from app.store.figures import REPEATED, add_new
from app.store.journal import Rows, Tx

_KINDS = ", ".join(f"'{one.value}'" for one in sorted(SPEAKING))
_PART = f"""SELECT i.position, i.opened_at, i.closed_at, i.due_at, i.opened_by, i.unit, i.channel, i.category, i.caller,
    i.state, i.batch IS NOT NULL,
    CASE WHEN i.caller IS NULL THEN 0 ELSE EXISTS (SELECT 1 {REPEATED}) END,
    i.clocks IS NULL AND i.came_from IS NULL AND NOT EXISTS (SELECT 1 FROM contact_inquiry l WHERE l.inquiry = i.id)
        AND NOT EXISTS (SELECT 1 FROM interview v WHERE v.inquiry = i.id)
        AND NOT EXISTS (SELECT 1 FROM inquiry_event e WHERE e.inquiry = i.id
            AND (e.kind IN ({_KINDS}) OR e.clocks IS NOT NULL)),
    i.deleted_at IS NOT NULL
    FROM inquiry i WHERE i.position > ? ORDER BY i.position LIMIT ?"""
_PLAIN, _DELETED = 12, 13
_UTC, _HOUR = "+00:00", 13

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Plain inquiries that say the same: one of them as it is, and all of them as figures keep them, without marks."""

    first: Row
    rows: list[Row] = field(default_factory=list[Row])


@dataclass(frozen=True)
class Part:
    """The next inquiries: the plain ones by their shape, the positions of the others, the last position of all."""

    plain: Mapping[Row, Alike]
    others: tuple[int, ...]
    last: int | None
    size: int


class Days:
    """The days of a zone in which moments lie that are written in UTC; an hour is looked up once."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._hours: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Return the day (ISO) of a moment (ISO)."""
        hour = text[:_HOUR] if text.endswith(_UTC) else ""
        found = self._hours.get(hour)
        if found is None:
            found = self._hours[hour] = self._whole(hour) if hour else ""
        return found or self._day(datetime.fromisoformat(text))

    def _whole(self, hour: str) -> str:
        """Return the day of all of an hour; "" where midnight is within it."""
        start = datetime.fromisoformat(f"{hour}:00:00{_UTC}")
        first, last = self._day(start), self._day(start + timedelta(hours=1, microseconds=-1))
        return first if first == last else ""

    def _day(self, at: datetime) -> str:
        return at.astimezone(self._zone).date().isoformat()


def part(rows: Rows, after: int, limit: int, *, days: Days, now: datetime) -> Part:
    """Return the next inquiries after a position; deleted ones say nothing."""
    found = rows.all(_PART, after, limit)
    settled, told = (at.astimezone(UTC).isoformat() for at in (now - REPEAT, now))
    plain, others = dict[Row, Alike](), list[int]()
    for row in found:
        if row[_DELETED]:
            continue
        if row[_PLAIN] and row[1] < settled and not _waits(row, told):
            day = days.of(row[1])
            shape = _shape(row, day, days)
            alike = plain.get(shape) or plain.setdefault(shape, Alike(row))
            alike.rows.append((row[0], day, *row[4:7], row[7] or None, row[8]))
        else:
            others.append(row[0])
    return Part(plain, tuple(others), found[-1][0] if found else None, len(found))


def _waits(row: Row, now: str) -> bool:
    """Whether it may still be closed in time, or a moment is written in another way than in UTC."""
    _, opened_at, closed_at, due_at = row[:4]
    if not opened_at.endswith(_UTC) or (closed_at and not closed_at.endswith(_UTC)):
        return True
    return due_at is not None and (not due_at.endswith(_UTC) or (closed_at is None and due_at >= now))


def _shape(row: Row, day: str, days: Days) -> Row:
    """Return all that what a plain inquiry says depends on: one of a shape answers for all of it."""
    _, _, closed_at, due_at, _, _, _, category, caller, state, imported, again = row[:_PLAIN]
    closed = None if closed_at is None else (days.of(closed_at) == day, closed_at <= (due_at or ""))
    top = category.partition(".")[0] if category else ""
    return state, imported, top, due_at is None, closed, caller is None, again


def facts_of(row: Row, zone: ZoneInfo) -> InquiryFacts:
    """Return what is known of a plain inquiry."""
    opened_at, closed_at = datetime.fromisoformat(row[1]), moment(row[2])
    return InquiryFacts(
        coded(State, row[9]), opened_at, opened_at.astimezone(zone).date(), row[7] or "", closed_at,
        closed_at.astimezone(zone).date() if closed_at else None, moment(row[3]), caller=row[8],
        repeat_at=opened_at if row[11] else None, imported=bool(row[10]),
    )  # fmt: skip


def keep(tx: Tx, plain: Mapping[Row, Alike], marks: Mapping[Row, str]) -> None:
    """Put plain inquiries of which nothing is kept yet into the figures, with the letters of their shapes."""
    add_new(tx, sorted((*row, marks[shape], None) for shape, alike in plain.items() for row in alike.rows))
