"""Promises and callbacks as rows."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from app.models.callbacks import Callback, CallbackReason
from app.models.codes import coded
from app.models.promises import Promise, PromiseState
from app.models.texts import moment
from app.store.journal import Rows

_COLUMNS = """SELECT b.id, b.reason, b.number, coalesce(b.due_at, b.begins_at), b.caller,
    (SELECT name FROM caller c WHERE c.id = b.caller), i.id, i.number, b.what, b.owner, b.closed_at, b.closed_code,
    b.campaign, b.case_id, b.contact_group, b.numbers, b.begins_at,
    b.language, b.finding, b.more_numbers, b.line, b.overruled_at"""
_FROM = """FROM callback b
    LEFT JOIN inquiry m ON m.id = b.inquiry LEFT JOIN inquiry i ON i.id = coalesce(m.merged_into, m.id)"""
_CALLBACK = f"{_COLUMNS} {_FROM}"
#: Calls (``b``) that ended since a time with one of these codes, or after one of those (both as JSON).
ENDED = """b.closed_at >= ?1 AND (b.closed_code IN (SELECT value FROM json_each(?2)) OR EXISTS (SELECT 1 FROM attempt s
    JOIN attempt_outcome t ON t.attempt = s.id WHERE s.callback = b.id
        AND t.code IN (SELECT value FROM json_each(?3))))"""
_PROMISE = """SELECT p.id, p.what, p.due_at, (SELECT state FROM promise_outcome o WHERE o.promise = p.id
    ORDER BY at DESC, o.id DESC LIMIT 1), p."by", (SELECT display FROM person q WHERE q.id = p."by"), p.caller,
    p.inquiry FROM promise p"""


def _callback(row: tuple[object, ...]) -> Callback:
    def ref(value: object) -> bytes | None:
        return bytes(value) if value else None  # type: ignore[arg-type]

    return Callback(
        bytes(row[0]),  # type: ignore[arg-type]
        coded(CallbackReason, row[1]),
        str(row[2] or ""),
        datetime.fromisoformat(str(row[3])),
        ref(row[4]),
        str(row[5]) if row[5] else None,
        ref(row[6]),
        str(row[7]) if row[7] else None,
        str(row[8]) if row[8] else None,
        ref(row[9]),
        moment(str(row[10]) if row[10] else None),
        str(row[11] or ""),
        ref(row[12]),
        ref(row[13]),
        str(row[14] or ""),
        _numbers(row),
        moment(str(row[16]) if row[16] else None),
        str(row[17] or ""),
        ref(row[18]),
        str(row[20] or ""),
        moment(str(row[21]) if row[21] else None),
    )


def _numbers(row: tuple[object, ...]) -> tuple[str, ...]:
    """Return the numbers of a call in the order in which they are tried: those that were added come last."""
    first = _listed(row[15])
    added = _listed(row[19])
    if added and not first and row[2]:
        first = (str(row[2]),)
    return tuple(dict.fromkeys((*first, *added)))


def _listed(value: object) -> tuple[str, ...]:
    return tuple(json.loads(str(value))) if value else ()


def open_callbacks(rows: Rows, limit: int = 200) -> list[Callback]:
    """Return the calls that we owe, the soonest first."""
    sql = f"{_CALLBACK} WHERE b.closed_at IS NULL AND b.due_at > '' ORDER BY b.due_at LIMIT ?"
    return [_callback(row) for row in rows.all(sql, limit)]


def by_id(rows: Rows, callback_id: bytes) -> Callback | None:
    """Return one callback, or None."""
    row = rows.one(f"{_CALLBACK} WHERE b.id=?", callback_id)
    return _callback(row) if row else None


def open_of_inquiry(rows: Rows, inquiry: bytes, reason: CallbackReason) -> bytes | None:
    """Return the call of this reason that is owed about an inquiry, or None."""
    sql = "SELECT id FROM callback WHERE inquiry=? AND closed_at IS NULL AND reason=? LIMIT 1"
    row = rows.one(sql, inquiry, reason.value)
    return bytes(row[0]) if row else None


def of_finding(rows: Rows, finding: bytes) -> list[Callback]:
    """Return the calls by which a finding was to be verified, in the order in which they were owed."""
    return [_callback(row) for row in rows.all(f"{_CALLBACK} WHERE b.finding=? ORDER BY b.id", finding)]


def open_of_callers(rows: Rows, cards: Collection[bytes]) -> tuple[Callback, ...]:
    """Return the calls that we owe a person, the soonest first. ``cards``: every card that is linked as theirs."""
    sql = f"{_CALLBACK} WHERE b.caller=? AND b.closed_at IS NULL ORDER BY b.due_at"
    found = [_callback(row) for card in cards for row in rows.all(sql, card)]
    return tuple(sorted(found, key=_due_at) if len(cards) > 1 else found)


def _due_at(one: Callback) -> datetime:
    return one.due_at


def selected(rows: Rows, where: str, given: Mapping[str, object]) -> list[tuple[str, Callback]]:
    """Return the calls (``b``) that a condition with its order selects, each with when it is due as it is kept."""
    found = rows.connection.execute(f"{_CALLBACK} {where}", given).fetchall()
    return [(str(row[3]), _callback(row)) for row in found]


def open_of_number(rows: Rows, number: str, limit: int = 50) -> list[Callback]:
    """Return the open calls to a number, by what it is known again, as it was typed or in the queue of surveys."""
    sql = f"""{_CALLBACK} WHERE b.closed_at IS NULL AND b.id IN (SELECT id FROM callback WHERE number=?
        AND closed_at IS NULL UNION SELECT callback FROM callback_queue WHERE number=?) ORDER BY b.id LIMIT ?"""
    return [_callback(row) for row in rows.all(sql, number, number, limit)]


def open_of_person(rows: Rows, person: str) -> list[Callback]:
    """Return the open calls for the cases of a person, by the key by which frames know them."""
    sql = f"""{_CALLBACK} WHERE b.closed_at IS NULL AND b.case_id IN
        (SELECT id FROM campaign_case WHERE person_key=?) ORDER BY b.id"""
    return [_callback(row) for row in rows.all(sql, person)]


def of_group(rows: Rows, group: str) -> list[Callback]:
    """Return the open calls to a contact group."""
    sql = f"{_CALLBACK} WHERE b.contact_group=? AND b.closed_at IS NULL ORDER BY b.id"
    return [_callback(row) for row in rows.all(sql, group)]


def open_of_campaign(rows: Rows, campaign: bytes) -> list[bytes]:
    """Return the calls of a campaign that are open."""
    sql = "SELECT id FROM callback WHERE campaign=? AND closed_at IS NULL ORDER BY id"
    return [bytes(row[0]) for row in rows.all(sql, campaign)]


def count_later(rows: Rows, after: str) -> tuple[int, str | None]:
    """Return how many calls that somebody waits for are due after a time (ISO text), and when the first one is."""
    row = rows.one("SELECT count(*), min(due_at) FROM callback WHERE closed_at IS NULL AND due_at > ?", after)
    return (int(row[0]), row[1]) if row else (0, None)


def count_due(rows: Rows, until: str) -> int:
    """Return how many open callbacks are due before ``until`` (ISO text)."""
    row = rows.one("SELECT count(*) FROM callback WHERE closed_at IS NULL AND due_at < ?", until)
    return int(row[0]) if row else 0


def owed_after(rows: Rows, codes: Sequence[str], limit: int) -> list[bytes]:
    """Return the calls that somebody waits for and whose last outcome is one of these or named a language."""
    sql = """SELECT id FROM callback WHERE closed_at IS NULL AND due_at > '' AND (language > '' OR
        (SELECT o.code FROM attempt a JOIN attempt_outcome o ON o.attempt = a.id WHERE a.callback = callback.id
            ORDER BY a.at DESC LIMIT 1) IN (SELECT value FROM json_each(?))) ORDER BY due_at LIMIT ?"""
    return [bytes(row[0]) for row in rows.all(sql, json.dumps(list(codes)), limit)]


def count_by_language(rows: Rows, campaign: bytes | None) -> list[tuple[str, int]]:
    """Return the languages that open calls need, each as it is spelled, with how many: of a campaign, None: of all."""
    sql = """SELECT language, count(*) FROM callback WHERE closed_at IS NULL AND language > ''
        AND (?1 IS NULL OR campaign = ?1) GROUP BY language ORDER BY language"""
    return [(str(row[0]), int(row[1])) for row in rows.all(sql, campaign)]


def to_check(rows: Rows, limit: int) -> list[bytes]:
    """Return the calls that ended because a number is no good or the stay was denied and nobody has checked it."""
    sql = """SELECT id FROM callback WHERE closed_code IN ('301', '303', '304', '401') AND checked_at IS NULL
        AND reason IN ('campaign', 'satisfaction') ORDER BY closed_at DESC LIMIT ?
        /* whole: an index of its own that holds what is to be checked */"""
    return [bytes(row[0]) for row in rows.all(sql, limit)]


def ended_since(rows: Rows, since: str, codes: Sequence[str], said: Sequence[str]) -> list[tuple[Callback, str]]:
    """Return the calls that ended since a time (ISO text) with one of these ``codes``, or after one of ``said``.

    With each comes the key by which frames know its person ("" where the call is for no case).
    """
    sql = f"""{_COLUMNS}, (SELECT k.person_key FROM campaign_case k WHERE k.id = b.case_id) {_FROM} WHERE {ENDED}
        /* whole: the calls of a year, against which a sample is held */"""
    found = rows.all(sql, since, json.dumps(list(codes)), json.dumps(list(said)))
    return [(_callback(row), str(row[-1] or "")) for row in found]


def ended_on(rows: Rows, number: str, since: str) -> list[Callback]:
    """Return the calls that dialed a number and ended since a time (ISO text)."""
    sql = f"""{_CALLBACK} WHERE b.closed_at >= ? AND b.id IN (SELECT a.callback FROM attempt a WHERE a.number=?)
        ORDER BY b.id"""
    return [_callback(row) for row in rows.all(sql, since, number)]


def added_numbers(rows: Rows, callback: bytes) -> list[str]:
    """Return the numbers that were added to a call."""
    row = rows.one("SELECT more_numbers FROM callback WHERE id=?", callback)
    return list(_listed(row[0])) if row else []


def open_in_language(rows: Rows, language: str) -> list[bytes]:
    """Return the open calls that need a language, as it is spelled there."""
    sql = "SELECT id FROM callback WHERE closed_at IS NULL AND language > '' AND language=? ORDER BY id"
    return [bytes(row[0]) for row in rows.all(sql, language)]


def unspoken(rows: Rows) -> list[tuple[bytes, str]]:
    """Return the calls that ended because of a language (243), each with the language that its person speaks."""
    sql = "SELECT id, language FROM callback WHERE closed_code = '243' AND language > '' ORDER BY language, id"
    return [(bytes(row[0]), str(row[1])) for row in rows.all(sql)]


def promises_of_callers(rows: Rows, cards: Collection[bytes], limit: int = 20) -> tuple[Promise, ...]:
    """Return what was promised to a person: what still stands first, then the newest.

    ``cards``: every card that is linked as theirs.
    """
    sql = f"{_PROMISE} WHERE p.caller=? ORDER BY p.id DESC LIMIT ?"
    found = [_promise(row) for card in cards for row in rows.all(sql, card, limit)]
    return tuple(sorted(sorted(found, key=_id_of, reverse=True)[:limit], key=_settled))


def _id_of(promise: Promise) -> bytes:
    return promise.id


def promises_of_inquiry(rows: Rows, inquiry: bytes) -> list[Promise]:
    """Return what was promised on an inquiry and on what is merged into it."""
    sql = f"""{_PROMISE} WHERE p.inquiry IN (SELECT ? UNION ALL SELECT id FROM inquiry WHERE merged_into=?)
        ORDER BY p.id"""
    return [_promise(row) for row in rows.all(sql, inquiry, inquiry)]


def _settled(promise: Promise) -> bool:
    return promise.state is not PromiseState.OPEN


def _promise(row: tuple[object, ...]) -> Promise:
    def ref(value: object) -> bytes | None:
        return bytes(value) if value else None  # type: ignore[arg-type]

    return Promise(
        bytes(row[0]),  # type: ignore[arg-type]
        str(row[1] or ""),
        moment(str(row[2]) if row[2] else None),
        coded(PromiseState, row[3] or "open"),
        ref(row[4]),
        str(row[5]) if row[5] else None,
        ref(row[6]),
        ref(row[7]),
    )
