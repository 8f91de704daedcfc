"""The queue of survey calls: one row for each call that is open, written anew whenever something happened to it.

Nothing here is a fact: ``callback_queue`` is made from attempts, leases and policies, and can be made again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.store.journal import Rows, Tx

_COLUMNS = (
    *("callback", "number", "contact_group", "campaign", "reason", "from_at", "until_at", "blocked", "not_before_at"),
    *("used", "last_at", "tried", "allowed", "last_slot", "must_at", "redial_at", "redial_until"),
)
_KEEP = f"""INSERT OR REPLACE INTO callback_queue({", ".join(_COLUMNS)}) VALUES({", ".join("?" * len(_COLUMNS))})"""
# The slots that the next attempt may be in; and not the last slot again while an untried one opens soon.
_FITS = """blocked IS NULL AND not_before_at <= :now AND from_at <= :now AND until_at > :now AND (allowed & :slot) <> 0
    AND NOT (last_slot = :slot AND (~tried & :opening & ~:slot) <> 0)"""


@dataclass(frozen=True)
class QueueRow:
    """What is kept of an open survey call. Times are ISO texts; "" begins everything, "9" ends nothing."""

    callback: bytes
    number: str
    contact_group: str | None
    campaign: bytes | None
    reason: str
    from_at: str
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


def keep(tx: Tx, row: QueueRow) -> None:
    """Write what is known of a call over what stood there."""
    tx.connection.execute(_KEEP, [getattr(row, name) for name in _COLUMNS])


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
    """Return the calls whose busy line is dialed again now, who waits longest first."""
    sql = "SELECT callback FROM callback_queue WHERE redial_at <= ? AND redial_until >= ? ORDER BY redial_at LIMIT ?"
    return [bytes(row[0]) for row in rows.all(sql, now, now, limit)]


def must(rows: Rows, now: str, slot: int, opening: int, limit: int) -> list[bytes]:
    """Return the calls that have to be tried now for their protocol, the most pressing first."""
    sql = (
        f"SELECT callback FROM callback_queue WHERE must_at <= :now AND {_FITS} ORDER BY must_at, callback LIMIT :limit"
    )
    return _ids(rows, sql, now, slot, opening, limit)


def in_turn(rows: Rows, now: str, slot: int, opening: int, limit: int, *, untried: bool) -> list[bytes]:
    """Return the calls whose turn it is: fewest attempts, then longest not tried.

    ``untried`` asks for those that were not tried at this time of day, else for all. ``slot`` and ``opening`` (what
    opens soon) are sets of slots as numbers.
    """
    fresh = "AND (tried & :slot) = 0" if untried else ""
    sql = f"""SELECT callback FROM callback_queue INDEXED BY callback_queue_turn WHERE {_FITS} {fresh}
        ORDER BY used, last_at, callback LIMIT :limit /* whole: the open calls of surveys, along one index */"""
    return _ids(rows, sql, now, slot, opening, limit)


def _ids(rows: Rows, sql: str, now: str, slot: int, opening: int, limit: int) -> list[bytes]:
    given = {"now": now, "slot": slot, "opening": opening, "limit": limit}
    return [bytes(row[0]) for row in rows.connection.execute(sql, given).fetchall()]


def counted(rows: Rows, now: str, slot: int, opening: int) -> dict[str, int]:
    """Return how many calls of the queue wait for what; "" counts those that can be called now."""
    sql = """SELECT CASE
            WHEN blocked IS NOT NULL THEN blocked
            WHEN from_at > :now OR until_at <= :now THEN CASE until_at WHEN '' THEN 'not_held' ELSE 'held_no_longer' END
            WHEN redial_at <= :now AND redial_until >= :now THEN ''
            WHEN not_before_at > :now THEN 'resting'
            WHEN :slot = 0 THEN 'slot_closed'
            WHEN (allowed & :slot) = 0 THEN CASE allowed WHEN :home THEN 'evening_due' ELSE 'new_slot_due' END
            WHEN last_slot = :slot AND (~tried & :opening & ~:slot) <> 0 THEN 'same_slot' ELSE '' END AS why, count(*)
        FROM callback_queue GROUP BY why /* whole: the open calls of surveys, for the explanation of their queue */"""
    given = {"now": now, "slot": slot, "opening": opening, "home": _HOME}
    return {str(row[0]): int(row[1]) for row in rows.connection.execute(sql, given).fetchall()}


_HOME = 4 | 8  # evening and days off, as app.models.slots.mask writes them


def next_change(rows: Rows, now: str) -> str | None:
    """Return when the first call that rests may be called again (ISO text)."""
    sql = """SELECT min(not_before_at) FROM callback_queue WHERE blocked IS NULL AND not_before_at > ?
        /* whole: the open calls of surveys */"""
    row = rows.one(sql, now)
    return str(row[0]) if row and row[0] else None


def open_surveys(rows: Rows) -> Iterator[bytes]:
    """Yield every open call of a survey, to fill the queue."""
    sql = """SELECT id FROM callback WHERE closed_at IS NULL AND reason IN ('campaign', 'satisfaction')
        /* whole: the queue is filled again */"""
    return (bytes(row[0]) for row in rows.all(sql))
