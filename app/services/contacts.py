"""Contacts: finalize a conversation by its outcome, and amend what was finalized.

``finalize`` is the one way from a draft to facts: everything that the outcome makes (caller, contact, inquiry, its
steps, scripts given, promise, callback) is saved in one transaction, and the draft ends in the same one.
"""

from dataclasses import fields, replace
from datetime import datetime

from app.models.accounts import Permission
from app.models.contacts import (
    NON_INQUIRY,
    Amendment,
    AnswerMode,
    Channel,
    ContactDraft,
    ContactResult,
    ContactRow,
    Finalized,
    Outcome,
    Referral,
    is_dated_otherwise,
    missing_fields,
)
from app.models.errors import AlreadyFinalized, FieldInvalid, FieldMissing, RecordGone
from app.models.inquiries import EventKind, State
from app.models.journal import Value
from app.models.texts import clean
from app.services import (
    calendars,
    callers,
    clocks,
    drafts,
    inquiries,
    inquiry_steps,
    phone_numbers,
    promising,
)
from app.services.office import View, Work
from app.store import contacts as rows_of
from app.store import drafts as draft_rows

_RESULT = {
    Outcome.ANSWERED: ContactResult.ANSWERED_DIRECT,
    Outcome.DISPATCH: ContactResult.INQUIRY_OPENED,
    Outcome.CALL_BACK: ContactResult.FOLLOW_UP_NEEDED,
    Outcome.ADD_TO: ContactResult.ADDED_TO_INQUIRY,
    Outcome.REFERRED: ContactResult.REFERRED,
    Outcome.TRANSFERRED: ContactResult.TRANSFERRED_LIVE,
}
#: How it was answered where the operator did not say and no script was given.
_MODE = {
    ContactResult.ANSWERED_DIRECT: AnswerMode.OWN_KNOWLEDGE,
    ContactResult.REFERRED: AnswerMode.NOT_ANSWERED,
    ContactResult.TRANSFERRED_LIVE: AnswerMode.NOT_ANSWERED,
}
_TEXTS = (
    "caller_name", "area", "category", "unit", "summary", "details", "reply", "promise", "number", "line",
    "dispatch_reason", "referred_to", "referral_note", "override_note",
)  # fmt: skip
#: Longest text that a contact takes, in characters; a paste of more is refused beside its field, never cut.
LONGEST = 100_000


def result_of(outcome: Outcome) -> ContactResult:
    """Return the result that an outcome with an inquiry gives its contact. Raises KeyError for one without."""
    return _RESULT[outcome]


def start(work: Work, draft: ContactDraft) -> ContactDraft:
    """Open a draft for a new conversation and return it with an id of its own."""
    opened = replace(draft, id=work.tx.new_id(), opened_at=work.now, form=draft.form or work.settings.form)
    drafts.keep(work, opened)
    return opened


def cleaned(draft: ContactDraft) -> ContactDraft:
    """Return the draft with texts fit to keep. Raises ``FieldTooLong`` beside the field."""
    from app.models.errors import FieldTooLong

    values: dict[str, str | None] = {}
    for name in _TEXTS:
        values[name] = clean(getattr(draft, name))
        if len(values[name] or "") > LONGEST:
            raise FieldTooLong(field=name, limit=LONGEST)
    answers = {name: clean(value) if isinstance(value, str) else value for name, value in draft.answers.items()}
    given = tuple(replace(one, query=clean(one.query)) for one in draft.given)
    return replace(draft, **values, answers=answers, given=given)


def finalize(work: Work, draft: ContactDraft, outcome: Outcome, *, result: ContactResult | None = None) -> Finalized:
    """Finalize a contact: immutable from here on. ``result`` names the non-inquiry outcome (silent, prank …).

    Raises ``FieldMissing`` for what the outcome needs, ``UnitRetired``, ``AlreadyFinalized`` if it is done.
    """
    work.require(Permission.TAKE_CONTACTS)
    draft = _promised(work, cleaned(draft)) if outcome is Outcome.DISPATCH else cleaned(draft)
    _check(work, draft, outcome, result)
    number = phone_numbers.understood(draft.number, work.settings.country) if draft.number else None
    known: dict[str, Value] = {
        "name": draft.caller_name,
        "kind": draft.caller_kind.value if draft.caller_kind else None,
        "language": draft.language,
        "area": draft.area,
    }
    ends_here = outcome is Outcome.NON_INQUIRY
    caller = draft.caller if ends_here else callers.remember(work, number, known, draft.caller)
    draft = replace(draft, caller=caller)
    _write(work, draft, result or result_of(outcome), number.key if number and number.e164 else None)
    draft_rows.discard(work.tx, "contact", draft.id)
    if number and number.key and draft.channel is Channel.PHONE_IN:
        promising.reached(work, number.key)
    return Finalized(draft.id, None, None) if ends_here else _follow(work, draft, outcome)


def _promised(work: Work, draft: ContactDraft) -> ContactDraft:
    """Return a draft with what the policies promise; a due time that is the same to the minute becomes that one."""
    found = clocks.promised_for(work, draft)
    told = replace(draft, promised_at=found.due_at if found else None)
    return told if found is None or is_dated_otherwise(told) else replace(told, due_at=draft.due_at and found.due_at)


def _check(work: Work, draft: ContactDraft, outcome: Outcome, result: ContactResult | None) -> None:
    if rows_of.exists(work.tx, draft.id):
        raise AlreadyFinalized(id=draft.id.hex())
    if outcome is Outcome.NON_INQUIRY and result not in NON_INQUIRY:
        raise FieldInvalid(field="result", value=str(result))
    missing = missing_fields(draft, outcome)
    if missing:
        raise FieldMissing(field=missing[0])
    if draft.due_at is not None and outcome is not Outcome.NON_INQUIRY:
        calendars.check_due(work, draft.due_at)
    if outcome is Outcome.DISPATCH and draft.unit:
        inquiry_steps.check_asked(work, draft.unit)


def _follow(work: Work, draft: ContactDraft, outcome: Outcome) -> Finalized:
    """Do what the outcome asks for beyond the contact itself."""
    if outcome is Outcome.ADD_TO and draft.add_to:
        number = inquiries.continue_by(work, draft)
        promising.promise_if_any(work, draft, draft.add_to)
        return Finalized(draft.id, draft.add_to, number)
    step = {
        Outcome.ANSWERED: (State.CLOSED, EventKind.CLOSED),
        Outcome.REFERRED: (State.CLOSED, EventKind.REFERRED),
        Outcome.TRANSFERRED: (State.CLOSED, EventKind.TRANSFERRED),
        Outcome.DISPATCH: (State.DISPATCHED, EventKind.DISPATCHED),
        Outcome.CALL_BACK: (State.IN_PROGRESS, EventKind.NOTE),
    }[outcome]
    inquiry, number = inquiries.open_by(work, draft, *step)
    if draft.joins is not None:
        from app.services import clusters  # few contacts join others; it brings the lists of supervisors

        clusters.join(work, inquiry, draft.joins)
    callback = None
    if outcome is Outcome.CALL_BACK:
        callback = promising.promise_callback(work, draft, inquiry)
    else:
        promising.promise_if_any(work, draft, inquiry)
    return Finalized(draft.id, inquiry, number, callback)


def record_matter(work: Work, draft: ContactDraft) -> Finalized:
    """Record a conversation in which a matter was raised beside its purpose: opened to be worked on at once.

    With ``add_to`` it goes to that inquiry, which a closed one is opened again for. Raises ``FieldTooLong``.
    """
    work.require(Permission.TAKE_CONTACTS)
    draft = cleaned(draft)
    number = phone_numbers.understood(draft.number, work.settings.country) if draft.number else None
    result = ContactResult.ADDED_TO_INQUIRY if draft.add_to else ContactResult.INQUIRY_OPENED
    _write(work, draft, result, number.key if number and number.e164 else None)
    if draft.add_to:
        return Finalized(draft.id, draft.add_to, inquiries.continue_by(work, draft))
    inquiry, known_by = inquiries.open_by(work, draft, State.IN_PROGRESS, EventKind.NOTE)
    return Finalized(draft.id, inquiry, known_by)


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _write(work: Work, draft: ContactDraft, result: ContactResult, number: str | None) -> None:
    """Write the contact as one fact, and a fact for each script that was given."""
    talking = next((span.from_at for span in draft.spans if span.state == "talking"), None)
    mode = draft.answer_mode or (AnswerMode.SCRIPT if draft.given else _MODE.get(result))
    values: dict[str, Value] = {
        "channel": draft.channel.value,
        "direction": "out" if draft.channel is Channel.PHONE_OUT else "in",
        "line": draft.line or work.settings.line or None,
        "number": number or draft.number,
        "call_id": draft.call_id,
        "caller": draft.caller.hex() if draft.caller else None,
        "opened_at": draft.opened_at.isoformat(),
        "received_at": _iso(draft.came_at),
        "answered_at": _iso(talking),
        "ended_at": work.now.isoformat(),
        "operator": work.person.id.hex(),
        "spans": [[span.state, _iso(span.from_at), _iso(span.to_at or work.now)] for span in draft.spans] or None,
        "form": draft.form,
        "form_version": draft.form_version,
        "answers": dict(draft.answers) or None,
        "summary": draft.summary,
        "narrative": draft.details,
        "reply": draft.reply,
        "result": result.value,
        "answer_mode": mode.value if mode else None,
        "finalized_at": work.now.isoformat(),
    }
    work.tx.add("contact", values, draft.id)
    for given in draft.given:
        body = drafts.given_body(given)
        body["script"] = body.pop("key")
        work.tx.add("contact_script", {**body, "contact": draft.id.hex()})


def amend(work: Work, contact: bytes, corrected: dict[str, Value], reason: str) -> None:
    """Correct a finalized contact by a journaled amendment with a reason; the contact itself stays as it was.

    ``corrected`` takes summary, narrative, result, answer_mode and ``answers.<field>``.
    """
    work.require(Permission.AMEND_CONTACTS)
    if not clean(reason):
        raise FieldMissing(field="reason")
    row = rows_of.by_id(work.tx, contact)
    if row is None:
        raise RecordGone(entity="contact", id=contact.hex())
    told = {name: _fit(name, value) for name, value in corrected.items()}
    changed: dict[str, Value] = {
        name: [_former(row, name), value] for name, value in told.items() if _former(row, name) != value
    }
    if changed:
        values: dict[str, Value] = {
            "contact": contact.hex(),
            "corrected": changed,
            "reason": clean(reason),
            "at": work.now.isoformat(),
            "by": work.person.id.hex(),
        }
        work.tx.add("contact_amendment", values)


_AMENDABLE = frozenset({"summary", "narrative", "result", "answer_mode"})
_CODES = {"result": frozenset(ContactResult), "answer_mode": frozenset({*AnswerMode, None})}


def _fit(name: str, value: Value) -> Value:
    """Return a corrected value fit to keep: an amendment stays for ever, and a list must be able to show it."""
    fit = clean(value) if isinstance(value, str) else value
    if name in _CODES and fit not in _CODES[name]:
        raise FieldInvalid(field=name, value=str(value))
    return fit


def _former(row: ContactRow, name: str) -> Value:
    if name.startswith("answers."):
        return row.answers.get(name.removeprefix("answers."))
    if name not in _AMENDABLE or name not in {one.name for one in fields(row)}:
        raise FieldInvalid(field=name, value="")
    value = getattr(row, name)
    return value.value if isinstance(value, (ContactResult, AnswerMode)) else value


def referral(view: View, contact: bytes) -> Referral | None:
    """Return to whom the caller of a contact was sent, None where nobody was."""
    view.require(Permission.SEE_INQUIRIES)
    return rows_of.referral_of(view.rows, contact)


def one(view: View, contact: bytes) -> ContactRow:
    """Return a finalized contact with its amendments applied. Raises ``RecordGone``."""
    view.require(Permission.SEE_INQUIRIES)
    row = rows_of.by_id(view.rows, contact)
    if row is None:
        raise RecordGone(entity="contact", id=contact.hex())
    return row


def amendments(view: View, contact: bytes) -> tuple[Amendment, ...]:
    """Return the corrections of a finalized contact, the oldest first."""
    view.require(Permission.SEE_INQUIRIES)
    return rows_of.amendments_of(view.rows, contact)
