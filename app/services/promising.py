"""Promising: what was promised to a caller in a contact is written down, and a promised call is owed from then on."""

from datetime import UTC

from app.models.contacts import ContactDraft
from app.models.errors import FieldMissing
from app.models.journal import Value
from app.services.office import Work


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
