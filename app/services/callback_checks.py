"""What outcomes ask a supervisor to find out, and what follows: is the stay real, another number, another line, a twin.

A stay that was denied (401) is compared with the institution's list; a dead number (301, 303, 304) is asked for at the
institution; a blocked line (205) is called from another one; two cases that are one person are merged (403).
"""

from dataclasses import dataclass
from datetime import datetime

from app.models.accounts import Permission
from app.models.attempts import ClosedFor, closed
from app.models.call_checks import CheckKind, NotOnePerson, NumberShared, kind_of
from app.models.callbacks import Callback, CallbackReason
from app.models.dispositions import BLOCKED, DENIED, DONE, DUPLICATE, PARTLY_DONE
from app.models.errors import FieldInvalid, FieldMissing, RecordGone
from app.models.retry_rules import Hindrance
from app.models.texts import clean
from app.models.units import Unit
from app.services import callback_closing, callback_queue, callback_sheets, callers, phone_numbers
from app.services.callback_sheets import Sheet, text_of
from app.services.office import View, Work
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows

#: How many are shown at once.
MOST = 200
_DEAD = ("301", "303", "304")


@dataclass(frozen=True)
class ToCheck:
    """One call to be looked into: of whom, of which institution, after which outcome and note, since when.

    ``place`` is the code of the stratum, ``unit`` the institution itself where it is known.
    """

    callback: bytes
    kind: CheckKind
    code: str
    since: datetime
    name: str
    number: str
    place: str
    note: str
    unit: Unit | None = None


def to_check(view: View) -> list[ToCheck]:
    """Return the calls that a supervisor looks into, the longest waiting first, but for those of ended campaigns."""
    view.require(Permission.REASSIGN_INQUIRIES)
    rows = view.rows
    found = [*callback_rows.to_check(rows, MOST), *queue_rows.blocked_by(rows, Hindrance.SUPERVISOR.value, MOST)]
    sheets = (callback_sheets.of(view, one) for one in found)
    return sorted((_told(one) for one in sheets if _is_open(view, one)), key=_since)


def _is_open(view: View, sheet: Sheet) -> bool:
    if sheet.callback.closed_at is not None:
        return not callback_closing.is_over(view, sheet.callback)
    return sheet.status.code == BLOCKED and not sheet.callback.line and sheet.appointment is None


def _told(sheet: Sheet) -> ToCheck:
    last = sheet.log[-1] if sheet.log else None
    callback = sheet.callback
    code = callback.closed_code or sheet.status.code
    since = callback.closed_at or (last.ended_at or last.attempt.at if last else callback.due_at)
    name = sheet.case.name if sheet.case else callback.caller_name or ""
    place = sheet.case.stratum if sheet.case else ""
    note = last.note if last else ""
    return ToCheck(callback.id, kind_of(code), code, since, name, sheet.number.shown, place, note, sheet.unit)


def _since(one: ToCheck) -> datetime:
    return one.since


def denial_stands(work: Work, callback: bytes, note: str = "") -> None:
    """Say that the list was wrong: the person had no such stay, and the case stays ended with 401.

    Raises ``RecordGone`` where the call did not end so.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    _checked(work, _ended(work, callback, (DENIED,)), note)


def stay_confirmed(work: Work, callback: bytes, note: str = "") -> None:
    """Say that the stay is real: whoever denied it was somebody else (207), and the person is called again.

    Where no attempt or no day is left the case ends as one that was never reached. Raises ``RecordGone``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    ended = _ended(work, callback, (DENIED,))
    _checked(work, ended, note)
    work.tx.put("callback", callback, {"overruled_at": text_of(work.now)})
    sheet = callback_sheets.of(work, callback)
    against = {one.why for one in sheet.judge.refusals(work.now, sheet.situation)}
    if sheet.status.final or not against.isdisjoint((Hindrance.ATTEMPTS_USED, Hindrance.FIELD_OVER)):
        status = closed(sheet.status, ClosedFor.LIMIT)
        callback_closing.close(work, sheet.callback, status.code, kept=status.contacted)
    else:
        callback_closing.reopen(work, sheet.callback)
        callback_queue.refresh(work, callback)


def no_number(work: Work, callback: bytes, note: str = "") -> None:
    """Say that the institution knows no other number either; the case stays ended. Raises ``RecordGone``."""
    work.require(Permission.REASSIGN_INQUIRIES)
    _checked(work, _ended(work, callback, _DEAD), note)


def add_number(work: Work, callback: bytes, typed: str) -> None:
    """Add a number to a survey call; it is tried after those that are known, also where the call had ended for them.

    Raises ``FieldInvalid`` for what is no number, known already or never to be called, ``NumberShared`` and
    ``RecordGone``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    sheet = callback_sheets.of(work, callback)
    call = sheet.callback
    if not sheet.is_survey or (call.closed_at is not None and call.closed_code not in _DEAD):
        raise RecordGone(entity="callback", id=callback.hex())
    number = phone_numbers.understood(typed, work.settings.country)
    if not number.uri or number.key is None or number.key in (*call.numbers, call.number):
        raise FieldInvalid(field="number", value=typed)
    if callers.never_call(work, number, call.caller):
        raise FieldInvalid(field="number", value=typed)
    others = callback_rows.open_of_number(work.tx, number.key)
    if any(one.contact_group not in ("", call.contact_group) for one in others):
        raise NumberShared(field="number")
    known = callback_rows.added_numbers(work.tx, callback)
    work.tx.put("callback", callback, {"more_numbers": [*known, number.key], "checked_at": None})
    if call.closed_at is not None:
        callback_closing.reopen(work, call)
    callback_queue.refresh(work, callback)


def other_line(work: Work, callback: bytes, line: str) -> None:
    """Let a call whose line was blocked be made again, from another line that its card names.

    Raises ``FieldMissing``, ``RecordGone``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    said = clean(line)
    if not said:
        raise FieldMissing(field="line")
    sheet = callback_sheets.of(work, callback)
    if sheet.callback.closed_at is not None or sheet.status.code != BLOCKED:
        raise RecordGone(entity="callback", id=callback.hex())
    work.tx.put("callback", callback, {"line": said[:40]})
    callback_queue.refresh(work, callback)


def same_person(work: Work, one: bytes, other: bytes) -> bytes:
    """Say that two cases of a campaign are one person: the first goes on, the later ends (403); return the later one.

    An interview that was given is kept, whichever came first. No attempt is counted. Raises ``NotOnePerson``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    both = sorted((callback_sheets.of(work, each) for each in (one, other)), key=_keeps_first)
    first, later = both
    done = later.status.code in (DONE, PARTLY_DONE)
    calls = first.callback, later.callback
    if one == other or done or calls[0].campaign is None or calls[0].campaign != calls[1].campaign:
        raise NotOnePerson
    if later.callback.closed_code != DUPLICATE:
        callback_closing.close(work, later.callback, DUPLICATE, kept=False)
        work.tx.put("callback", later.callback.id, {"check_note": first.callback.id.hex()})
    return later.callback.id


def _keeps_first(sheet: Sheet) -> tuple[bool, datetime, bytes]:
    done = sheet.status.code in (DONE, PARTLY_DONE)
    return not done, sheet.callback.begins_at or sheet.callback.due_at, sheet.callback.id


def _ended(work: Work, callback: bytes, codes: tuple[str, ...]) -> Callback:
    found = callback_sheets.of(work, callback).callback
    if found.closed_code not in codes or found.reason not in (CallbackReason.CAMPAIGN, CallbackReason.SATISFACTION):
        raise RecordGone(entity="callback", id=callback.hex())
    return found


def _checked(work: Work, call: Callback, note: str) -> None:
    work.tx.put("callback", call.id, {"checked_at": text_of(work.now), "check_note": clean(note, 2000)})
