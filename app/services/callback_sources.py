"""Where calls that we owe come from: missed calls, inquiries that were closed, cases that a campaign releases."""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from app.models import retry_policy, slots
from app.models.accounts import Permission
from app.models.callbacks import CallbackReason
from app.models.clocks import ClockState
from app.models.dispositions import DECEASED, REFUSED_UNSAID
from app.models.durations import parse
from app.models.errors import FieldInvalid, RecordGone
from app.models.ids import derived_id
from app.models.inquiries import InquiryRow
from app.models.journal import Value
from app.models.policies import Target
from app.services import calendars, callback_closing, callback_queue, callers, cool_offs, phone_numbers
from app.services.callback_sheets import text_of
from app.services.office import View, Work
from app.store import callbacks as callback_rows
from app.store import callers as caller_rows
from app.store import campaign_cases as case_rows
from app.store import inquiries as inquiry_rows

#: How soon whoever we missed is called back.
SOON = timedelta(minutes=15)
#: How long after the end of an inquiry a call begins at the latest that is promised, so that it can be made in time.
PROMISED_AFTER = parse("2bh")


def missed(work: Work, number: str, *, at: datetime | None = None) -> bytes | None:
    """Owe a call to whoever rang while nobody answered, once a day for a number; None where none may or can be made."""
    work.require(Permission.TAKE_CONTACTS)
    dialed = phone_numbers.understood(number, work.settings.country)
    if not dialed.uri or callers.never_call(work, dialed, None):
        return None
    rang_at = (at or work.now).astimezone(UTC)
    known = callers.by_number(work, number).callers
    day = rang_at.date().isoformat()
    row = derived_id("missed", dialed.key or dialed.uri, day)
    if callback_rows.by_id(work.tx, row) is not None:
        return row
    values: dict[str, Value] = {
        "reason": CallbackReason.MISSED.value,
        "caller": known[0].id.hex() if len(known) == 1 else None,
        "number": dialed.key,
        "due_at": text_of(rang_at + SOON),
    }
    return work.tx.add("callback", values, row)


def after_closing(work: Work, inquiry: bytes, number: str | None = None) -> bytes | None:
    """Owe a satisfaction call for an inquiry, to a number or to the newest one of its caller; None where none is."""
    row = inquiry_rows.by_id(work.tx, inquiry)
    caller = caller_rows.by_id(work.tx, row.caller) if row and row.caller else None
    known = number or next(iter(caller.numbers if caller else ()), None)
    return ask_satisfaction(work, row, known) if row and known else None


def ask_satisfaction(work: Work, row: InquiryRow, number: str) -> bytes | None:
    """Owe a satisfaction call for an inquiry that was closed, where the policy of the center says so.

    Which inquiries are asked is decided by a keyed hash of their ids, so that every station decides alike. Whoever was
    promised the call by a policy is always asked, in time for it; whoever refused lately otherwise is not.
    """
    dialed = phone_numbers.understood(number, work.settings.country)
    is_promised = _is_promised(row)
    if not (is_promised or is_asked(work, row)) or not dialed.uri or callers.never_call(work, dialed, row.caller):
        return None
    callback = derived_id("satisfaction", row.id)
    if callback_rows.by_id(work.tx, callback) is not None:
        return callback
    if not is_promised and cool_offs.has_refused(work, (dialed.key or "",), row.caller):
        return None
    calendar = calendars.center_calendar(work).name
    begins = calendars.due(work, calendar, work.now, parse(work.settings.satisfaction_after))
    if is_promised:
        begins = min(begins, calendars.due(work, calendar, work.now, PROMISED_AFTER))
    values: dict[str, Value] = {
        "reason": CallbackReason.SATISFACTION.value,
        "caller": row.caller.hex() if row.caller else None,
        "inquiry": row.id.hex(),
        "number": dialed.key,
        "numbers": [dialed.key],
        "what": row.summary,
        "begins_at": text_of(begins),
    }
    work.tx.add("callback", values, callback)
    callback_queue.refresh(work, callback)
    return callback


def _is_promised(row: InquiryRow) -> bool:
    """Say whether a call after the end is promised and still owed."""
    return any(one.target is Target.CALLBACK and one.state is ClockState.RUNNING for one in row.clocks)


def is_asked(view: View, row: InquiryRow) -> bool:
    """Say whether the policy of the center asks for the satisfaction with an inquiry."""
    share = view.settings.satisfaction_share
    wanted = [one.strip() for one in view.settings.satisfaction_categories.split(",") if one.strip()]
    fits = not wanted or any(row.category == one or (row.category or "").startswith(f"{one}.") for one in wanted)
    secret: bytes = view.outside["center_secret"]
    drawn = int.from_bytes(hmac.new(secret, b"satisfaction" + row.id, hashlib.sha256).digest()[:4], "big") % 100
    return fits and drawn < share


def open_campaign(
    work: Work, name: str, policy: Mapping[str, Value], *, plan: str = "", dialect: bool = False
) -> bytes:
    """Make a campaign with its rules for calling. Raises ``FieldInvalid``, ``OverHardLimit``, ``SlotOutOfHours``."""
    person = work.require(Permission.REASSIGN_INQUIRIES)
    retry_policy.from_table(dict(policy))
    slots.from_text(plan, field="slots")
    if not name.strip():
        raise FieldInvalid(field="name", value=name)
    values: dict[str, Value] = {
        "name": name.strip(),
        "policy": dict(policy),
        "slots": plan or None,
        "dialect": 1 if dialect else None,
        "at": text_of(work.now),
        "by": person.id.hex(),
    }
    return work.tx.add("campaign", values)


def release(work: Work, cases: Iterable[bytes]) -> int:
    """Put cases of campaigns into the queue, each once, and return how many are new there. Raises ``RecordGone``.

    A case is closed at once where its person or one of its numbers is never to be called, where its person has died or
    has refused lately, as a case that is in the queue already would be.
    """
    work.require(Permission.REASSIGN_INQUIRIES)
    new, refused = 0, dict[bytes, frozenset[str]]()
    for case_id in cases:
        case = case_rows.case(work.tx, case_id)
        if case is None:
            raise RecordGone(entity="campaign_case", id=case_id.hex())
        callback = derived_id("case", case_id)
        if callback_rows.by_id(work.tx, callback) is None:
            if case.campaign not in refused:
                refused[case.campaign] = _refused(work, case.campaign)
            new += _put_in(work, case, callback, refused[case.campaign])
    return new


def _refused(work: Work, campaign: bytes) -> frozenset[str]:
    """Return the persons whom a campaign leaves in peace because they refused lately."""
    found = case_rows.campaign(work.tx, campaign)
    return cool_offs.refused_lately(work, found.policy.cool_refused_days if found else cool_offs.USUAL_DAYS).people


def _put_in(work: Work, case: case_rows.Case, callback: bytes, refused: Collection[str]) -> bool:
    state = work.tx.state_of("campaign_case", case.id)
    values: dict[str, Value] = {
        "reason": CallbackReason.CAMPAIGN.value,
        "caller": state.get("caller"),
        "campaign": case.campaign.hex(),
        "case_id": case.id.hex(),
        "contact_group": case.contact_group or None,
        "number": case.numbers[0] if case.numbers else None,
        "numbers": list(case.numbers),
        "what": case.name or None,
        "begins_at": state.get("begins_at") or text_of(work.now),
    }
    work.tx.add("callback", values, callback)
    work.tx.put("campaign_case", case.id, {"released_at": text_of(work.now)})
    ends = _ended_before(work, case) or (REFUSED_UNSAID if case.person_key in refused else "")
    made = callback_rows.by_id(work.tx, callback)
    if ends and made is not None:
        callback_closing.close(work, made, ends, kept=False)
        return False
    callback_queue.refresh(work, callback)
    return True


def _ended_before(work: Work, case: case_rows.Case) -> str:
    """Return how a case ended between draw and release, "" where it did not."""
    if case_rows.has_died(work.tx, case.person_key):
        return DECEASED
    known = work.tx.state_of("campaign_case", case.id).get("caller")
    caller = bytes.fromhex(str(known)) if known else None
    dialed = [phone_numbers.understood(one, work.settings.country) for one in case.numbers]
    return callers.ASKED if any(callers.never_call(work, one, caller, case.person_key) for one in dialed) else ""
