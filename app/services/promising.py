"""Promising: what was promised to a caller in a contact is written down, and a promised call is owed from then on.

So is the call that asks whether an answer has helped.
"""

from datetime import UTC, datetime

from app.models.callbacks import CallbackReason
from app.models.contacts import ContactDraft
from app.models.errors import FieldMissing
from app.models.ids import derived_id
from app.models.inquiries import InquiryRow
from app.models.journal import Value
from app.services.office import Work
from app.store import callbacks as callback_rows
from app.store import callbacks as rows_of
from app.store import contacts as contact_rows


def promise_if_any(work: Work, draft: ContactDraft, inquiry: bytes) -> bytes | None:
    """Write down what was promised in a contact, if anything was."""
    if not draft.promise:
        return None
    return _promise(work, draft, inquiry, draft.promise)


def _promise(work: Work, draft: ContactDraft, inquiry: bytes, what: str) -> bytes:
    values: dict[str, Value] = {
        "contact": draft.id.hex(),
        "inquiry": inquiry.hex(),
        "caller": draft.caller.hex() if draft.caller else None,
        "what": what,
        "by": work.person.id.hex(),
        "at": work.now.isoformat(),
        "due_at": draft.due_at.astimezone(UTC).isoformat() if draft.due_at else None,
    }
    return work.tx.add("promise", values)


def promise_callback(work: Work, draft: ContactDraft, inquiry: bytes) -> bytes:
    """Promise to call back at the draft's due time: a promise, and the callback that My work shows."""
    if draft.due_at is None:
        raise FieldMissing(field="due_at")
    what = draft.promise or draft.summary or ""
    promise = _promise(work, draft, inquiry, what)
    values: dict[str, Value] = {
        "reason": "promised",
        "caller": draft.caller.hex() if draft.caller else None,
        "inquiry": inquiry.hex(),
        "contact": draft.id.hex(),
        "promise": promise.hex(),
        "number": draft.number,
        "what": what or None,
        "due_at": draft.due_at.astimezone(UTC).isoformat(),
        "owner": work.person.id.hex(),
    }
    return work.tx.add("callback", values)


def owe_call(work: Work, row: InquiryRow, due_at: datetime) -> bytes:
    """Owe the caller of an inquiry the call that asks whether the answer has helped, and return it.

    Nobody is called twice: a call that is owed about it stands, and when the inquiry is closed no survey asks again.
    The number is that of the newest contact that has one.
    """
    known = rows_of.open_of_inquiry(work.tx, row.id, CallbackReason.PROMISED)
    if known is not None:
        return known
    numbers = [one.number for one in contact_rows.of_inquiry(work.tx, row.id) if one.number]
    owner, instead = row.owner or work.person.id, derived_id("satisfaction", row.id)
    values: dict[str, Value] = {
        "reason": CallbackReason.PROMISED.value,
        "caller": row.caller.hex() if row.caller else None,
        "inquiry": row.id.hex(),
        "number": numbers[-1] if numbers else None,
        "what": row.summary,
        "due_at": due_at.astimezone(UTC).isoformat(),
        "owner": owner.hex(),
    }
    asked_before = rows_of.by_id(work.tx, instead) is not None
    return work.tx.add("callback", values, None if asked_before else instead)


def reached(work: Work, number: str) -> int:
    """End the calls that a number is owed because we missed it: it has reached us. Return how many there were."""
    open_now = callback_rows.open_of_number(work.tx, number)
    ended = [one for one in open_now if one.reason is CallbackReason.MISSED]
    for one in ended:
        work.tx.put("callback", one.id, {"closed_at": work.now.astimezone(UTC).isoformat(), "closed_code": "110"})
    return len(ended)
