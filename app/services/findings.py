"""The ledger of findings: opened, sent, its cause found, a measure planned and done, verified by somebody else, closed.

Every step is a fact; who may see a name is decided by the consent that stands on the finding.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.durations import parse
from app.models.errors import CannotNow, FieldInvalid, FieldMissing, RecordGone
from app.models.findings import (
    CLOSE_WITHIN,
    NOT_TO_VERIFY,
    REPLY_WITHIN,
    Finding,
    FindingOver,
    FindingSource,
    FindingState,
    before_sending,
    check_sending,
    check_step,
    check_taken_back,
    check_together,
)
from app.models.journal import Value
from app.models.questionnaires import Severity
from app.models.texts import clean
from app.services import calendars, callback_sheets, callback_verifying, reference
from app.services.callback_sheets import text_of
from app.services.office import Work
from app.services.policies import today
from app.store import callbacks as callback_rows
from app.store import findings as finding_rows
from app.store import inquiries as inquiry_rows
from app.store import interviews as interview_rows
from app.store import units as unit_rows
from app.store.findings import FindingRow

#: What may be said with a step.
SAID = ("note", "institution", "measure", "owner", "due_at", "effective_on", "evidence")


class NoConsentToCall(CannotNow):
    """Whoever said it did not allow the name to be used, so nobody is called to verify. Facts: ``number``."""


@dataclass(frozen=True)
class NewFinding:
    """What a finding is opened with. ``reply_within`` is as in a policy, "" for what its severity asks."""

    title: str
    category: str
    institution: str = ""
    severity: Severity = Severity.NORMAL
    source: FindingSource = FindingSource.OTHER
    trigger: str = ""
    interview: bytes | None = None
    inquiry: bytes | None = None
    case: bytes | None = None
    caller: bytes | None = None
    named: bool = False
    reply_within: str = ""
    note: str = ""


def open_by_hand(work: Work, new: NewFinding) -> bytes:
    """Open a finding from a check or an inquiry. Raises ``NotAllowed``, ``FieldMissing``, ``FieldInvalid``."""
    work.require(Permission.WORK_FINDINGS)
    if not clean(new.title):
        raise FieldMissing(field="title")
    if new.category not in reference.categories().by_code:
        raise FieldInvalid(field="category", value=new.category)
    _check_institution(work, new.institution)
    return write(work, new)


def write(work: Work, new: NewFinding, row_id: bytes | None = None) -> bytes:
    """Open a finding for a rule or a person who was let to, with its number and due times."""
    calendar = calendars.center_calendar(work).name
    reply_due = calendars.due(work, calendar, work.now, parse(new.reply_within or REPLY_WITHIN[new.severity]))
    close_due = calendars.due(work, calendar, work.now, parse(CLOSE_WITHIN[new.severity]))
    values: dict[str, Value] = {
        "number": _number(work),
        "title": clean(new.title),
        "category": new.category,
        "severity": new.severity.value,
        "institution": new.institution or None,
        "source": new.source.value,
        "trigger_id": new.trigger or None,
        "interview": _hex(new.interview),
        "inquiry": _hex(new.inquiry),
        "case_id": _hex(new.case),
        "caller": _hex(new.caller),
        "named": 1 if new.named else 0,
        "opened_at": text_of(work.now),
        "reply_due_at": text_of(reply_due),
        "close_due_at": text_of(max(reply_due, close_due)),
        "state": FindingState.OPENED.value,
    }
    finding = work.tx.add("finding", values, row_id)
    _tell(work, finding, FindingState.OPENED, {"note": clean(new.note) or ""})
    return finding


def _hex(row_id: bytes | None) -> str | None:
    return row_id.hex() if row_id is not None else None


def _number(work: Work) -> str:
    """Return a number that no other station gives: F, day, station, count of the day (``F261122-K7-0003``)."""
    day = work.now.astimezone(ZoneInfo(work.settings.time_zone)).strftime("%y%m%d")
    station = work.tx.writer.origin[-2:].hex().upper()
    return f"F{day}-{station}-{inquiry_rows.next_count(work.tx, f'finding/{day}'):04d}"


def _check_institution(work: Work, code: str) -> None:
    if code and unit_rows.by_code(work.tx, code) is None:
        raise FieldInvalid(field="institution", value=code)


def standing(work: Work, finding: bytes) -> FindingRow:
    """Return a finding that can be worked on. Raises ``RecordGone``."""
    row = finding_rows.by_id(work.tx, finding)
    if row is None:
        raise RecordGone(entity="finding", id=finding.hex())
    return row


def step(work: Work, finding: bytes, wanted: FindingState, said: Mapping[str, str]) -> FindingState:
    """Take a step of the ledger. ``said`` holds what ``SAID`` names: texts, times and dates in ISO form.

    Whoever may see findings may verify one, unless they put it right themselves. A call that is owed to verify one
    that is over or reopened is owed no more. Raises ``NotAllowed``,
    ``RecordGone``, ``FindingStepRefused``, ``FieldMissing``, ``FieldInvalid``, ``VerifiedBySelf``.
    """
    person = work.require(Permission.SEE_FINDINGS if wanted is FindingState.VERIFIED else Permission.WORK_FINDINGS)
    row = standing(work, finding)
    told = {name: text for name in SAID if (text := clean(said.get(name)) or "")}
    check_step(row.finding, wanted, told, person.id)
    work.tx.put("finding", finding, _changed(work, row.finding, wanted, told))
    _tell(work, finding, wanted, told)
    if wanted in NOT_TO_VERIFY:
        callback_verifying.close_of_finding(work, finding)
    return wanted


def _changed(work: Work, finding: Finding, wanted: FindingState, told: Mapping[str, str]) -> dict[str, Value]:
    """Return the fields that a step sets."""
    values: dict[str, Value] = {"state": wanted.value}
    if wanted is FindingState.SENT and told.get("institution"):
        _check_institution(work, told["institution"])
        values["institution"] = told["institution"]
    if wanted is FindingState.PLANNED:
        values |= {"measure": told["measure"], "owner": told["owner"], "due_at": text_of(_due(work, told["due_at"]))}
        values["effective_on"] = _day(told.get("effective_on", "")) or None
        values["measure_id"] = None
    if wanted is FindingState.DONE:
        planned = finding.effective_on if finding.state is FindingState.PLANNED else None  # else of one that failed
        day = _day(told.get("effective_on", "")) or planned or today(work).isoformat()
        values |= {"done_by": work.person.id.hex(), "effective_on": day}
    if wanted in (FindingState.CLOSED, FindingState.UNFOUNDED):
        values["closed_at"] = text_of(work.now)
    if wanted is FindingState.REOPENED:
        within = parse(REPLY_WITHIN.get(finding.severity, REPLY_WITHIN[Severity.NORMAL]))
        again = calendars.due(work, calendars.center_calendar(work).name, work.now, within)
        values |= {"closed_at": None, "done_by": None, "due_at": text_of(again)}
    return values


def _due(work: Work, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise FieldInvalid(field="due_at", value=text) from None
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(work.settings.time_zone))
    calendars.check_due(work, at)
    return at


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise FieldInvalid(field="effective_on", value=text) from None


def _tell(work: Work, finding: bytes, state: FindingState, told: Mapping[str, str]) -> None:
    more: dict[str, Value] = {name: text for name, text in told.items() if name != "note" and text}
    values: dict[str, Value] = {
        "finding": finding.hex(),
        "state": state.value,
        "note": told.get("note") or None,
        "said": more or None,
        "at": text_of(work.now),
        "by": work.person.id.hex(),
    }
    work.tx.add("finding_event", values)


def plan_together(work: Work, findings: Sequence[bytes], said: Mapping[str, str]) -> bytes:
    """Plan one measure for findings of one institution, with the day from which it takes effect; return the measure.

    Raises what ``step`` raises of any of them (nothing is saved then), ``MeasureElsewhere``, ``NoMeasureYet``.
    """
    person = work.require(Permission.WORK_FINDINGS)
    rows = [standing(work, one).finding for one in findings]
    check_together(rows)
    for name in ("measure", "owner", "due_at", "effective_on"):
        if not clean(said.get(name)):
            raise FieldMissing(field=name)
    values: dict[str, Value] = {
        "title": clean(said["measure"]),
        "institution": rows[0].institution or None,
        "owner": clean(said["owner"]),
        "due_at": text_of(_due(work, said["due_at"])),
        "effective_on": _day(said["effective_on"]),
        "at": text_of(work.now),
        "by": person.id.hex(),
    }
    measure = work.tx.add("measure", values)
    for one in rows:
        step(work, one.id, FindingState.PLANNED, said)
        work.tx.put("finding", one.id, {"measure_id": measure.hex()})
    return measure


def send_together(work: Work, findings: Sequence[bytes]) -> tuple[bytes, ...]:
    """Send findings, each to the institution that stands on it; return them. All are sent, or none.

    Raises ``NotAllowed``, ``RecordGone``, ``NotToBeSent``, ``NoInstitutionNamed``.
    """
    work.require(Permission.WORK_FINDINGS)
    chosen = tuple(dict.fromkeys(findings))
    check_sending([standing(work, one).finding for one in chosen])
    for one in chosen:
        step(work, one, FindingState.SENT, {})
    return chosen


def take_back_sending(work: Work, findings: Sequence[bytes]) -> int:
    """Let findings stand where they stood before the same person sent them; return how many. All of them, or none.

    That they were sent stays told among their steps, and that it was taken back. Raises ``NotAllowed``,
    ``RecordGone``, ``SendingStands``.
    """
    person = work.require(Permission.WORK_FINDINGS)
    chosen = tuple(dict.fromkeys(findings))
    former = [before_sending([one for one, _ in finding_rows.events_of(work.tx, id_)], person.id) for id_ in chosen]
    check_taken_back([standing(work, one).finding for one in chosen], former)
    for one, state in zip(chosen, former, strict=True):
        if state is not None:
            work.tx.put("finding", one, {"state": state.value})
            _tell(work, one, state, {"note": "", "taken_back": FindingState.SENT.value})
    return len(chosen)


def ask_to_verify(work: Work, finding: bytes) -> bytes:
    """Owe a call to whoever said it, to hear whether it is put right; outside the limits of other calls, and logged.

    It is due as soon as it may be dialed; one that is owed already is returned, and stays owed after a call that is
    being made, also where the finding was reopened during it. For whoever keeps the ledger. Raises ``NotAllowed``,
    ``FindingOver``, ``NoConsentToCall``, and ``RecordGone`` where no number is known.
    """
    person = work.require(Permission.WORK_FINDINGS)
    row = standing(work, finding)
    found = row.finding
    if not found.is_open:
        raise FindingOver(number=found.number)
    if not found.named:
        raise NoConsentToCall(number=found.number)
    owed = next((one for one in callback_rows.of_finding(work.tx, finding) if one.closed_at is None), None)
    if owed is not None:
        if callback_verifying.is_over(work, finding):
            _tell_asked(work, found, person.name)
        return owed.id
    interview = interview_rows.by_id(work.tx, found.interview) if found.interview else None
    asked = interview.asked if interview else None
    call = callback_rows.by_id(work.tx, asked.callback) if asked and asked.callback else None
    if call is None or not call.number:
        raise RecordGone(entity="callback", id="")
    values: dict[str, Value] = {
        "reason": "promised",
        "caller": _hex(row.caller or call.caller),
        "inquiry": _hex(found.inquiry),
        "number": call.number,
        "what": " → ".join(part for part in (f"{found.number} {found.title}", found.measure) if part),
        "due_at": text_of(work.now),
        "finding": finding.hex(),
    }
    callback = work.tx.add("callback", values)
    _make_due(work, callback)
    _tell_asked(work, found, person.name)
    return callback


def _tell_asked(work: Work, finding: Finding, by: str) -> None:
    _tell(work, finding.id, finding.state, {"note": "", "verify_by": by})


def _make_due(work: Work, callback: bytes) -> None:
    sheet = callback_sheets.of_row(work, callback)
    free_at = sheet.judge.free_at(work.now, sheet.situation) if sheet else work.now
    if free_at > work.now:  # the number was called just now, it is night, or this day's calls to verify are made
        work.tx.put("callback", callback, {"due_at": text_of(free_at)})
