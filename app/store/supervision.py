"""What a supervisor counts and lists: open inquiries alone, by indexes that hold nothing else."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from app.models.codes import coded
from app.models.inquiries import State
from app.models.supervision import Counted, Load
from app.store import clocks
from app.store.journal import Rows

_OPEN = "closed_at IS NULL AND deleted_at IS NULL"
#: A promise that runs and falls due in a stretch; a mark of ``clocks`` is [target, state, due, first due, met, …].
_CLOCK = """EXISTS (SELECT 1 FROM json_each(i.clocks) m WHERE json_extract(m.value, '$[0]') = ?
    AND json_extract(m.value, '$[1]') = 'running' AND json_extract(m.value, '$[4]') IS NULL
    AND json_extract(m.value, '$[2]') >= ? AND json_extract(m.value, '$[2]') < ?)"""

Key = tuple[str, int]


def counted(rows: Rows, now: str, soon_until: str, epoch_s: int) -> list[Counted]:
    """Return how many open inquiries each state, unit and owner has. Times are ISO texts, ``epoch_s`` is now."""
    sql = f"""SELECT state, unit, owner, count(*), total(falls_due_at < ?),
        total(falls_due_at >= ? AND falls_due_at < ?), total(falls_due_at IS NULL), total(unixepoch(opened_at))
        FROM inquiry INDEXED BY inquiry_open
        /* whole: the index holds only open ones */ WHERE {_OPEN} GROUP BY state, unit, owner"""
    return [_counted(row, epoch_s) for row in rows.all(sql, now, now, soon_until)]


def _counted(row: tuple[Any, ...], epoch_s: int) -> Counted:
    count, late, soon, undated = (int(one) for one in row[3:7])
    load = Load(late, soon, count - late - soon - undated, undated, timedelta(seconds=epoch_s * count - row[7]))
    return Counted(coded(State, row[0]), row[1], bytes(row[2]) if row[2] else None, load)


def late_clocks(rows: Rows, now: str) -> dict[str, int]:
    """Return how many promises of each target are late now, among the open inquiries that are late at all."""
    # From the index alone: the late ones lie all over the table, and reading them one by one takes seconds.
    sql = f"SELECT running FROM inquiry INDEXED BY inquiry_open WHERE {_OPEN} AND falls_due_at < ?"
    return clocks.late_targets((row[0] for row in rows.each(sql, now)), now)


def falling_due(
    rows: Rows, stretch: tuple[str, str], target: str, after: Key | None, limit: int
) -> list[tuple[str, int]]:
    """Return (due, position) of open inquiries whose next due time lies in a stretch, the soonest first.

    With a ``target`` those of which this promise falls due in the stretch, whatever is late before it.
    """
    start, end = stretch
    arguments: list[object] = [end, *(after or ("" if target else start, -1))]
    where = f"i.{_OPEN.replace(' AND ', ' AND i.')} AND i.falls_due_at < ? AND (i.falls_due_at, i.position) > (?, ?)"
    if target:
        bare = " OR (i.clocks IS NULL AND i.due_at IS NOT NULL)" if target == "resolve" else ""
        where += f" AND ({_CLOCK}{bare})"
        arguments += [target, start, end]
    sql = f"SELECT i.falls_due_at, i.position FROM inquiry i WHERE {where} ORDER BY i.falls_due_at, i.position LIMIT ?"
    return [(str(row[0]), int(row[1])) for row in rows.all(sql, *arguments, limit)]


def in_states(rows: Rows, states: Sequence[str], *, without_unit: bool = False, limit: int = 500) -> list[int]:
    """Return the positions of open inquiries in these states, the soonest due first."""
    unit = "AND unit IS NULL" if without_unit else ""
    places = ",".join("?" * len(states))
    sql = f"""SELECT position FROM inquiry INDEXED BY inquiry_open /* whole: the index holds only open ones */
        WHERE {_OPEN} AND state IN ({places}) {unit} ORDER BY falls_due_at IS NULL, falls_due_at, position LIMIT ?"""
    return [int(row[0]) for row in rows.all(sql, *states, limit)]


def asked(rows: Rows, limit: int = 500) -> list[bytes]:
    """Return the open inquiries for which an extension was asked, whoever decided since; by their due time."""
    sql = f"""SELECT i.id FROM (SELECT DISTINCT inquiry FROM inquiry_event
        /* whole: the index holds only what was asked for */ WHERE kind = 'extension_asked') e
        JOIN inquiry i ON i.id = e.inquiry WHERE i.{_OPEN.replace(" AND ", " AND i.")}
        ORDER BY i.falls_due_at, i.position LIMIT ?"""
    return [bytes(row[0]) for row in rows.all(sql, limit)]


def returns(rows: Rows, inquiry: bytes) -> int:
    """Return how often units gave an inquiry back."""
    row = rows.one("SELECT count(*) FROM inquiry_event WHERE inquiry=? AND kind='returned'", inquiry)
    return int(row[0]) if row else 0
