"""Taking a step with an inquiry: checked against the table of steps, recorded as a fact, and its state with it."""

from datetime import UTC, datetime
from typing import Any, cast

from app.models import routing_choice
from app.models.clocks import is_same_due
from app.models.errors import FieldInvalid, FieldMissing, RecordGone, TransitionRefused
from app.models.inquiries import DONE, EventKind, InquiryEvent, InquiryRow, State
from app.models.inquiry_steps import BY_ID, TAKEN_UP_AGAIN, Step
from app.models.journal import Value
from app.models.texts import clean, moment
from app.models.transfers import InquiryMoved
from app.models.units import UnitRetired
from app.services import calendars, center_news, clocks, extensions, promising
from app.services.clocks import Followed
from app.services.office import View, Work
from app.store import inquiries as rows_of
from app.store import units as unit_rows

_SAID = ("state", "unit", "reason", "note", "due_at", "contact", "days", "basis", "told_at")
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

    ``said`` takes unit, reason, note, basis (texts), due_at, told_at (times), days, contact and what
    ``routing_choice`` keeps. Raises ``NotAllowed``, ``RecordGone``, ``TransitionRefused``, ``InquiryMoved``,
    ``FieldMissing`` and ``FieldInvalid`` for what the step needs, ``UnitRetired``; a dispatch with another due time
    than the promised one needs a reason.
    """
    chosen = BY_ID[step]
    work.require(chosen.permission)
    row = standing(work, inquiry)
    _check_state(row, chosen)
    known = rows_of.events_of(work.tx, inquiry)
    cleaned = {name: clean(value) if isinstance(value, str) else value for name, value in said.items()}
    told = with_choice(chosen, checked(chosen, cleaned))
    due_at = told.get("due_at")
    if isinstance(due_at, datetime):
        calendars.check_due(work, due_at)
        if chosen.kind is EventKind.DISPATCHED:
            told["due_at"] = _dispatched_for(work, known, due_at, told)
    told["clocks"] = clocks.taken_up(work, row, known, chosen.kind, cast("str | None", told.get("unit")))
    extensions.check(work, chosen.kind, row, known)
    if chosen.kind is EventKind.EXTENSION_APPROVED:
        told["due_at"] = extensions.extended(work, row, known, cast("int", told["days"]))
    state = _before_merge(known) if chosen.back else chosen.to_state
    followed = clocks.follow(work, known, [draw_up(work, inquiry, chosen.kind, state=state, **told)])
    settle(work, row, followed, _changed(work, chosen, state, told))
    if chosen.kind is EventKind.CALLBACK_ASKED:
        promising.owe_call(work, row, clocks.call_due(work, followed.clocks))
    if state is State.CLOSED:
        ask_satisfaction(work, inquiry)
    center_news.tell_home(work, row, followed.events[-1])


def _check_state(row: InquiryRow, chosen: Step) -> None:
    if row.moved_to and chosen.id in TAKEN_UP_AGAIN:
        raise InquiryMoved(number=row.number, center=row.moved_to)
    if row.state not in chosen.from_states:
        raise TransitionRefused(state=row.state.value, wanted=(chosen.to_state or row.state).value)


def ask_satisfaction(work: Work, inquiry: bytes, number: str | None = None) -> None:
    """Owe a satisfaction call for an inquiry that has just been closed, where the center asks for it."""
    if not work.settings.satisfaction_share:
        return
    from app.services import callback_sources  # a start needs none of the rules of calling

    callback_sources.after_closing(work, inquiry, number)


def called_back(work: Work, inquiry: bytes, at: datetime) -> None:
    """Note that a satisfaction call reached the caller of an inquiry: a real contact, which ends what was promised."""
    row = rows_of.by_id(work.tx, inquiry)
    if row is None or row.deleted:
        return
    said = {"answered": text_of(at), "reached": text_of(at)}
    event = draw_up(work, inquiry, EventKind.CALLED_BACK, clocks=said)
    settle(work, row, clocks.follow(work, rows_of.events_of(work.tx, inquiry), [event]), {})


def check_asked(view: View, unit: str) -> None:
    """Raise ``UnitRetired`` for a unit of the directory that is no longer asked."""
    known = unit_rows.by_code(view.rows, unit)
    if known is not None and not known.active:
        raise UnitRetired(field="unit", unit=known.name or known.code)


def settle(work: Work, row: InquiryRow, followed: Followed, values: dict[str, Value]) -> None:
    """Save new steps of an inquiry with the fields that they set, its due time by its clock, and its clocks."""
    resolve = followed.resolve
    if resolve is not None and resolve.due_at != row.due_at:
        values["due_at"] = text_of(resolve.due_at)
    if values:
        work.tx.put("inquiry", row.id, values)
    for event in followed.events:
        write(work, event)
    due_at = moment(str(values["due_at"])) if values.get("due_at") else row.due_at
    done = values["closed_at"] is not None if "closed_at" in values else row.closed_at is not None
    clocks.keep(work.tx, row.id, followed.clocks, done=done, due_at=due_at)


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


def with_choice(step: Step, said: dict[str, object]) -> dict[str, object]:
    """Return what is said with that of the choice of a unit in one field, ``routing``, as a record keeps it.

    Raises what ``routing_choice.settled`` raises.
    """
    told = {name: value for name, value in said.items() if name not in routing_choice.SAID}
    if step.kind is EventKind.DISPATCHED:
        told["routing"] = routing_choice.settled(said, str(said["unit"]))
    return told


def _dispatched_for(work: Work, known: list[InquiryEvent], due_at: datetime, told: dict[str, object]) -> datetime:
    """Return the due time of a dispatch: as it is promised to the second, or another one that is explained."""
    check_asked(work, str(told["unit"]))
    promised = clocks.owed_at(work, known)
    if promised is None:
        return due_at
    if is_same_due(due_at, promised):
        return promised
    if not told.get("reason"):
        raise FieldMissing(field="reason")
    return due_at


def _before_merge(events: list[InquiryEvent]) -> State:
    """Return the state in which an inquiry was when it was merged."""
    states = [one.state for one in events if one.state is not State.MERGED]
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


def draw_up(work: Work, inquiry: bytes, kind: EventKind, at: object = None, **said: object) -> InquiryEvent:
    """Return a step that is not saved yet, ``at`` a time or now. ``said`` is what ``take`` takes, state and clocks."""
    told: dict[str, Any] = {name: said.get(name) for name in _SAID}
    when = at if isinstance(at, datetime) else work.now
    more: dict[str, Any] = {name: said.get(name) or {} for name in ("clocks", "routing", "elsewhere")}
    return InquiryEvent(work.tx.new_id(), inquiry, kind, when, work.person.id, None, **told, **more)


def write(work: Work, event: InquiryEvent) -> None:
    """Save a step of an inquiry as a fact."""
    values: dict[str, Value] = {
        "inquiry": event.inquiry.hex(),
        "kind": event.kind.value,
        "at": text_of(event.at),
        "by": event.by.hex() if event.by else None,
        "contact": event.contact.hex() if event.contact else None,
        "state": event.state.value if event.state else None,
        "due_at": text_of(event.due_at) if event.due_at else None,
        "told_at": text_of(event.told_at) if event.told_at else None,
        "clocks": dict(event.clocks) or None,
        "routing": dict(event.routing) or None,
        "ladder": dict(event.ladder) or None,
        "elsewhere": dict(event.elsewhere) or None,
    }
    for name in ("unit", "reason", "note", "days", "basis"):
        values[name] = getattr(event, name)
    work.tx.add("inquiry_event", values, event.id)


def record(work: Work, inquiry: bytes, kind: EventKind, **said: object) -> None:
    """Save a step that means nothing to clocks."""
    write(work, draw_up(work, inquiry, kind, **said))
