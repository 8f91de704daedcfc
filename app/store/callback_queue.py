"""The queue of survey calls: one row for each call that is open, written anew whenever something happened to it.

Nothing here is a fact: ``callback_queue`` is made from attempts, leases and policies, and can be made again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.store.journal import Rows, Tx

_COLUMNS = (
    *("callback", "number", "contact_group", "campaign", "reason", "until_at", "blocked", "not_before_at"),
    *("used", "last_at", "tried", "allowed", "last_slot", "must_at", "redial_at", "redial_until", "language"),
)
_KEEP = f"""INSERT OR REPLACE INTO callback_queue({", ".join(_COLUMNS)}, gate, ripe)
    VALUES({", ".join("?" * len(_COLUMNS))}, ?, ?)"""
_NOW = "blocked IS NULL AND not_before_at <= :now AND until_at > :now"
_TURN = f"""SELECT used, last_at, callback FROM callback_queue INDEXED BY callback_queue_turn
    WHERE gate=:gate AND ripe=1 AND {_NOW} ORDER BY used, last_at, callback LIMIT :limit"""
_MUST = f"""SELECT gate, callback FROM callback_queue INDEXED BY callback_queue_must
    WHERE must_at <= :now AND {_NOW} ORDER BY must_at, callback LIMIT :limit"""
_RIPENED = f"""SELECT gate, used, last_at, callback FROM callback_queue INDEXED BY callback_queue_ripening
    WHERE ripe=0 AND {_NOW} LIMIT :limit"""
# A jump from each gate to the next: their number does not grow with the queue.
_GATES = """WITH RECURSIVE g(gate) AS (SELECT min(gate) FROM callback_queue WHERE ripe=1 AND blocked IS NULL
    UNION ALL SELECT (SELECT min(gate) FROM callback_queue WHERE ripe=1 AND blocked IS NULL AND gate > g.gate) FROM g
    WHERE g.gate IS NOT NULL) SELECT gate FROM g WHERE gate IS NOT NULL"""
#: Why a call is blocked for everybody who does not speak its language (``Hindrance.LANGUAGE``).
WAITS_FOR_SPEAKER = "language"
_SPOKEN = """SELECT gate, callback FROM callback_queue
    WHERE blocked = 'language' AND language IN (SELECT value FROM json_each(?))
    AND not_before_at <= ? AND until_at > ? ORDER BY used, last_at, callback"""
#: Stands behind the end of the days for a first call, where that comes before the end of the right to dial.
_FIRST = "w"
_NO_LIMIT: Mapping[str, int] = MappingProxyType({})
#: Most calls that have become ready since they were last marked so and are looked at one by one.
_LATELY = 400
#: Most calls that their protocol would miss and that are looked at; all others wait for their turn.
_PRESSING = 200


@dataclass(frozen=True)
class QueueRow:
    """What is kept of an open survey call. Times are ISO texts; "" begins everything, "9" ends nothing.

    ``until_at`` ends the right to dial, or before that the days for a first call (``too_late``); ``not_before_at`` is
    when rest and right to dial begin to allow it. ``must_at`` is from when on the protocol needs an attempt, "" for an
    interview to be resumed. ``language`` in small letters: what whoever calls must speak; such a row is ``blocked`` for
    all others.
    """

    callback: bytes
    number: str
    contact_group: str | None
    campaign: bytes | None
    reason: str
    until_at: str
    blocked: str | None
    not_before_at: str
    used: int
    last_at: str
    tried: int
    allowed: int
    last_slot: int
    must_at: str | None
    redial_at: str | None
    redial_until: str | None
    language: str = ""


def too_late(at: str) -> str:
    """Return the end (ISO text) of the days for a first call as ``until_at`` keeps it: told from that of a lease."""
    return at + _FIRST


def held_until(rows: Rows, before: str) -> list[str]:
    """Return the contact groups in the queue that this station holds, if their lease ends before a time (ISO text)."""
    sql = """SELECT DISTINCT contact_group FROM callback_queue WHERE contact_group IS NOT NULL AND until_at <> ''
        AND until_at < ? AND until_at NOT LIKE ? /* whole: the open calls of surveys */"""
    return [str(row[0]) for row in rows.all(sql, before, f"%{_FIRST}")]


def keep(tx: Tx, row: QueueRow, now: str) -> None:
    """Write what is known of a call over what stood there; ``now`` decides whether it rests.

    Its gate is what decides in which slots it may be called, as one number: allowed, tried and last slots.
    """
    gate = row.allowed << 10 | row.tried << 5 | row.last_slot
    ripe = int(row.not_before_at <= now)
    tx.connection.execute(_KEEP, [*(getattr(row, name) for name in _COLUMNS), gate, ripe])


def drop(tx: Tx, callback: bytes) -> None:
    """Take a call out of the queue."""
    tx.connection.execute("DELETE FROM callback_queue WHERE callback=?", (callback,))


def clear(tx: Tx) -> None:
    """Empty the queue, to be filled again."""
    tx.connection.execute("DELETE FROM callback_queue /* whole: it is filled again */")


def of_number(rows: Rows, number: str) -> list[bytes]:
    """Return the calls that would dial a number next."""
    return [bytes(row[0]) for row in rows.all("SELECT callback FROM callback_queue WHERE number=?", number)]


def redials(rows: Rows, now: str, limit: int) -> list[bytes]:
    """Return the calls whose busy line is dialed again now, who waits longest first.

    Those whose time is over stay in the queue; so the index begins with the end of that time.
    """
    sql = "SELECT callback FROM callback_queue WHERE redial_until >= ? AND redial_at <= ? ORDER BY redial_at LIMIT ?"
    return [bytes(row[0]) for row in rows.all(sql, now, now, limit)]


def ripen(tx: Tx, now: str) -> int:
    """Mark the calls whose rest is over, and return how many there were; without it they are only found more slowly."""
    sql = "UPDATE callback_queue SET ripe=1 WHERE ripe=0 AND blocked IS NULL AND not_before_at <= ?"
    return tx.connection.execute(sql, (now,)).rowcount


def must(rows: Rows, now: str, slot: int, opening: int, limit: int) -> list[bytes]:
    """Return the calls that have to be tried now for their protocol, the most pressing first.

    Interviews to be resumed come before them all.
    """
    if not slot:
        return []
    found: list[tuple[int, bytes]] = rows.connection.execute(_MUST, {"now": now, "limit": _PRESSING}).fetchall()
    return [bytes(one) for gate, one in found if fits(gate, slot, opening)][:limit]


def in_turn(rows: Rows, now: str, slot: int, opening: int, limit: int) -> list[tuple[bytes, bool]]:
    """Return the calls whose turn it is, each with whether it was tried at this time of day before.

    Those that were not come first; then fewest attempts, then longest not tried. ``slot`` and ``opening`` (what opens
    soon) are sets of slots as numbers.
    """
    if not slot:
        return []
    lately = rows.connection.execute(_RIPENED, {"now": now, "limit": _LATELY}).fetchall()
    found = [(_tried(gate, slot), *rest) for gate, *rest in lately if fits(gate, slot, opening)]
    for (gate,) in rows.all(_GATES):
        if fits(gate, slot, opening):
            given = {"gate": gate, "now": now, "limit": limit}
            found += [(_tried(gate, slot), *one) for one in rows.connection.execute(_TURN, given).fetchall()]
    return [(bytes(one), tried) for tried, _, _, one in sorted(found)[:limit]]


def _tried(gate: int, slot: int) -> bool:
    return bool(gate >> 5 & slot)


def fits(gate: int, slot: int, opening: int) -> bool:
    """Say whether calls of a gate may be made: the slot is allowed, and not the last one while an untried one opens."""
    allowed, tried, last = gate >> 10, gate >> 5 & 31, gate & 31
    turns = last == slot and (~tried & opening & ~slot) != 0
    return bool(allowed & slot) and not turns


def blocked_by(rows: Rows, why: str, limit: int) -> list[bytes]:
    """Return the calls that stand still for a reason, those dialed longest ago first."""
    sql = """SELECT callback FROM callback_queue WHERE blocked=? ORDER BY last_at LIMIT ?
        /* whole: the open calls of surveys, for the list of their supervisor */"""
    return [bytes(row[0]) for row in rows.all(sql, why, limit)]


def groups_blocked_by(rows: Rows, why: str) -> list[str]:
    """Return the contact groups of the calls that stand still for a reason."""
    sql = """SELECT DISTINCT contact_group FROM callback_queue WHERE blocked=? AND contact_group IS NOT NULL
        /* whole: the open calls of surveys, after each sync */"""
    return [str(row[0]) for row in rows.all(sql, why)]


def spoken(rows: Rows, now: str, slots: tuple[int, int], languages: Sequence[str], limit: int) -> list[bytes]:
    """Return the calls that wait for one of these languages (in small letters) and can be made now, in their turn.

    ``slots``: the slot that is open and those that open soon, as sets of slots in numbers.
    """
    if not slots[0] or not languages:
        return []
    found = rows.all(_SPOKEN, json.dumps(list(languages)), now, now)
    return [bytes(one) for gate, one in found if fits(gate, *slots)][:limit]


def _over(at: str, days: Mapping[str, int]) -> str:
    """Return SQL for: the field period of a row has ended at a time.

    Only rows whose protocol would be missed by then are looked up in ``callback``: nobody's period ends before that.
    """
    if not days:
        return "0"
    limits = " ".join(f"WHEN :c{place} THEN :d{place}" for place in range(len(days)))
    lasts = f"86400 * CASE lower(hex(q.campaign)) {limits} END"
    passed = f"CAST(strftime('%s', {at}) AS INTEGER) - CAST(strftime('%s', c.begins_at) AS INTEGER)"
    begun = f"(SELECT {passed} >= {lasts} FROM callback c WHERE c.id = q.callback)"
    return f"coalesce(substr(q.must_at, 1, 10) < substr({at}, 1, 10) AND {begun}, 0)"


def _limits(days: Mapping[str, int]) -> dict[str, str | int]:
    named = {f"c{place}": one for place, one in enumerate(days)}
    return named | {f"d{place}": one for place, one in enumerate(days.values())}


def counted(
    rows: Rows, now: str, slots: tuple[int, int], languages: Sequence[str] = (), days: Mapping[str, int] = _NO_LIMIT
) -> dict[str, int]:
    """Return how many calls of the queue wait for what; "" counts those that can be called now.

    ``slots``: the slot that is open and those that open soon, as sets of slots in numbers. What waits for one of these
    ``languages`` is counted by what else it waits for. ``days``: how long the field period of a campaign (in hex)
    lasts; for no row is written anew when it ends.
    """
    sql = f"""SELECT CASE
            WHEN blocked <> :waits OR (blocked = :waits AND NOT EXISTS (SELECT 1 FROM json_each(:spoken) e
                WHERE e.value = q.language)) THEN blocked
            WHEN {_over(":now", days)} THEN 'field_over'
            WHEN until_at <= :now AND until_at LIKE :first THEN 'window_over'
            WHEN until_at <= :now THEN CASE until_at WHEN '' THEN 'not_held' ELSE 'held_no_longer' END
            WHEN redial_at <= :now AND redial_until >= :now THEN ''
            WHEN not_before_at > :now THEN 'resting'
            WHEN :slot = 0 THEN 'slot_closed'
            WHEN (allowed & :slot) = 0 THEN CASE allowed WHEN :home THEN 'evening_due' ELSE 'new_slot_due' END
            WHEN last_slot = :slot AND (~tried & :opening & ~:slot) <> 0 THEN 'same_slot' ELSE '' END AS why, count(*)
        FROM callback_queue q GROUP BY why /* whole: the open calls of surveys, for the explanation of their queue */"""
    given = _limits(days) | {"now": now, "slot": slots[0], "opening": slots[1], "home": _HOME}
    given |= {"waits": WAITS_FOR_SPEAKER, "spoken": json.dumps(list(languages)), "first": f"%{_FIRST}"}
    return {str(row[0]): int(row[1]) for row in rows.connection.execute(sql, given).fetchall()}


def campaigns(rows: Rows) -> list[bytes]:
    """Return the campaigns that calls of the queue are of."""
    sql = """SELECT DISTINCT campaign FROM callback_queue WHERE campaign IS NOT NULL
        /* whole: the open calls of surveys, for the explanation of their queue */"""
    return [bytes(row[0]) for row in rows.all(sql)]


_HOME = 4 | 8  # evening and days off, as app.models.slots.mask writes them


def next_change(rows: Rows, now: str, days: Mapping[str, int] = _NO_LIMIT) -> str | None:
    """Return when the first call that rests may be called again (ISO text); ``days`` as for ``counted``.

    A call whose field period ends before its rest does is never called again.
    """
    sql = f"""SELECT min(not_before_at) FROM callback_queue q WHERE blocked IS NULL AND not_before_at > :now
        AND NOT {_over("q.not_before_at", days)} /* whole: the open calls of surveys */"""
    row = rows.connection.execute(sql, _limits(days) | {"now": now}).fetchone()
    return str(row[0]) if row and row[0] else None


def open_surveys(rows: Rows) -> Iterator[bytes]:
    """Yield every open call of a survey, to fill the queue."""
    sql = """SELECT id FROM callback WHERE closed_at IS NULL AND reason IN ('campaign', 'satisfaction')
        /* whole: the queue is filled again */"""
    return (bytes(row[0]) for row in rows.all(sql))
