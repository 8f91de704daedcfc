"""Appointments for calls: agreeing on a time, the agenda of a day, and what became of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from app.models.accounts import Permission
from app.models.appointments import (
    USUAL,
    Appointment,
    AppointmentKind,
    AppointmentState,
    AppointmentTooLate,
    HourIsFull,
    became,
    check,
    most_in_an_hour,
)
from app.models.attempts import Attempt, ClosedFor, MissedBy, closed, refusal
from app.models.calendars import written
from app.models.callbacks import Callback
from app.models.journal import Value
from app.models.retry_rules import Hindrance
from app.models.slots import EARLIEST, LATEST, SlotOutOfHours
from app.models.texts import clean
from app.services import callback_closing, callback_queue, callback_rules, callback_sheets, callback_unspoken
from app.services.callback_sheets import Sheet, text_of
from app.services.office import View, Work
from app.store import callback_attempts as rows_of
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows

_HOUR = timedelta(hours=1)
#: So many calls whose attempts are used up are looked into at once.
_LOOK = 100


class About(Protocol):
    """What is said of an appointment beside its time."""

    @property
    def agreed_with(self) -> str:
        """Return who agreed."""
        ...

    @property
    def wanted_by(self) -> bytes | None:
        """Return the operator who is to call."""
        ...


@dataclass(frozen=True)
class Agreed:
    """An appointment with the call that it is for."""

    appointment: Appointment
    callback: Callback


@dataclass(frozen=True)
class AgendaHour:
    """One hour of a day: when it begins, what is agreed in it, whether more can be agreed."""

    starts_at: datetime
    agreed: tuple[Agreed, ...]
    full: bool


def book(
    work: Work, callback: bytes, start_at: datetime, end_at: datetime, *, kind: AppointmentKind, about: About
) -> bytes:
    """Agree on a time for a call; an earlier appointment of the same call is withdrawn.

    Raises ``AppointmentBackward``, ``SlotOutOfHours``, ``AppointmentTooLate``, ``HourIsFull``, ``RecordGone``.
    """
    work.require(Permission.TAKE_CONTACTS)
    sheet = callback_sheets.of(work, callback)
    _check(sheet, start_at, end_at, work.now)
    _has_room(work, start_at, callback)
    if sheet.appointment is not None:
        work.tx.put("appointment", sheet.appointment.id, {"state": AppointmentState.WITHDRAWN.value})
    values: dict[str, Value] = {
        "callback": callback.hex(),
        "start_at": text_of(start_at),
        "end_at": text_of(end_at),
        "kind": kind.value,
        "agreed_with": clean(about.agreed_with, 120),
        "number": sheet.number.key or "",
        "wanted_by": about.wanted_by.hex() if about.wanted_by else None,
        "state": AppointmentState.OPEN.value,
        "made_at": text_of(work.now),
        "made_by": work.person.id.hex(),
    }
    made = work.tx.add("appointment", values)
    callback_queue.refresh(work, callback)
    return made


def _check(sheet: Sheet, start_at: datetime, end_at: datetime, now: datetime) -> None:
    """Refuse a time at which nobody would be dialed: past, at night, after the field period of the case."""
    slots, days = sheet.judge.slots, sheet.judge.policy.field_days
    local = start_at.astimezone(slots.zone)
    check(local, end_at.astimezone(slots.zone), now)
    if not slots.is_decent(start_at):
        hours = {"earliest": written(EARLIEST), "latest": written(LATEST)}
        raise SlotOutOfHours(field="start_at", value=f"{local:%H:%M}", **hours)
    begins = sheet.callback.begins_at
    if begins is not None and days and start_at >= begins + timedelta(days=days):
        last = (begins + timedelta(days=days)).astimezone(slots.zone)
        raise AppointmentTooLate(field="start_at", value=f"{local:%Y-%m-%d}", last=f"{last:%Y-%m-%d}")


def _has_room(work: Work, start_at: datetime, callback: bytes) -> None:
    hour = start_at.replace(minute=0, second=0, microsecond=0)
    known = rows_of.appointments_between(work.tx, text_of(hour), text_of(hour + _HOUR))
    others = [one for one in known if one.callback != callback]
    if len(others) >= most_in_an_hour(work.settings.calls_an_hour):
        raise HourIsFull(
            hour=start_at.astimezone(callback_rules.slots_of(work).zone).strftime("%H:00"), count=len(others)
        )


def settle(work: Work, sheet: Sheet, call: Attempt, code: str) -> None:
    """Say what a call made of the appointment; one before its time, or in it to nobody, leaves it as it is."""
    agreed = sheet.appointment
    made = became(agreed, call, sheet.judge.table[code], sheet.situation.log) if agreed is not None else None
    if agreed is not None and made is not None:
        _settled(work, agreed, *made)


def _settled(work: Work, one: Appointment, state: AppointmentState, by: MissedBy | None) -> None:
    missed: dict[str, Value] = {"missed_by": by.value} if by else {}
    work.tx.put("appointment", one.id, {"state": state.value, **missed})


def sweep(work: Work) -> int:
    """Say of appointments whose time is over whether we missed them or, where we called in vain, the person did.

    Each station does it for its own calls: it alone knows whom it called. One that we missed costs the person nothing;
    one in whose time a call began that goes on is said when that has ended. Survey calls to which nothing is left, no
    agreed time and no redial, end by their limit.

    Calls whose rest is over are marked on the way, so that the next one is found at once; those in a language that
    nobody speaks any more end, those that somebody speaks now come back. What stands against calls that somebody waits
    for is looked into again.
    """
    work.require(Permission.TAKE_CONTACTS)
    callback_queue.ripen(work)
    callback_queue.look_again(work)
    callback_unspoken.settle(work)
    until = work.now - USUAL
    count = 0
    for one in rows_of.appointments_between(work.tx, "", text_of(until), mine=True):
        sheet = callback_sheets.of_row(work, one.callback) if one.end_at < work.now else None
        if sheet is None or not callback_sheets.is_ours(work, sheet):
            continue
        log = sheet.situation.log
        if all(dial.code for dial in one.dials(log)):
            _settled(work, one, AppointmentState.MISSED, one.lapsed_by(log))
            callback_queue.refresh(work, one.callback)
            count += 1
    for call in queue_rows.blocked_by(work.tx, Hindrance.ATTEMPTS_USED.value, _LOOK):
        _end_spent(work, call)
    return count


def _end_spent(work: Work, callback: bytes) -> None:
    """End a call whose attempts are used up; one whose agreed time we missed is left to who calls back."""
    sheet = callback_sheets.of_row(work, callback)
    agreed = [one for one in rows_of.appointments_of(work.tx, callback) if one.state is not AppointmentState.WITHDRAWN]
    left = bool(agreed) and agreed[-1].missed_by is MissedBy.US
    if sheet is None or left or not callback_sheets.is_ours(work, sheet) or not callback_sheets.is_spent(work, sheet):
        return
    status = closed(sheet.status, ClosedFor.LIMIT)
    callback_closing.close(work, sheet.callback, status.code, kept=status.contacted)
    refused = refusal(status, sheet.judge.table)
    if refused:
        numbers = {*sheet.callback.numbers, sheet.callback.number} - status.dead
        callback_closing.close_surveys(work, sheet.callback, sheet.person, refused, numbers)


def agenda(view: View, day_of: datetime) -> tuple[AgendaHour, ...]:
    """Return the hours of a day in which people may be called, with what is agreed in each."""
    view.require(Permission.TAKE_CONTACTS)
    midnight = callback_rules.slots_of(view).midnight(day_of, 0)
    most = most_in_an_hour(view.settings.calls_an_hour)
    found: list[AgendaHour] = []
    for hour in range(8, 21):
        start = midnight + hour * _HOUR
        agreed = tuple(_agreed(view, start))
        found.append(AgendaHour(start, agreed, len(agreed) >= most))
    return tuple(found)


def _agreed(view: View, start: datetime) -> list[Agreed]:
    known = rows_of.appointments_between(view.rows, text_of(start), text_of(start + _HOUR))
    found = ((one, callback_rows.by_id(view.rows, one.callback)) for one in known)
    return [Agreed(one, callback) for one, callback in found if callback is not None]
