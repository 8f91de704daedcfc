"""Holds: what stands lastingly against each call that somebody waits for, and the calls that nothing stands against.

Nothing here is a fact: ``callback_hold`` is made from attempts, numbers and policies, and can be made again.
"""

import json
from collections.abc import Iterator, Sequence

from app.models.callbacks import Callback
from app.store import callbacks
from app.store.journal import Rows, Tx

_PAGE = 60
_OWED = "b.closed_at IS NULL AND b.due_at > '' AND b.due_at <= :until"
_HELD = """(h.blocked IS NOT NULL OR (h.language > '' AND NOT EXISTS
    (SELECT 1 FROM json_each(:spoken) e WHERE e.value = h.language)))"""
_FREE = f"""WHERE {_OWED} AND (b.due_at, b.id) > (:at, :id)
    AND NOT EXISTS (SELECT 1 FROM callback_hold h WHERE h.callback = b.id AND {_HELD})
    ORDER BY b.due_at, b.id LIMIT :limit"""
_COUNTED = f"""SELECT coalesce(h.blocked, 'language'), count(*) FROM callback b
    JOIN callback_hold h ON h.callback = b.id WHERE {_OWED} AND {_HELD} GROUP BY 1"""
_TO_CHECK = f"""SELECT b.id FROM callback b LEFT JOIN callback_hold h ON h.callback = b.id
    WHERE {_OWED} AND (h.checked_at IS NULL OR h.checked_at <= :before) ORDER BY h.checked_at, b.due_at LIMIT :limit"""
_OPEN = """SELECT id FROM callback WHERE closed_at IS NULL AND due_at > '' ORDER BY due_at
    /* whole: what is owed, when it is looked into again */"""


def keep(tx: Tx, callback: bytes, blocked: str | None, language: str, now: str) -> None:
    """Write what stands against a call over what stood there: for everybody, and what whoever calls must speak.

    ``language`` is in small letters, "" where none is needed; ``now`` is an ISO text.
    """
    sql = "INSERT OR REPLACE INTO callback_hold(callback, blocked, language, checked_at) VALUES(?, ?, ?, ?)"
    tx.connection.execute(sql, (callback, blocked, language, now))


def drop(tx: Tx, callback: bytes) -> None:
    """Forget a call: it is closed, or no one waits for it."""
    tx.connection.execute("DELETE FROM callback_hold WHERE callback=?", (callback,))


def clear(tx: Tx) -> None:
    """Forget all of them, to be made again."""
    tx.connection.execute("DELETE FROM callback_hold /* whole: it is filled again */")


def free(rows: Rows, until: str, spoken: Sequence[str]) -> Iterator[Callback]:
    """Yield the calls that are due before ``until`` (ISO text) and that nothing lasting is known against.

    The soonest comes first. ``spoken``: in small letters, what whoever asks speaks.
    """
    at, last = "", b""
    while True:
        given = {"until": until, "spoken": json.dumps(list(spoken)), "at": at, "id": last, "limit": _PAGE}
        found = callbacks.selected(rows, _FREE, given)
        yield from (one for _, one in found)
        if len(found) < _PAGE:
            return
        at, last = found[-1][0], found[-1][1].id


def counted(rows: Rows, until: str, spoken: Sequence[str]) -> dict[str, int]:
    """Return how many due calls are held for what, as ``free`` leaves them out."""
    given = {"until": until, "spoken": json.dumps(list(spoken))}
    return {str(row[0]): int(row[1]) for row in rows.connection.execute(_COUNTED, given).fetchall()}


def to_check(rows: Rows, until: str, before: str, limit: int) -> list[bytes]:
    """Return the due calls that were not looked into since ``before`` (ISO text), those never looked into first."""
    given = {"until": until, "before": before, "limit": limit}
    return [bytes(row[0]) for row in rows.connection.execute(_TO_CHECK, given).fetchall()]


def blocked_by(rows: Rows, why: str, limit: int) -> list[bytes]:
    """Return the calls that are held for a reason."""
    sql = """SELECT callback FROM callback_hold WHERE blocked=? ORDER BY callback LIMIT ?
        /* whole: what is owed, for the list of its supervisor */"""
    return [bytes(row[0]) for row in rows.all(sql, why, limit)]


def open_calls(rows: Rows) -> list[bytes]:
    """Return every open call that somebody waits for, the soonest first."""
    return [bytes(row[0]) for row in rows.all(_OPEN)]
