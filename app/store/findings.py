"""Findings, their steps and measures as rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.codes import coded
from app.models.findings import Finding, FindingEvent, FindingSource, FindingState
from app.models.questionnaires import Severity
from app.models.texts import moment
from app.store.journal import Rows

_FINDING = """SELECT id, number, title, category, severity, institution, source, opened_at, reply_due_at, close_due_at,
    state, measure, owner, due_at, effective_on, closed_at, done_by, named, interview, inquiry, caller, case_id,
    measure_id, trigger_id FROM finding"""
#: By when the next thing is due; the rule of ``Finding.next_due``, and the expression of the index ``finding_due``.
_NEXT = """CASE WHEN state = 'planned' AND due_at IS NOT NULL THEN due_at
    WHEN state IN ('opened', 'triaged', 'sent', 'reopened') THEN max(reply_due_at, coalesce(due_at, ''))
    ELSE max(close_due_at, coalesce(due_at, '')) END"""
_OPEN = "state NOT IN ('closed', 'unfounded')"


@dataclass(frozen=True)
class FindingRow:
    """A finding with what stays inside the house: whom it came from, the case, the measure, the rule that opened it."""

    finding: Finding
    caller: bytes | None
    case: bytes | None
    measure_id: bytes | None
    trigger: str


@dataclass(frozen=True)
class Sought:
    """Which findings a list shows. ``standing``: open, late, ended or all; an empty text takes every one."""

    standing: str = "open"
    institution: str = ""
    category: str = ""
    state: str = ""
    owner: str = ""


@dataclass(frozen=True)
class MeasureRow:
    """One measure that several findings share."""

    id: bytes
    title: str
    institution: str
    owner: str
    due_at: datetime | None
    effective_on: str


def _ref(value: Any) -> bytes | None:
    return bytes(value) if value else None


def _row(row: tuple[Any, ...]) -> FindingRow:
    found = Finding(
        bytes(row[0]),
        row[1] or "",
        row[2] or "",
        row[3] or "",
        coded(Severity, row[4] or "normal"),
        row[5] or "",
        coded(FindingSource, row[6] or "other"),
        datetime.fromisoformat(row[7]),
        datetime.fromisoformat(row[8]),
        datetime.fromisoformat(row[9]),
        coded(FindingState, row[10]),
        row[11] or "",
        row[12] or "",
        moment(row[13]),
        row[14] or "",
        moment(row[15]),
        _ref(row[16]),
        bool(row[17]),
        _ref(row[18]),
        _ref(row[19]),
    )
    return FindingRow(found, _ref(row[20]), _ref(row[21]), _ref(row[22]), row[23] or "")


def by_id(rows: Rows, finding: bytes) -> FindingRow | None:
    """Return one finding, or None."""
    row = rows.one(f"{_FINDING} WHERE id=?", finding)
    return _row(row) if row else None


def by_number(rows: Rows, number: str) -> FindingRow | None:
    """Return the finding with this number, or None."""
    row = rows.one(f"{_FINDING} WHERE number=?", number)
    return _row(row) if row else None


def page(rows: Rows, sought: Sought, now: str, *, after: tuple[str, bytes] | None, limit: int) -> list[FindingRow]:
    """Return findings from behind ``after`` (the key of the last row shown).

    What is open comes by when the next thing is due, everything else the newest first. ``now`` is ISO text.
    """
    conditions, values = _conditions(sought, now)
    by_due = sought.standing in ("open", "late")
    name, sign, way, first = (_NEXT, ">", "", "") if by_due else ("opened_at", "<", " DESC", "9999")
    key, last = f"{name} {sign} ?", after[0] if after else first
    if after is not None:  # rows of the same moment, behind the last one
        key, conditions = f"{name} {sign}= ?", f"{conditions} AND ({name}, id) {sign} (?, ?)"
        values = [*values, after[0], after[1]]
    sql = f"{_FINDING} WHERE {key}{conditions} ORDER BY {name}{way}, id{way} LIMIT ?"
    return [_row(row) for row in rows.all(sql, last, *values, limit)]


def _conditions(sought: Sought, now: str) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    if sought.standing in ("open", "late"):
        parts.append(_OPEN)
    elif sought.standing == "ended":
        parts.append("state IN ('closed', 'unfounded')")
    if sought.standing == "late":
        parts.append(f"{_NEXT} < ?")
        values.append(now)
    for name in ("institution", "category", "state", "owner"):
        wanted = getattr(sought, name)
        if wanted:
            parts.append(f"{name} = ?")
            values.append(wanted)
    return "".join(f" AND {part}" for part in parts), values


def took_effect(rows: Rows, first_on: str, last_on: str) -> dict[str, list[str]]:
    """Return the institutions of which measures took effect within these days (ISO dates), with those days in order."""
    sql = """SELECT DISTINCT institution, effective_on FROM finding WHERE effective_on >= ? AND effective_on <= ?
        AND measure > '' AND institution > '' ORDER BY effective_on /* whole: the ledger, asked by its supervisor */"""
    found: dict[str, list[str]] = {}
    for place, day in rows.all(sql, first_on, last_on):
        found.setdefault(str(place), []).append(str(day))
    return found


def counts(rows: Rows, now: str) -> tuple[int, int]:
    """Return how many findings are open, and how many of these are late at a time (ISO text)."""
    sql = f"SELECT count(*), coalesce(sum({_NEXT} < ?), 0) FROM finding WHERE {_NEXT} > '' AND {_OPEN}"
    row = rows.one(sql, now)
    return (int(row[0]), int(row[1])) if row else (0, 0)


def owners(rows: Rows, limit: int = 200) -> list[str]:
    """Return who has measures of open findings to put into effect, in the order of their names."""
    sql = f"SELECT DISTINCT owner FROM finding WHERE {_NEXT} > '' AND {_OPEN} AND owner > '' LIMIT ?"
    return sorted(str(row[0]) for row in rows.all(sql, limit))


def events_of(rows: Rows, finding: bytes) -> list[tuple[FindingEvent, str]]:
    """Return the steps of a finding with the name of who took each, the oldest first."""
    sql = """SELECT state, note, said, at, "by", (SELECT display FROM person p WHERE p.id = e."by")
        FROM finding_event e WHERE finding=? ORDER BY at, id"""
    return [
        (
            FindingEvent(
                coded(FindingState, row[0]), row[1] or "", json.loads(row[2]) if row[2] else {},
                datetime.fromisoformat(row[3]), bytes(row[4]),
            ),
            str(row[5] or ""),
        )
        for row in rows.all(sql, finding)
    ]  # fmt: skip


def of_place(rows: Rows, institution: str, category: str, since: str, until: str) -> list[Finding]:
    """Return findings of one kind at one place that were opened in a stretch of time (ISO texts), the oldest first."""
    sql = f"{_FINDING} WHERE institution=? AND category=? AND opened_at >= ? AND opened_at < ? ORDER BY opened_at"
    return [_row(row).finding for row in rows.all(sql, institution, category, since, until)]


def measured_at(rows: Rows, institution: str) -> list[FindingRow]:
    """Return the findings of a place whose measure took effect, by that day."""
    sql = f"{_FINDING} WHERE institution=? AND effective_on > '' ORDER BY effective_on, number"
    return [_row(row) for row in rows.all(sql, institution)]


def of_measure(rows: Rows, measure: bytes) -> list[Finding]:
    """Return the findings that one measure puts right."""
    return [_row(row).finding for row in rows.all(f"{_FINDING} WHERE measure_id=? ORDER BY number", measure)]


def measures_of(rows: Rows, institution: str, limit: int = 50) -> list[MeasureRow]:
    """Return the measures of an institution, the newest first."""
    sql = """SELECT id, title, institution, owner, due_at, effective_on FROM measure WHERE institution=?
        ORDER BY at DESC LIMIT ?"""
    return [_measure(row) for row in rows.all(sql, institution, limit)]


def measure(rows: Rows, measure_id: bytes) -> MeasureRow | None:
    """Return one measure, or None."""
    row = rows.one("SELECT id, title, institution, owner, due_at, effective_on FROM measure WHERE id=?", measure_id)
    return _measure(row) if row else None


def _measure(row: Sequence[Any]) -> MeasureRow:
    return MeasureRow(bytes(row[0]), row[1] or "", row[2] or "", row[3] or "", moment(row[4]), row[5] or "")
