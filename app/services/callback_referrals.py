"""Calls that wait for a supervisor: blocked lines (205), passed on (246), a language nobody at hand speaks (243).

They rest until the supervisor agrees on a time at which a named operator, who has another line or speaks the language,
calls; at that time the call comes before everything else, to that operator first.
"""

from dataclasses import dataclass
from datetime import datetime

from app.models.accounts import Permission
from app.models.appointments import USUAL, AppointmentKind
from app.models.errors import FieldInvalid, RecordGone
from app.models.retry_rules import Hindrance
from app.services import callback_appointments, callback_sheets
from app.services.callback_sheets import Sheet
from app.services.office import View, Work
from app.store import accounts
from app.store import callback_queue as queue_rows

#: How many are shown at once.
MOST = 200


@dataclass(frozen=True)
class Referred:
    """A call that waits: after which outcome and note, since when; ``name`` is "" where nobody is known."""

    callback: bytes
    code: str
    since: datetime
    name: str
    number: str
    note: str


@dataclass(frozen=True)
class _To:
    """Whom an appointment is for."""

    wanted_by: bytes | None
    agreed_with: str = ""


def referred(view: View) -> list[Referred]:
    """Return the calls that wait for a supervisor and for which no time is agreed yet, the longest waiting first."""
    view.require(Permission.REASSIGN_INQUIRIES)
    found: list[Referred] = []
    for one in queue_rows.blocked_by(view.rows, Hindrance.SUPERVISOR.value, MOST):
        sheet = callback_sheets.of(view, one)
        if sheet.appointment is None and sheet.log:
            found.append(_told(sheet))
    return sorted(found, key=_since)


def _told(sheet: Sheet) -> Referred:
    last = sheet.log[-1]
    name = sheet.case.name if sheet.case else ""
    since = last.ended_at or last.attempt.at
    return Referred(sheet.callback.id, last.attempt.code, since, name, sheet.number.shown, last.note)


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
