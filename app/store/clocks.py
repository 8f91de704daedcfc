"""Clocks of inquiries as lists show them: columns beside each inquiry, derived from its steps, thrown away at will."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from app.models.clocks import ClockState, Mark
from app.models.codes import coded
from app.models.policies import Target
from app.store.journal import Rows, Tx

_SET = "UPDATE inquiry SET next_due_at=?, clocks=?, running=? WHERE id=?"


def write(tx: Tx, inquiry: bytes, next_due_at: datetime | None, marks: Sequence[Mark]) -> None:
    """Write what a list shows of one inquiry's clocks."""
    tx.connection.execute(_SET, (_text(next_due_at), text_of(marks), running_of(marks), inquiry))


def text_of(marks: Iterable[Mark]) -> str | None:
    """Return marks as their column keeps them; None where there are none."""
    rows = [
        [
            one.target.value,
            one.state.value,
            _text(one.due_at),
            _text(one.original_due_at) if one.original_due_at != one.due_at else None,
            _text(one.met_at),
            round(one.late.total_seconds()),
            int(one.extended),
        ]
        for one in marks
    ]
    return json.dumps(rows, separators=(",", ":")) if rows else None


def running_of(marks: Sequence[Mark]) -> str | None:
    """Return target and due time of each mark that runs, as their column keeps them; None where there are no marks."""
    if not marks:
        return None
    return " ".join(f"{one.target.value} {_text(one.due_at)}" for one in marks if one.state is ClockState.RUNNING)


def late_targets(columns: Iterable[str | None], now: str) -> dict[str, int]:
    """Return how many clocks of each target in such columns are late (``now`` is ISO text).

    Without clocks it is the matter itself: say only those that are late at all.
    """
    late = dict.fromkeys((one.value for one in Target), 0)
    for running in columns:
        if running is None:
            late[Target.RESOLVE.value] += 1
            continue
        words = running.split(" ")
        for place in range(1, len(words), 2):
            if words[place] < now:
                late[words[place - 1]] += 1
    return {target: count for target, count in late.items() if count}


def marks_of(text: str | None) -> tuple[Mark, ...]:
    """Return the marks of a column."""
    return tuple(_mark(row) for row in json.loads(text)) if text else ()


def _mark(row: list[Any]) -> Mark:
    due_at = datetime.fromisoformat(row[2])
    return Mark(
        coded(Target, row[0]),
        coded(ClockState, row[1]),
        due_at,
        datetime.fromisoformat(row[3]) if row[3] else due_at,
        datetime.fromisoformat(row[4]) if row[4] else None,
        timedelta(seconds=row[5]),
        bool(row[6]),
    )


def promised(rows: Rows) -> Iterator[bytes]:
    """Return every inquiry of which some step promised anything about time, once."""
    sql = """SELECT DISTINCT inquiry FROM inquiry_event /* whole: a rebuild reads every step */
        WHERE clocks IS NOT NULL ORDER BY inquiry"""
    return (bytes(row[0]) for row in rows.each(sql))


def estimated(rows: Rows) -> list[bytes]:
    """Return the open inquiries of which some due time was computed for a year whose holidays were estimated."""
    sql = """SELECT DISTINCT e.inquiry FROM inquiry_event e /* whole: the index holds only such steps */
        JOIN inquiry i ON i.id = e.inquiry WHERE json_extract(e.clocks, '$.estimated') IS NOT NULL
        AND i.closed_at IS NULL AND i.deleted_at IS NULL ORDER BY e.inquiry"""
    return [bytes(row[0]) for row in rows.all(sql)]


def reckoned(rows: Rows, owner: bytes, since: str) -> list[tuple[bytes, str]]:
    """Return (inquiry, years) of a person's open inquiries whose due time was computed again since a time."""
    sql = """SELECT e.inquiry, e.note FROM inquiry_event e JOIN inquiry i ON i.id = e.inquiry
        WHERE e.kind = 'due_reckoned' AND e.at >= ? AND i.owner = ? AND i.closed_at IS NULL AND i.deleted_at IS NULL
        ORDER BY e.at"""
    return [(bytes(row[0]), str(row[1] or "")) for row in rows.all(sql, since, owner)]


def digest(rows: Rows) -> str:
    """Return a hash of what lists show of all clocks, to compare before and after a rebuild."""
    total = hashlib.sha256()
    sql = "SELECT id, next_due_at, clocks FROM inquiry /* whole: the proof compares every row */ ORDER BY id"
    for row in rows.each(sql):
        total.update(repr(row).encode())
    return total.hexdigest()


def _text(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None
