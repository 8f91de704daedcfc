"""Calls that wait for a supervisor: blocked lines (205), passed on (246), a language nobody at hand speaks (243).

They rest until the supervisor agrees on a time at which a named operator, who has another line or speaks the language,
calls; at that time the call comes before everything else, to that operator first.
"""

from dataclasses import dataclass
from datetime import datetime

from app.models.accounts import Permission, Person
from app.models.appointments import USUAL, AppointmentKind
from app.models.errors import FieldInvalid, RecordGone
from app.models.languages import CODES, is_named
from app.models.retry_rules import Hindrance
from app.services import callback_appointments, callback_sheets, wording
from app.services.callback_sheets import Sheet
from app.services.office import View, Work
from app.store import accounts
from app.store import callback_queue as queue_rows

#: How many are shown at once.
MOST = 200


@dataclass(frozen=True)
class Referred:
    """A call that waits: after which outcome and note, since when; ``name`` is "" where nobody is known.

    ``speakers`` are the names of those who speak a language that the note names.
    """

    callback: bytes
    code: str
    since: datetime
    name: str
    number: str
    note: str
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True)
class _To:
    """Whom an appointment is for."""

    wanted_by: bytes | None
    agreed_with: str = ""


def referred(view: View) -> list[Referred]:
    """Return the calls that wait for a supervisor and for which no time is agreed yet, the longest waiting first."""
    view.require(Permission.REASSIGN_INQUIRIES)
    found: list[Referred] = []
    people = accounts.everyone(view.rows)
    able = [one for one in people if one.may(Permission.TAKE_CONTACTS) and not one.is_gone(view.now)]
    for one in queue_rows.blocked_by(view.rows, Hindrance.SUPERVISOR.value, MOST):
        sheet = callback_sheets.of(view, one)
        if sheet.appointment is None and sheet.log:
            found.append(_told(sheet, able))
    return sorted(found, key=_since)


def _told(sheet: Sheet, able: list[Person]) -> Referred:
    last = sheet.log[-1]
    name = sheet.case.name if sheet.case else ""
    since = last.ended_at or last.attempt.at
    code, note = last.attempt.code, last.note
    speakers = tuple(one.display for one in able if any(_named(word, note) for word in one.speaks))
    return Referred(sheet.callback.id, code, since, name, sheet.number.shown, note, speakers)


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
    if callback not in queue_rows.blocked_by(work.tx, Hindrance.SUPERVISOR.value, MOST):
        raise RecordGone(entity="callback", id=callback.hex())
    about = _To(person[0].id)
    return callback_appointments.book(
        work, callback, start_at, start_at + USUAL, kind=AppointmentKind.SOFT, about=about
    )
