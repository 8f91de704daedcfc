"""Callers as rows: who has which number, flags that stand."""

import json
from datetime import datetime

from app.models.callers import Caller, CallerFlag, CallerKind, FlagCode
from app.models.codes import coded
from app.models.texts import moment
from app.store.journal import Rows

_CALLER = "SELECT id, name, kind, language, area, note, same_as, conflicts FROM caller"

#: Every link of cards on which two stations set links unseen by each other: all of them count until somebody decides.
_UNDECIDED = """undecided(one, other) AS MATERIALIZED (SELECT c.id, unhex(h.value ->> 1)
    FROM caller c, json_each(c.conflicts, '$.same_as') h
    WHERE c.conflicts IS NOT NULL AND unhex(h.value ->> 1) IS NOT NULL /* whole: cards to be decided */)"""
#: Every card of the person whose one card stands in the braces, as the table ``near``.
LINKED = f"""WITH RECURSIVE {_UNDECIDED}, near(id) AS (SELECT {{}}
    UNION SELECT c.same_as FROM near JOIN caller c ON c.id = near.id WHERE c.same_as IS NOT NULL
    UNION SELECT d.id FROM near JOIN caller d ON d.same_as = near.id
    UNION SELECT u.other FROM near JOIN undecided u ON u.one = near.id
    UNION SELECT v.one FROM near JOIN undecided v ON v.other = near.id)"""


def _caller(rows: Rows, row: tuple[object, ...]) -> Caller:
    caller_id = bytes(row[0])  # type: ignore[arg-type]
    sql = "SELECT number FROM caller_phone WHERE caller=? AND ended_at IS NULL ORDER BY id"
    numbers = tuple(str(one[0]) for one in rows.all(sql, caller_id))
    name, kind, language, area, note = (str(one) if one else None for one in row[1:6])
    conflicts = tuple(sorted(json.loads(str(row[7])))) if row[7] else ()
    same_as = bytes(row[6]) if row[6] else None  # type: ignore[arg-type]
    return Caller(
        caller_id, name, coded(CallerKind, kind) if kind else None, language, area, note, numbers, same_as, conflicts
    )


def by_id(rows: Rows, caller_id: bytes) -> Caller | None:
    """Return one caller, or None."""
    row = rows.one(f"{_CALLER} WHERE id=?", caller_id)
    return _caller(rows, row) if row else None


def group_of(rows: Rows, caller_id: bytes) -> dict[bytes, tuple[bytes, ...]]:
    """Return every card of a person, the longest known first, each with those that it is linked to.

    Links are followed both ways, chains and circles too; whoever is not linked is alone. A card has several links
    where stations set them unseen by each other and nobody has decided.
    """
    linked = """SELECT near.id, c.same_as FROM near LEFT JOIN caller c ON c.id = near.id
        UNION SELECT near.id, u.other FROM near JOIN undecided u ON u.one = near.id ORDER BY 1, 2"""
    found: dict[bytes, tuple[bytes, ...]] = {}
    for card, other in rows.all(f"{LINKED.format('?1')} {linked}", caller_id):
        found[bytes(card)] = (*found.get(bytes(card), ()), *([bytes(other)] if other else []))
    return found


def by_number(rows: Rows, e164: str) -> list[Caller]:
    """Return everyone who is known by this number, at most ten, the longest known first."""
    sql = f"""{_CALLER} WHERE deleted_at IS NULL AND id IN
        (SELECT caller FROM caller_phone WHERE number=? AND ended_at IS NULL) ORDER BY id LIMIT 10"""
    return [_caller(rows, row) for row in rows.all(sql, e164)]


def ever_with(rows: Rows, number: str) -> list[bytes]:
    """Return every card on which a number stands or stood."""
    return [bytes(row[0]) for row in rows.all("SELECT caller FROM caller_phone WHERE number=?", number)]


def by_start(rows: Rows, start: str, limit: int = 8) -> list[Caller]:
    """Return callers whose number (E.164) or name begins with this."""
    end = start + "\U0010ffff"
    numbers = f"""{_CALLER} WHERE deleted_at IS NULL AND id IN
        (SELECT caller FROM caller_phone WHERE number >= ? AND number < ? LIMIT ?) LIMIT ?"""
    names = f"{_CALLER} WHERE deleted_at IS NULL AND name >= ? AND name < ? LIMIT ?"
    found = rows.all(numbers, start, end, limit, limit) or rows.all(names, start, end, limit)
    return [_caller(rows, row) for row in found]


def flags_of(rows: Rows, caller_id: bytes, now: str) -> list[CallerFlag]:
    """Return the flags that stand: not ended and not expired at ``now`` (ISO text)."""
    sql = """SELECT id, caller, code, note, at, expires_at FROM caller_flag f
        WHERE caller=? AND ends IS NULL AND (expires_at IS NULL OR expires_at > ?)
        AND NOT EXISTS (SELECT 1 FROM caller_flag e WHERE e.ends = f.id) ORDER BY at"""
    return [
        CallerFlag(
            bytes(row[0]),
            bytes(row[1]),
            coded(FlagCode, row[2]),
            row[3],
            datetime.fromisoformat(row[4]),
            moment(row[5]),
        )
        for row in rows.all(sql, caller_id, now)
    ]
