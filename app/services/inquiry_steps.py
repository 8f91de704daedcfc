"""Taking a step with an inquiry: checked against the table of steps, recorded as a fact, and its state with it."""

from datetime import UTC, datetime
from typing import cast

from app.models.errors import FieldInvalid, FieldMissing, RecordGone, TransitionRefused
from app.models.inquiries import DONE, EventKind, InquiryRow, State
from app.models.inquiry_steps import BY_ID, Step
from app.models.journal import Value
from app.models.texts import clean
from app.services.office import Work
from app.store import inquiries as rows_of

#: Most days that one extension may ask for.
LONGEST_EXTENSION = 366


def text_of(at: datetime) -> str:
    """Return a time as rows keep it: ISO text in UTC, so that texts compare as times do."""
    return at.astimezone(UTC).isoformat()


def standing(work: Work, inquiry: bytes) -> InquiryRow:
    """Return an inquiry that can be worked on. Raises ``RecordGone`` for one that is deleted or never was."""
    row = rows_of.by_id(work.tx, inquiry)
    if row is None or row.deleted:
        raise RecordGone(entity="inquiry", id=inquiry.hex())
    return row


def take(work: Work, inquiry: bytes, step: str, **said: object) -> None:
    """Take a step of ``app.models.inquiry_steps`` with an inquiry.

    ``said`` takes unit, reason, note, basis (texts), due_at, told_at (times), days and contact. Raises ``NotAllowed``,
    ``RecordGone``, ``TransitionRefused``, ``FieldMissing`` and ``FieldInvalid`` for what the step needs.
    """
    chosen = BY_ID[step]
    work.require(chosen.permission)
    row = standing(work, inquiry)
    if row.state not in chosen.from_states:
        raise TransitionRefused(state=row.state.value, wanted=(chosen.to_state or row.state).value)
    told = checked(chosen, {name: clean(value) if isinstance(value, str) else value for name, value in said.items()})
    state = _before_merge(work, inquiry) if chosen.back else chosen.to_state
    values = _changed(work, chosen, state, told)
    if values:
        work.tx.put("inquiry", inquiry, values)
    record(work, inquiry, chosen.kind, state=state, **told)


def checked(step: Step, said: dict[str, object]) -> dict[str, object]:
    """Return what is said if it is all that the step needs. Raises ``FieldMissing`` and ``FieldInvalid``."""
    for name in step.needs:
        if not said.get(name):
            raise FieldMissing(field=name)
    if step.codes and said["reason"] not in step.codes:
        raise FieldInvalid(field="reason", value=str(said["reason"]))
    days = said.get("days")
    if days is not None and not (isinstance(days, int) and 0 < days <= LONGEST_EXTENSION):
        raise FieldInvalid(field="days", value=str(days))
    return said


def _before_merge(work: Work, inquiry: bytes) -> State:
    """Return the state in which an inquiry was when it was merged."""
    states = [one.state for one in rows_of.events_of(work.tx, inquiry) if one.state is not State.MERGED]
    return next((one for one in reversed(states) if one is not None), State.IN_PROGRESS)


def _changed(work: Work, step: Step, state: State | None, said: dict[str, object]) -> dict[str, Value]:
    """Return the fields of the inquiry that a step sets."""
    values: dict[str, Value] = {}
    if state is not None:
        values |= {"state": state.value, "closed_at": text_of(work.now) if state in DONE else None}
    if step.kind is EventKind.DISPATCHED:
        values["unit"] = str(said["unit"])
    due_at = said.get("due_at")
    if isinstance(due_at, datetime):
        values["due_at"] = text_of(due_at)
    if step.kind is EventKind.CLOSED:
        values["outcome"] = str(said["note"])
    return values


def record(
    work: Work,
    inquiry: bytes,
    kind: EventKind,
    *,
    at: object = None,
    contact: object = None,
    **said: object,
) -> None:
    """Write one step of an inquiry as a fact, ``at`` a time or now. ``said`` takes what ``take`` takes and state."""
    values: dict[str, Value] = {
        "inquiry": inquiry.hex(),
        "kind": kind.value,
        "at": text_of(at if isinstance(at, datetime) else work.now),
        "by": work.person.id.hex(),
        "contact": contact.hex() if isinstance(contact, bytes) else None,
    }
    for name, value in said.items():
        values[name] = _plain(value)
    work.tx.add("inquiry_event", values)


def _plain(value: object) -> Value:
    """Return a value as a record holds it."""
    if isinstance(value, datetime):
        return text_of(value)
    return value.value if isinstance(value, State) else cast("Value", value)
