"""The sheet of one call that we owe: whom to dial, what was tried, and everything that speaks against dialing now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from app.models.accounts import Permission
from app.models.appointments import Appointment
from app.models.attempts import CaseStatus, fold, sessions
from app.models.callbacks import Callback, CallbackReason
from app.models.callers import PhoneNumber
from app.models.campaign_cases import Campaign, Case
from app.models.errors import RecordGone
from app.models.languages import speaks
from app.models.leases import Lease, current, right_to_dial
from app.models.retry_rules import Hindrance, Judge, Refusal, Situation
from app.models.units import Unit
from app.services import callback_rules, callers, phone_numbers
from app.services.office import View
from app.store import callback_attempts as attempt_rows
from app.store import callbacks as callback_rows
from app.store import campaign_cases as case_rows
from app.store import inquiries as inquiry_rows
from app.store import succession
from app.store import units as unit_rows
from app.store.callback_attempts import AttemptRow
from app.store.journal import Rows

#: How far back dials of a number matter to whoever dials it next.
_LOOK_BACK = timedelta(days=15)
#: In which stretch inbound calls are counted before an off-peak call is made.
_LOAD = timedelta(minutes=15)


@dataclass(frozen=True)
class Sheet:
    """One call with its history. ``number`` is dialed next, ``lease`` the right to dial where the call needs one."""

    callback: Callback
    campaign: Campaign | None
    case: Case | None
    log: tuple[AttemptRow, ...]
    situation: Situation
    judge: Judge
    number: PhoneNumber
    appointment: Appointment | None
    lease: Lease | None
    #: The institution that sent the case, where the directory knows it.
    unit: Unit | None = None

    @property
    def status(self) -> CaseStatus:
        """Return what the attempts make of the call."""
        return self.situation.status

    @property
    def language(self) -> str:
        """Return what whoever calls must speak ("" where nothing is known of it)."""
        return self.situation.status.language

    @property
    def person(self) -> str:
        """Return the key by which frames know the person ("" where the call is for no case)."""
        return self.case.person_key if self.case else ""

    @property
    def is_survey(self) -> bool:
        """Say whether the call keeps to the protocol of a survey."""
        return self.callback.reason in (CallbackReason.CAMPAIGN, CallbackReason.SATISFACTION)


def text_of(at: datetime) -> str:
    """Return a time as rows keep it."""
    return at.astimezone(UTC).isoformat()


def of(view: View, callback_id: bytes) -> Sheet:
    """Return the sheet of a call. Raises ``RecordGone`` and ``NotAllowed``."""
    view.require(Permission.TAKE_CONTACTS)
    found = of_row(view, callback_id)
    if found is None:
        raise RecordGone(entity="callback", id=callback_id.hex())
    return found


def of_row(view: View, callback_id: bytes) -> Sheet | None:
    """Return the sheet of a call, None where there is none; for services that have checked who asks."""
    callback = callback_rows.by_id(view.rows, callback_id)
    return made(view, callback) if callback is not None else None


def made(view: View, callback: Callback) -> Sheet:
    """Return the sheet of a call that was read already."""
    rows = view.rows
    campaign = case_rows.campaign(rows, callback.campaign) if callback.campaign else None
    case = case_rows.case(rows, callback.case) if callback.case else None
    log = attempt_rows.log_of(rows, callback.id)
    attempts = [one.attempt for one in log]
    judge = callback_rules.judge_of(view, callback, campaign)
    status = fold(attempts, judge.table, callback_rules.circumstances(callback, campaign))
    status = replace(status, language=callback.language or status.language)
    number = _number(view, callback, status)
    appointment = attempt_rows.appointment_of(rows, callback.id)
    key = number.key or ""
    asked = campaign if callback.reason is CallbackReason.CAMPAIGN else None
    others = attempt_rows.on_number(rows, key, text_of(view.now - _LOOK_BACK)) if key else []
    situation = Situation(
        attempts,
        [one.attempt for one in others],
        status,
        callback.begins_at,
        (appointment.start_at, appointment.end_at) if appointment else None,
        view.by.id.hex() if view.by else "",
        decided=bool(callback.line),
        too_late_at=asked.too_late_at(case.day, judge.slots.zone) if asked and case else None,
    )
    lease = _lease(view, callback.contact_group) if callback.contact_group else None
    unit = unit_rows.by_code(rows, case.about.get("institution", "")) if case else None
    callback = _of_finding(rows, callback) if callback.finding and not callback.caller_name else callback
    return Sheet(callback, campaign, case, tuple(log), situation, judge, number, appointment, lease, unit)


def _of_finding(rows: Rows, callback: Callback) -> Callback:
    """Return a call that is to verify a finding with the name of whoever said it, which they allowed to be used."""
    from app.store import findings as finding_rows  # no call of a desk waits for what findings bring

    found = finding_rows.by_id(rows, callback.finding) if callback.finding else None
    case = case_rows.case(rows, found.case) if found and found.case and found.finding.named else None
    return replace(callback, caller_name=case.name) if case else callback


def _lease(view: View, group: str) -> Lease | None:
    """Return the lease under which a group is dialed; None also where this station was declared gone meanwhile."""
    rows = view.rows
    held = current(*attempt_rows.lease_facts(rows, group))
    mine = held is not None and held.station == station(view)
    return None if held is not None and mine and succession.is_barred(rows, held) else held


def _number(view: View, callback: Callback, status: CaseStatus) -> PhoneNumber:
    known = callback.numbers or (callback.number,)
    good = next((one for one in known if one not in status.dead), known[0] if known else "")
    return phone_numbers.understood(good, view.settings.country)


def refusals(view: View, sheet: Sheet) -> list[Refusal]:
    """Return everything that speaks against dialing this call now, the most lasting first; [] where it may be."""
    found: list[Refusal] = []
    callback = sheet.callback
    if callback.closed_at is not None:
        return [Refusal(Hindrance.CLOSED)]
    if callers.never_call(view, sheet.number, callback.caller, sheet.person):
        found.append(Refusal(Hindrance.DO_NOT_CALL))
    if not sheet.number.uri:
        found.append(Refusal(Hindrance.NO_NUMBER))
    if sheet.campaign is not None and sheet.campaign.stopped_at is not None:
        found.append(Refusal(Hindrance.STOPPED))
    if not is_understood(view, sheet):
        found.append(Refusal(Hindrance.LANGUAGE))
    right = _right(view, sheet)
    if right is not None:
        found.append(right)
    return [*found, *sheet.judge.refusals(view.now, replace(sheet.situation, lines_busy=lines_busy(view)))]


def is_understood(view: View, sheet: Sheet) -> bool:
    """Say whether the person who asks speaks what the call needs; whom a supervisor chose for it is taken to do so."""
    me = view.by
    chosen = sheet.appointment is not None and me is not None and sheet.appointment.wanted_by == me.id
    return not sheet.language or chosen or (me is not None and speaks(me.speaks, sheet.language))


def _right(view: View, sheet: Sheet) -> Refusal | None:
    if not sheet.callback.contact_group:
        return None
    redials = sheet.judge.redials(view.now, sheet.situation)
    why = right_to_dial(sheet.lease, station(view), view.now, _under_lease(sheet) - redials)
    return Refusal(why) if why else None


def _under_lease(sheet: Sheet) -> int:
    epoch = sheet.lease.epoch if sheet.lease else None
    dialed = [one.attempt for one in sheet.log if one.epoch is not None and one.epoch == epoch]
    return len(sessions(dialed, sheet.judge.table))


def is_lease_used(sheet: Sheet) -> bool:
    """Say whether the station that holds the call has made every attempt that its lease allows."""
    return sheet.lease is not None and _under_lease(sheet) >= sheet.lease.attempts


def is_ours(view: View, sheet: Sheet) -> bool:
    """Say whether this station makes the call: it holds its lease, or nobody else called last where none is needed."""
    here = station(view)
    if sheet.callback.contact_group:
        return sheet.lease is not None and sheet.lease.station == here
    return not sheet.log or sheet.log[-1].attempt.station == here


def is_spent(view: View, sheet: Sheet) -> bool:
    """Say whether a survey call that no outcome ended has used up its attempts: no time and no redial is left to it."""
    if not sheet.is_survey or sheet.status.final or sheet.appointment is not None:
        return False
    against = sheet.judge.refusals(view.now, sheet.situation)  # while a busy line is dialed again nothing is used up
    return any(one.why is Hindrance.ATTEMPTS_USED for one in against)


def station(view: View) -> str:
    """Return by what this station is known in attempts and leases."""
    return succession.station(view.rows)


def lines_busy(view: View) -> bool:
    """Say whether so many inquiries came in lately that nobody makes off-peak calls."""
    most = view.settings.off_peak_below
    return inquiry_rows.count_since(view.rows, text_of(view.now - _LOAD), most) >= most


def hindrances(found: Sequence[Refusal]) -> tuple[str, ...]:
    """Return the codes of refusals, each once."""
    return tuple(dict.fromkeys(one.why.value for one in found))
