"""Calling: an attempt is written before anybody dials, and says how it ended before the next one begins."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.models.accounts import Permission
from app.models.appointments import KIND_OF, USUAL, AppointmentKind, not_kept_by
from app.models.attempts import Attempt, CaseStatus, ClosedFor, Direction, MissedBy, closed, refusal
from app.models.call_turns import Arm
from app.models.callbacks import CallbackReason
from app.models.claims import Claim
from app.models.dispositions import BLOCKED, DIALECT, DONE, KEPT_AWAY, PARTLY_DONE, Disposition, NextStep, Suppression
from app.models.errors import CannotNow, FieldInvalid, FieldMissing, FieldWrong, RecordGone
from app.models.ids import derived_id
from app.models.interviews import percents_of
from app.models.journal import Value
from app.models.retry_rules import Hindrance
from app.models.texts import clean
from app.services import (
    callback_appointments,
    callback_claims,
    callback_closing,
    callback_languages,
    callback_queue,
    callback_sheets,
    callback_unspoken,
    callback_verifying,
    callbacks,
    callers,
    inquiry_steps,
    interviews,
    questionnaires,
)
from app.services.callback_sheets import Sheet, station, text_of
from app.services.office import View, Work
from app.store import callback_attempts as attempt_rows
from app.store.callback_attempts import AttemptRow


class CallNotAllowed(CannotNow):
    """A call may not be made now. Facts: ``hindrance`` (codes), ``until`` (ISO text, "" where nobody knows)."""


class OutcomeMissing(CannotNow):
    """The last call of this person has no outcome yet. Facts: ``attempt``, ``callback`` (ids)."""


class OutcomeStands(CannotNow):
    """How this call ended is said already. Facts: ``code``."""


class AfterCall(CannotNow):
    """An outcome was given to a call that cannot have it. Facts: ``code``."""


class ShareUnlike(FieldWrong):
    """An outcome unlike what was answered. Facts: ``field``, ``percent``, ``outcome``, ``least``, ``most``."""


@dataclass(frozen=True)
class Begun:
    """An attempt that was written down: what a telephone program is asked to dial, how long it may ring."""

    attempt: bytes
    uri: str
    rings: int
    ring_s: int


@dataclass(frozen=True)
class Outcome:
    """How a call ended. ``start_at`` and ``end_at`` agree on a time for codes that need one.

    ``percent``: how many of the key items were answered. ``flags``: what was raised beside the outcome (501, 502).
    ``language``: what the person speaks, for an outcome that a language led to ("": nobody knows).
    """

    code: str
    rang_s: int | None = None
    talked_s: int | None = None
    percent: int | None = None
    confirmed: bool = False
    flags: tuple[str, ...] = ()
    note: str = ""
    start_at: datetime | None = None
    end_at: datetime | None = None
    agreed_with: str = ""
    wanted_by: bytes | None = None
    language: str = ""


@dataclass(frozen=True)
class Ended:
    """What followed from an outcome: the state of the call, whether it is closed, when it comes again.

    ``waits``: what has to be decided or found before it comes again, where time alone does not do. ``unspoken``: it
    ended because nobody speaks this language; it comes back once somebody does.
    """

    code: str
    closed: bool
    again_at: datetime | None = None
    others_closed: int = 0
    unspoken: str = ""
    waits: Hindrance | None = None


def pending(view: View) -> AttemptRow | None:
    """Return the attempt of this person whose outcome is missing, or None."""
    person = view.require(Permission.TAKE_CONTACTS)
    last = attempt_rows.last_by(view.rows, person.id)
    return last if last is not None and not last.attempt.code else None


def begin(work: Work, callback: bytes, claim: Claim | None = None) -> Begun:
    """Write an attempt down before it is dialed; everything that speaks against it is looked at again, here.

    Raises ``OutcomeMissing``, ``CallNotAllowed``, ``RecordGone``, ``NotAllowed``, ``ClaimRanOut``, ``CalledElsewhere``.
    """
    _no_pending(work)
    fence = callback_claims.fence_of(work, callback, claim)
    sheet = callback_sheets.of(work, callback)
    found = callback_sheets.refusals(work, sheet)
    if found:
        ends = [one.until for one in found]
        until = max((one for one in ends if one is not None), default=None) if None not in ends else None
        raise CallNotAllowed(hindrance=callback_sheets.hindrances(found), until=text_of(until) if until else "")
    attempt = _write(work, sheet, Direction.OUT, fence, callbacks.chosen_by(work, sheet))
    policy = sheet.judge.policy
    return Begun(attempt, sheet.number.uri, policy.rings, policy.ring_s)


def begin_inbound(work: Work, callback: bytes) -> Begun:
    """Write down that a person whom we tried to reach calls back; nobody is dialed, so no rule speaks against it."""
    _no_pending(work)
    sheet = callback_sheets.of(work, callback)
    if sheet.callback.closed_at is not None:
        raise RecordGone(entity="callback", id=callback.hex())
    return Begun(_write(work, sheet, Direction.IN), "", 0, 0)


def _no_pending(work: Work) -> None:
    waits = pending(work)
    if waits is not None:
        raise OutcomeMissing(attempt=waits.id.hex(), callback=waits.callback.hex())


def _write(work: Work, sheet: Sheet, direction: Direction, fence: int | None = None, arm: Arm | None = None) -> bytes:
    here = station(work)
    slot = sheet.judge.slots.at(work.now)
    seq = attempt_rows.next_seq(work.tx, here)
    values: dict[str, Value] = {
        "callback": sheet.callback.id.hex(),
        "station": here,
        "seq": seq,
        "at": text_of(work.now),
        "number": sheet.number.key or "",
        "direction": direction.value,
        "slot": slot.value if slot else None,
        "by": work.person.id.hex(),
        "contact_group": sheet.callback.contact_group or None,
        "epoch": sheet.lease.epoch if sheet.lease and direction is Direction.OUT else None,
        "campaign": sheet.callback.campaign.hex() if sheet.callback.campaign else None,
        "arm": arm.value if arm else None,
        "fence": fence,
    }
    attempt = work.tx.add("attempt", values)
    callback_queue.refresh(work, sheet.callback.id)
    return attempt


def finish(work: Work, attempt: bytes, outcome: Outcome) -> Ended:
    """Say how a call ended, and do what follows from it: close, come again, keep, agree on a time, never call again.

    Raises ``RecordGone``, ``OutcomeStands``, ``AfterCall``, ``FieldMissing``, ``ShareUnlike``, ``AppointmentBackward``,
    ``HourIsFull``.
    """
    work.require(Permission.TAKE_CONTACTS)
    row = attempt_rows.by_id(work.tx, attempt)
    if row is None:
        raise RecordGone(entity="attempt", id=attempt.hex())
    if row.attempt.code:
        raise OutcomeStands(code=row.attempt.code)
    sheet = callback_sheets.of(work, row.callback)
    chosen = _checked(sheet, outcome)
    _check_share(work, sheet, outcome)
    outcome = replace(outcome, language=callback_languages.named(work, outcome.language))
    agreed = attempt_rows.appointments_of(work.tx, row.callback) if outcome.code == KEPT_AWAY else ()
    _say(work, row, outcome, not_kept_by(agreed, sheet.situation.log) if outcome.code == KEPT_AWAY else None)
    callback_languages.keep(work, sheet, chosen, outcome.language)
    if outcome.code == BLOCKED and sheet.callback.line:  # that line is blocked as well
        work.tx.put("callback", row.callback, {"line": None})
    callback_appointments.settle(work, sheet, row.attempt, outcome.code)
    if chosen.next.takes_time and outcome.start_at is not None:
        end_at = outcome.end_at or outcome.start_at + USUAL
        callback_appointments.book(
            work,
            row.callback,
            outcome.start_at,
            end_at,
            kind=KIND_OF.get(outcome.code, AppointmentKind.SOFT),
            about=outcome,
        )
    about = sheet.callback.inquiry
    if chosen.contact and about is not None and sheet.callback.reason is CallbackReason.SATISFACTION:
        inquiry_steps.called_back(work, about, row.attempt.at)
    return _follow(work, callback_sheets.of(work, row.callback), chosen, row.attempt)


def _checked(sheet: Sheet, outcome: Outcome) -> Disposition:
    allowed = sheet.campaign.allowed if sheet.campaign else frozenset[str]()
    offered = {one.code: one for one in sheet.judge.table.offered(sheet.callback.reason, allowed=allowed)}
    if outcome.code not in offered:
        raise AfterCall(code=outcome.code)
    if outcome.percent is not None and not 0 <= outcome.percent <= 100:
        raise FieldInvalid(field="percent", value=str(outcome.percent))
    chosen = offered[outcome.code]
    if outcome.language and chosen.open_if != DIALECT:
        raise FieldInvalid(field="language", value=outcome.language)
    if chosen.next.step is NextStep.APPOINTMENT and outcome.start_at is None:
        raise FieldMissing(field="start_at")
    flags = {one.code for one in sheet.judge.table.flags()}
    if not set(outcome.flags) <= flags:
        raise FieldInvalid(field="flags", value=" ".join(outcome.flags))
    return chosen


def _check_share(work: Work, sheet: Sheet, outcome: Outcome) -> None:
    """Refuse an outcome that says more or less than what was answered."""
    if outcome.percent is None:
        return
    asked = interviews.about(work, sheet.callback.id)
    whole = questionnaires.version_of(work, asked.questionnaire, asked.version) if asked else None
    limits = percents_of(outcome.code, whole)
    if limits is not None and not limits[0] <= outcome.percent <= limits[1]:
        told = {"percent": outcome.percent, "outcome": outcome.code, "least": limits[0], "most": limits[1]}
        raise ShareUnlike(field="percent", **told)


def _say(work: Work, row: AttemptRow, outcome: Outcome, missed_by: MissedBy | None) -> None:
    values: dict[str, Value] = {
        "attempt": row.id.hex(),
        "code": outcome.code,
        "at": text_of(work.now),
        "by": work.person.id.hex(),
        "rang_s": outcome.rang_s,
        "talked_s": outcome.talked_s,
        "percent": outcome.percent,
        "confirmed": 1 if outcome.confirmed else None,
        "missed_by": missed_by.value if missed_by else None,
        "flags": " ".join(outcome.flags) or None,
        "note": clean(outcome.note, 2000),
        "language": outcome.language or None,
    }
    work.tx.add("attempt_outcome", values, derived_id("attempt_outcome", row.id))


def _follow(work: Work, sheet: Sheet, chosen: Disposition, attempt: Attempt) -> Ended:
    """Do what an outcome asks for beyond itself."""
    status = sheet.status
    if callback_sheets.is_spent(work, sheet):
        status = closed(status, ClosedFor.LIMIT)
    unspoken = callback_unspoken.ends(work, sheet)
    if unspoken or callback_verifying.verifies_nothing(work, sheet):
        status = replace(status, final=True)
    others = _suppress(work, sheet, chosen, status, attempt.number)
    if status.final:
        kept = status.code in (DONE, PARTLY_DONE) or status.contacted
        callback_closing.close(work, sheet.callback, status.code, kept=kept)
    again, waits = (None, None) if status.final else _comes_again(work, sheet)
    callback_queue.refresh(work, sheet.callback.id)
    callback_queue.refresh_number(work, attempt.number)
    return Ended(status.code, status.final, again, others, sheet.language if unspoken else "", waits)


def _suppress(work: Work, sheet: Sheet, chosen: Disposition, status: CaseStatus, dialed: str) -> int:
    """End what else would be called against an outcome, as the table says whom it keeps away; return how many calls."""
    callback = sheet.callback
    numbers = (*callback.numbers, callback.number, dialed)
    if chosen.suppress is Suppression.NEVER_CALL:
        number = sheet.number.key or callback.number
        callers.never_again(
            work, number, caller=callback.caller, reason=chosen.code, others=numbers, callback=callback.id
        )
        return callback_closing.close_all(work, numbers, callback.caller, chosen.code, promised=True, but=callback.id)
    if chosen.suppress is Suppression.PERSON:
        return callback_closing.close_person(work, callback, sheet.person, chosen.code)
    refused = refusal(status, sheet.judge.table) if status.final else ""
    theirs = set(numbers) - sheet.status.dead
    return callback_closing.close_surveys(work, callback, sheet.person, refused, theirs) if refused else 0


def _comes_again(work: Work, sheet: Sheet) -> tuple[datetime | None, Hindrance | None]:
    """Return when a call comes again, or for what it waits; one that somebody waits for is due then."""
    agreed = sheet.appointment
    again = sheet.judge.free_at(max(work.now, agreed.start_at) if agreed else work.now, sheet.situation)
    left = (one.why for one in sheet.judge.refusals(again, sheet.situation) if one.until is None)
    waits = next((why for why in left if why is not Hindrance.OTHER_OPERATOR), None)
    if waits is None and sheet.language:
        waits = Hindrance.LANGUAGE
    if not sheet.is_survey:
        work.tx.put("callback", sheet.callback.id, {"due_at": text_of(again)})
    return (None if waits else again), waits


def offered(view: View, callback: bytes) -> tuple[Disposition, ...]:
    """Return the outcomes that may be given to a call."""
    sheet = callback_sheets.of(view, callback)
    allowed = sheet.campaign.allowed if sheet.campaign else frozenset[str]()
    return sheet.judge.table.offered(sheet.callback.reason, allowed=allowed)


#: Reasons for which a call is documented by a contact in intake.
DOCUMENTED = frozenset({CallbackReason.PROMISED, CallbackReason.MISSED, CallbackReason.RECALL})
