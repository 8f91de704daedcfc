"""Drafts of contacts: saved as they are typed, offered back to their own contact, thrown away only when told to."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from app.models.accounts import Permission
from app.models.callers import CallerKind
from app.models.contacts import AnswerMode, CallSpan, Channel, ContactDraft, GivenScript
from app.models.errors import AlreadyFinalized, RecordGone
from app.models.inquiries import Urgency
from app.services.office import View, Work
from app.store import accounts as account_rows
from app.store import contacts as contact_rows
from app.store import drafts as rows_of

_FORM = "contact"
_ENUMS = {"channel": Channel, "caller_kind": CallerKind, "urgency": Urgency, "answer_mode": AnswerMode}
_IDS = ("id", "caller", "add_to", "joins")
_TIMES = ("opened_at", "received_at", "due_at", "promised_at")


def to_body(draft: ContactDraft) -> dict[str, Any]:
    """Return a draft as plain JSON values."""
    body: dict[str, Any] = {}
    for one in fields(draft):
        value = getattr(draft, one.name)
        if isinstance(value, bytes):
            value = value.hex()
        elif isinstance(value, datetime):
            value = value.isoformat()
        elif one.name == "spans":
            value = [[span.state, _iso(span.from_at), _iso(span.to_at)] for span in draft.spans]
        elif one.name == "given":
            value = [given_body(script) for script in draft.given]
        if value not in (None, [], {}):
            body[one.name] = value
    return body


def given_body(script: GivenScript) -> dict[str, Any]:
    """Return one given script as plain JSON values."""
    body = {one.name: getattr(script, one.name) for one in fields(script)}
    return {**body, "at": script.at.isoformat(), "ticked": list(script.ticked)}


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def from_body(body: dict[str, Any]) -> ContactDraft:
    """Return the draft that a kept body holds; fields that this program does not know are left alone."""
    known = {one.name for one in fields(ContactDraft)}
    values = {name: value for name, value in body.items() if name in known}
    for name in _IDS:
        if name in values:
            values[name] = bytes.fromhex(values[name])
    for name in _TIMES:
        if name in values:
            values[name] = datetime.fromisoformat(values[name])
    for name, kind in _ENUMS.items():
        if name in values:
            values[name] = kind(values[name])
    values["spans"] = tuple(
        CallSpan(state, datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None)
        for state, start, end in values.get("spans", ())
    )
    values["given"] = tuple(_given(one) for one in values.get("given", ()))
    return ContactDraft(**values)


def _given(body: dict[str, Any]) -> GivenScript:
    values: dict[str, Any] = {**body, "at": datetime.fromisoformat(body["at"]), "ticked": tuple(body["ticked"])}
    return GivenScript(**values)


def keep(work: Work, draft: ContactDraft) -> None:
    """Save a draft in place of its former self. Raises ``NotAllowed``, and ``AlreadyFinalized`` for what is done."""
    person = work.require(Permission.TAKE_CONTACTS)
    if contact_rows.exists(work.tx, draft.id):
        raise AlreadyFinalized(id=draft.id.hex())
    rows_of.save(work.tx, _FORM, draft.id, {**to_body(draft), "operator": person.id.hex()})


def discard(work: Work, contact: bytes) -> None:
    """Throw one's own draft away; the window keeps it for its 15 seconds of undo and keeps it again on undo.

    Raises ``RecordGone`` for another person's, unless it is left to who sees to others' work.
    """
    kept = next((one.body for one in rows_of.kept(work.tx, _FORM) if one.row_id == contact), None)
    if kept is not None and kept.get("operator") not in (None, *_open_to(work)):
        raise RecordGone(entity="draft", id=contact.hex())
    rows_of.discard(work.tx, _FORM, contact)


@dataclass(frozen=True)
class Unfinished:
    """A contact that is not finished, and whose it is."""

    draft: ContactDraft
    operator: bytes | None


def unfinished(view: View, *, team: bool = False) -> list[Unfinished]:
    """Return one's own unfinished contacts of this station, or those of everybody, the oldest first.

    Raises ``NotAllowed`` for who may not see to others' work.
    """
    person = view.require(Permission.REASSIGN_INQUIRIES) if team else view.person
    kept = [(one, str(one.body.get("operator") or "")) for one in rows_of.kept(view.rows, _FORM)]
    return [
        Unfinished(from_body(one.body), bytes.fromhex(whose) or None)
        for one, whose in kept
        if team or whose == person.id.hex()
    ]


def mine(view: View) -> list[ContactDraft]:
    """Return the signed-in person's open drafts, the oldest first: what a killed window left behind.

    Who sees to others' work has those of people who are gone, too: nobody else could ever finish them.
    """
    whose = _open_to(view)
    return [from_body(one.body) for one in rows_of.kept(view.rows, _FORM) if one.body.get("operator") in whose]


def _open_to(view: View) -> frozenset[str]:
    """Return the ids of those whose drafts the signed-in person may go on with."""
    me = view.person
    gone = [one.id.hex() for one in account_rows.everyone(view.rows) if one.is_gone(view.now)]
    return frozenset((me.id.hex(), *(gone if me.may(Permission.REASSIGN_INQUIRIES) else ())))
