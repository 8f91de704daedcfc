"""Calls that wait for a supervisor: blocked lines (205), passed on (246), a language nobody at hand speaks (243).

They rest until the supervisor agrees on a time at which a named operator, who has another line or speaks the language,
calls; at that time the call comes before everything else, to that operator first. Or the supervisor says the language,
and whoever speaks it is offered the call; or ends the call with the outcome that it has. A call whose operator left
without saying how it ended stands still as well: a supervisor says it instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.models.accounts import Permission, Person
from app.models.appointments import USUAL, AppointmentKind
from app.models.dispositions import NextStep
from app.models.errors import FieldInvalid, RecordGone
from app.models.languages import CODES, is_named, speaks
from app.models.retry_rules import Hindrance
from app.services import callback_appointments, callback_closing, callback_rules, callback_sheets, wording
from app.services.callback_sheets import Sheet
from app.services.office import View, Work
from app.store import accounts, callback_holds
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows

#: How many are shown at once.
MOST = 200
#: How long an outcome may be missing before a supervisor is asked for it.
MISSING = timedelta(hours=1)


@dataclass(frozen=True)
class Referred:
    """A call that waits: after which outcome and note, since when; ``name`` is "" where nobody is known.

    ``speakers`` are the names of those who speak its ``language``; where none is known, one that the note names.
    ``attempt``: its outcome was never said, by the one of ``speakers``.
    """

    callback: bytes
    code: str
    since: datetime
    name: str
    number: str
    note: str
    speakers: tuple[str, ...] = ()
    language: str = ""
    attempt: bytes | None = None

    @property
    def is_offered(self) -> bool:
        """Say whether the call comes by itself to somebody who speaks its language."""
        return bool(self.language and self.speakers)


@dataclass(frozen=True)
class _To:
    """Whom an appointment is for."""

    wanted_by: bytes | None
    agreed_with: str = ""


def referred(view: View) -> list[Referred]:
    """Return the calls that wait for a supervisor or a speaker, no time being agreed yet, the longest waiting first."""
    view.require(Permission.REASSIGN_INQUIRIES)
    able = operators(view)
    sheets = (callback_sheets.of(view, one) for one in _waiting(view))
    found = [_told(one, able) for one in sheets if _waits(one)]
    return sorted([*found, *_left_open(view)], key=_since)


def _left_open(view: View) -> Iterator[Referred]:
    """Yield the calls whose operator went away without an outcome; as long as it is missing nobody calls them."""
    rows, before = view.rows, view.now - MISSING
    owed = callback_holds.blocked_by(rows, Hindrance.OUTCOME_MISSING.value, MOST)
    ids = dict.fromkeys([*_blocked(view, Hindrance.OUTCOME_MISSING), *owed])
    names = {one.id.hex(): one.display for one in accounts.everyone(rows)}
    for sheet in (callback_sheets.of(view, one) for one in ids):
        row = next((one for one in sheet.log if not one.attempt.code), None)
        if row is not None and row.attempt.at <= before:
            one, by = _told(sheet, []), names.get(row.attempt.operator, "")
            yield replace(one, code="", since=row.attempt.at, speakers=(by,), attempt=row.id)


def operators(view: View) -> list[Person]:
    """Return whom a call can be given to."""
    view.require(Permission.REASSIGN_INQUIRIES)
    people = accounts.everyone(view.rows)
    return [one for one in people if one.may(Permission.TAKE_CONTACTS) and not one.is_gone(view.now)]


def _waiting(view: View) -> list[bytes]:
    rows = view.rows
    codes = [one.code for one in callback_rules.table() if one.next.step is NextStep.SUPERVISOR]
    found = [one for why in (Hindrance.SUPERVISOR, Hindrance.LANGUAGE) for one in _blocked(view, why)]
    return list(dict.fromkeys([*found, *callback_rows.owed_after(rows, codes, MOST)]))


def _blocked(view: View, why: Hindrance) -> list[bytes]:
    return queue_rows.blocked_by(view.rows, why.value, MOST)


def _waits(sheet: Sheet) -> bool:
    return sheet.appointment is None and bool(sheet.log) and sheet.callback.closed_at is None


def _told(sheet: Sheet, able: list[Person]) -> Referred:
    last = sheet.log[-1]
    name = sheet.case.name if sheet.case else sheet.callback.caller_name or ""
    since = last.ended_at or last.attempt.at
    code, note = last.attempt.code, last.note
    speakers = tuple(one.display for one in able if _speaks(one, sheet.language, note))
    return Referred(sheet.callback.id, code, since, name, sheet.number.shown, note, speakers, sheet.language)


def _speaks(one: Person, language: str, note: str) -> bool:
    return speaks(one.speaks, language) if language else any(_named(word, note) for word in one.speaks)


def _named(word: str, note: str) -> bool:
    words = [wording.label("language", word, one) for one in wording.LANGUAGES] if word in CODES else [word]
    return any(is_named(one, note) for one in words)


def _since(one: Referred) -> datetime:
    return one.since


def hand_over(work: Work, callback: bytes, to: str, start_at: datetime) -> bytes:
    """Let a named operator make a call that waits for a supervisor, from a time on; return the appointment.

    Raises ``RecordGone`` where it does not wait for one, ``FieldInvalid``, ``AppointmentBackward``, ``HourIsFull``.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    person = accounts.by_name(work.tx, to)
    if person is None:
        raise FieldInvalid(field="to", value=to)
    _waiting_one(work, callback)
    about = _To(person[0].id)
    return callback_appointments.book(
        work, callback, start_at, start_at + USUAL, kind=AppointmentKind.HANDED, about=about
    )


def end(work: Work, callback: bytes) -> str:
    """End a call that waits with the outcome that it has, as nobody can make it; return its code.

    Raises ``RecordGone`` where it does not wait for a supervisor or a speaker.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    sheet = _waiting_one(work, callback)
    callback_closing.close(work, sheet.callback, sheet.status.code, kept=False)
    work.tx.put("callback", callback, {"language": None})  # whoever speaks it later, it does not come back
    return sheet.status.code


def _waiting_one(work: Work, callback: bytes) -> Sheet:
    if callback not in _waiting(work):
        raise RecordGone(entity="callback", id=callback.hex())
    sheet = callback_sheets.of(work, callback)
    if not _waits(sheet):  # somebody else has agreed on a time meanwhile, or it was never dialed
        raise RecordGone(entity="callback", id=callback.hex())
    return sheet
