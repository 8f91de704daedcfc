"""Where the ladder stands with each open inquiry, and which of its rungs have fired: derived, thrown away at will."""

import json
from collections.abc import Iterable
from typing import Any

from app.models.inquiries import InquiryRow
from app.store import inquiries
from app.store.journal import Rows, Tx

#: What of an inquiry the ladder reads: the words of ``look_at`` in the table's definition.
_READ = " || '|' || ".join(f"coalesce({name}, '')" for name in ("clocks", "due_at", "category", "urgency"))
_OPEN = "closed_at IS NULL AND deleted_at IS NULL"
_OPENED = f"inquiry INDEXED BY inquiry_open /* whole: the index holds only open ones */ WHERE {_OPEN}"
_NEVER = "9999"
#: In ``meta``: by which ladders and calendars what stands beside the inquiries was computed.
_BY = "ladders_by"


def to_look_at(rows: Rows, now: str, limit: int) -> list[InquiryRow]:
    """Return the open inquiries that must be looked at by now (ISO text), those that changed first."""
    sql = f"SELECT position FROM {_OPENED} AND look_at <= ? ORDER BY look_at, position LIMIT ?"
    return inquiries.at(rows, [int(row[0]) for row in rows.all(sql, now, limit)])


def anything_to_look_at(rows: Rows, now: str) -> bool:
    """Say whether any inquiry must be looked at by now."""
    return rows.one(f"SELECT 1 FROM {_OPENED} AND look_at <= ? LIMIT 1", now) is not None


def looked(tx: Tx, inquiry: bytes, look_at: str | None) -> None:
    """Write when to look at an inquiry next (ISO text; None: not before it changes)."""
    sql = f"UPDATE inquiry SET ladder_read = {_READ}, ladder_at = ? WHERE id = ?"
    tx.connection.execute(sql, (look_at or _NEVER, inquiry))


def look_again(tx: Tx) -> None:
    """Let every open inquiry be looked at again."""
    sql = f"UPDATE inquiry SET ladder_read = NULL /* whole: every open one, by an index of them */ WHERE {_OPEN}"
    tx.connection.execute(sql)


def computed_by(rows: Rows) -> str:
    """Return by which ladders what stands beside the inquiries was computed."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _BY)
    return str(row[0]) if row else ""


def compute_by(tx: Tx, ladders: str) -> None:
    """Note by which ladders it is computed from here on."""
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (_BY, ladders))


def known_steps(rows: Rows, ids: Iterable[bytes]) -> set[bytes]:
    """Return which of these steps have been recorded."""
    wanted = list(ids)
    if not wanted:
        return set()
    places = ",".join("?" * len(wanted))
    return {bytes(row[0]) for row in rows.all(f"SELECT id FROM inquiry_event WHERE id IN ({places})", *wanted)}


def imported_at(rows: Rows, inquiry: bytes) -> str | None:
    """Return when an import of past inquiries last said what one is (ISO text); None where none did.

    What another center passed on is no past inquiry: its promise is kept here.
    """
    sql = "SELECT max(at) FROM inquiry_event WHERE inquiry=? AND kind='imported' AND elsewhere IS NULL"
    row = rows.one(sql, inquiry)
    return row[0] if row else None


def fired_between(rows: Rows, start: str, end: str) -> list[tuple[bytes, str, str, dict[str, Any]]]:
    """Return (inquiry, kind, at, what is kept of the rung) of what fired from a time to a time (ISO), in its order."""
    sql = """SELECT inquiry, kind, at, ladder FROM inquiry_event WHERE ladder IS NOT NULL AND at >= ? AND at < ?
        ORDER BY at, inquiry"""
    return [(bytes(row[0]), str(row[1]), str(row[2]), json.loads(row[3])) for row in rows.all(sql, start, end)]
