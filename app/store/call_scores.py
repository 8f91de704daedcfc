"""Chances of calls as rows, and the attempts from which they are learned."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.store.journal import Rows, Tx

_BEST = """SELECT s.callback, s.chance, q.used, q.last_at, q.gate FROM callback_score s
    INDEXED BY callback_score_best JOIN callback_queue q ON q.callback = s.callback
    WHERE s.slot = :slot AND s.institution = :institution AND q.blocked IS NULL AND q.not_before_at <= :now
    AND q.until_at > :now ORDER BY s.chance DESC LIMIT :limit"""

# No REPLACE: what it takes away would go on being counted.
_KEEP = """INSERT INTO callback_score VALUES(?,?,?,?)
    ON CONFLICT(callback, slot) DO UPDATE SET institution = excluded.institution, chance = excluded.chance"""


def keep(tx: Tx, callback: bytes, institution: str, chances: Mapping[int, float]) -> None:
    """Write the chance of a call in each slot (its bit) over what stood there."""
    rows = [(callback, slot, institution, chance) for slot, chance in chances.items()]
    tx.connection.executemany(_KEEP, rows)


def drop(tx: Tx, callback: bytes) -> None:
    """Forget the chances of a call."""
    tx.connection.execute("DELETE FROM callback_score WHERE callback=?", (callback,))


def clear(tx: Tx) -> None:
    """Forget all chances."""
    tx.connection.execute("DELETE FROM callback_score /* whole: they are written again */")


def best(rows: Rows, institution: str, slot: int, now: str, limit: int) -> list[tuple[bytes, float, int, str, int]]:
    """Return an institution's calls that can be made now, the likeliest first: id, chance, attempts, last, gate."""
    given = {"slot": slot, "institution": institution, "now": now, "limit": limit}
    found = rows.connection.execute(_BEST, given).fetchall()
    return [(bytes(row[0]), float(row[1]), int(row[2]), str(row[3]), int(row[4])) for row in found]


def waiting(rows: Rows, slot: int) -> dict[str, int]:
    """Return how many calls of each institution have a chance in a slot."""
    sql = "SELECT institution, calls FROM callback_score_count WHERE slot=? AND calls > 0"
    return {str(row[0]): int(row[1]) for row in rows.all(sql, slot)}


def worked(rows: Rows, since: str) -> dict[str, int]:
    """Return how many dials each institution had since a time (ISO text), of cases; "" counts all others."""
    sql = """SELECT coalesce(c.institution, c.stratum, ''), count(*) FROM attempt a JOIN callback b ON b.id = a.callback
        LEFT JOIN campaign_case c ON c.id = b.case_id WHERE a.at >= ? AND a.direction = 'out' GROUP BY 1"""
    return {str(row[0]): int(row[1]) for row in rows.all(sql, since)}


@dataclass(frozen=True, slots=True)
class Dialed:
    """One dial with its outcome, and what is known of whoever was called."""

    callback: bytes
    at: str
    slot: str
    code: str
    about: Mapping[str, str]
    institution: str


def dialed(rows: Rows, since: str, limit: int) -> Iterator[Dialed]:
    """Yield the dials of surveys since a time (ISO text), those of one call together in their order."""
    sql = """SELECT a.callback, a.at, a.slot, o.code, c.about, coalesce(c.institution, c.stratum, '') FROM attempt a
        JOIN attempt_outcome o ON o.attempt = a.id JOIN callback b ON b.id = a.callback
        LEFT JOIN campaign_case c ON c.id = b.case_id
        WHERE a.at >= ? AND a.direction = 'out' AND b.reason IN ('campaign', 'satisfaction')
        ORDER BY a.callback, a.at, a.station, a.seq LIMIT ?
        /* whole: what happened in a year is learned from, at night */"""
    for callback, at, slot, code, about, institution in rows.all(sql, since, limit):
        yield Dialed(bytes(callback), at, slot or "", code or "", json.loads(about) if about else {}, institution)
