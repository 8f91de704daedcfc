"""Inquiries: opened by a contact, worked on, found again; promises and callbacks that belong to them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from app.models import routing_choice
from app.models.accounts import Permission
from app.models.callbacks import Callback
from app.models.clocks import Clock
from app.models.contacts import ContactDraft, ContactRow, is_dated_otherwise
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone, TransitionRefused
from app.models.inquiries import DONE, EventKind, InquiryEvent, InquiryPage, InquiryRow, State, Urgency
from app.models.inquiry_steps import leading
from app.models.journal import Value
from app.models.promises import Promise
from app.models.texts import clean, moment
from app.services import calendars, center_news, clocks
from app.services.inquiry_steps import ask_satisfaction, draw_up, record, settle, standing, take, text_of, write
from app.services.office import View, Work
from app.store import accounts as account_rows
from app.store import callbacks as callback_rows
from app.store import contacts as contact_rows
from app.store import inquiries as rows_of
from app.store import reminders as reminder_rows
from app.store.inquiries import Wanted
from app.store.journal import Entry, history_of

__all__ = ["Wanted"]


@dataclass(frozen=True)
class Detail:
    """Everything that the detail of an inquiry shows; contacts and promises also of what is ``merged`` into it.

    ``into`` is what it is merged into itself.
    """

    row: InquiryRow
    details: str | None
    outcome: str | None
    events: tuple[InquiryEvent, ...]
    contacts: tuple[ContactRow, ...]
    promises: tuple[Promise, ...]
    clocks: tuple[Clock, ...] = ()
    into: InquiryRow | None = None
    merged: tuple[InquiryRow, ...] = ()


@dataclass(frozen=True)
class Today:
    """The figures of the bottom strip; ``reminded``: one's own inquiries with a reminder that was not seen yet."""

    open: int
    overdue: int
    due_today: int
    callbacks_due: int
    reminded: int = 0


def list_page(view: View, wanted: Wanted, *, after: tuple[Value, int] | None = None, limit: int = 50) -> InquiryPage:
    """Return one page of inquiries; the key of the next page is in it."""
    view.require(Permission.SEE_INQUIRIES)
    return rows_of.page(view.rows, wanted, after, limit)


def detail(view: View, inquiry: bytes) -> Detail:
    """Return one inquiry with its steps, contacts and promises. Raises ``RecordGone``."""
    view.require(Permission.SEE_INQUIRIES)
    row = rows_of.by_id(view.rows, inquiry)
    if row is None:
        raise RecordGone(entity="inquiry", id=inquiry.hex())
    details, outcome, _ = rows_of.details_of(view.rows, inquiry)
    events = rows_of.events_of(view.rows, inquiry)
    return Detail(
        row,
        details,
        outcome,
        tuple(events),
        tuple(contact_rows.of_inquiry(view.rows, inquiry)),
        tuple(callback_rows.promises_of_inquiry(view.rows, inquiry)),
        clocks.of(view, events),
        rows_of.by_id(view.rows, rows_of.followed(view.rows, inquiry)) if row.merged_into else None,
        tuple(rows_of.merged_into(view.rows, inquiry)),
    )


def history(view: View, row_id: bytes) -> list[Entry]:
    """Return every change of a record (an inquiry, a caller …), the oldest first, from the journal.

    Raises ``NotAllowed`` for an account: its record holds password hashes, which no list may show.
    """
    view.require(Permission.SEE_INQUIRIES)
    found = history_of(view.rows, row_id)
    if any(entry.entity == "person" for entry in found):
        raise NotAllowed(permission=Permission.MANAGE_ACCOUNTS.value)
    return found


def today(view: View) -> Today:
    """Return the figures of the bottom strip, at the center's own midnight."""
    view.person  # noqa: B018 - refuses nobody who is signed in
    zone = ZoneInfo(view.settings.time_zone)
    midnight = (view.now.astimezone(zone) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    end = text_of(midnight)
    open_now, overdue, due = rows_of.open_counts(view.rows, text_of(view.now), end)
    told = reminder_rows.count_unseen(view.rows, view.person.id, text_of(view.now - TOLD_FOR))
    return Today(open_now, overdue, due, callback_rows.count_due(view.rows, end), told)


def due_callbacks(view: View, *, limit: int = 200) -> list[Callback]:
    """Return the calls that we owe, the soonest first."""
    view.require(Permission.SEE_INQUIRIES)
    return callback_rows.open_callbacks(view.rows, limit)


def owed(view: View, callback: bytes) -> Callback | None:
    """Return one call that we owe or owed, None for one that never was."""
    view.require(Permission.SEE_INQUIRIES)
    return callback_rows.by_id(view.rows, callback)


def _number(work: Work) -> str:
    """Return a number that no other station gives: day, station, count of the day (``261122-K7-0012``)."""
    day = work.now.astimezone(ZoneInfo(work.settings.time_zone)).strftime("%y%m%d")
    station = work.tx.writer.origin[-2:].hex().upper()
    return f"{day}-{station}-{rows_of.next_count(work.tx, day):04d}"


def open_by(work: Work, draft: ContactDraft, state: State, kind: EventKind) -> tuple[bytes, str]:
    """Open an inquiry from a contact and take its first step; return its id and number."""
    number = _number(work)
    closed = state in DONE
    inquiry = work.tx.new_id()
    followed = clocks.follow(work, (), _first_steps(work, draft, inquiry, state, kind))
    due_at = followed.resolve.due_at if followed.resolve else draft.due_at
    values: dict[str, Value] = {
        "number": number,
        "opened_at": text_of(draft.opened_at),
        "channel": draft.channel.value,
        "opened_by": work.person.id.hex(),
        "owner": work.person.id.hex(),
        "caller": draft.caller.hex() if draft.caller else None,
        "category": draft.category,
        "unit": draft.unit,
        "area": draft.area,
        "urgency": draft.urgency.value,
        "summary": draft.summary or _title_given(draft),
        "details": draft.details,
        "state": state.value,
        "due_at": text_of(due_at) if due_at and not closed else None,
        "closed_at": text_of(work.now) if closed else None,
        "outcome": _answer(draft, kind) if closed else None,
    }
    work.tx.add("inquiry", values, inquiry)
    for event in followed.events:
        write(work, event)
    clocks.keep(work.tx, inquiry, followed.clocks, done=closed, due_at=due_at)
    link(work, draft.id, inquiry, "answered" if closed else "opened")
    if state is State.CLOSED:
        ask_satisfaction(work, inquiry, draft.number)
    return inquiry, number


def _first_steps(work: Work, draft: ContactDraft, inquiry: bytes, state: State, kind: EventKind) -> list[InquiryEvent]:
    """Return the steps that an inquiry takes in the contact that opens it."""
    said = clocks.said_at_opening(work, draft)
    opened = draw_up(work, inquiry, EventKind.OPENED, draft.opened_at, contact=draft.id, state=State.NEW, clocks=said)
    sent = draw_up(work, inquiry, kind, contact=draft.id, unit=draft.referred_to, note=draft.referral_note)
    last = draw_up(
        work,
        inquiry,
        EventKind.CLOSED if kind in _SENT else kind,
        contact=draft.id,
        state=state,
        unit=draft.unit if state is State.DISPATCHED else None,
        due_at=draft.due_at,
        reason=draft.dispatch_reason if is_dated_otherwise(draft) else None,
        routing=_choice(draft) if kind is EventKind.DISPATCHED else None,
    )
    return [opened, sent, last] if kind in _SENT else [opened, last]


def _choice(draft: ContactDraft) -> dict[str, Value] | None:
    return routing_choice.settled({name: getattr(draft, name, None) for name in routing_choice.SAID}, draft.unit)


#: Steps by which a matter leaves the house in the moment in which it comes.
_SENT = frozenset({EventKind.REFERRED, EventKind.TRANSFERRED})


def _answer(draft: ContactDraft, kind: EventKind) -> str | None:
    """Return what stands as the answer of a matter that a contact closes."""
    if kind not in _SENT:
        return draft.reply
    return "\n".join(text for text in (f"→ {draft.referred_to}", draft.referral_note, draft.reply) if text)


def _title_given(draft: ContactDraft) -> str | None:
    return next((given.title for given in draft.given if given.title), None)


def continue_by(work: Work, draft: ContactDraft) -> str:
    """Add a contact to an inquiry that is open, or open again a closed one; return its number.

    What is meant for an inquiry that is merged goes to the one that it is merged into; of one that went to another
    center that center is told.
    """
    if draft.add_to is None:
        raise FieldMissing(field="add_to")
    row = standing(work, rows_of.followed(work.tx, draft.add_to))
    note = "\n".join(text for text in (draft.summary, draft.details) if text) or None
    said = clocks.said_by_contact(work, draft)
    if row.moved_to:
        event = draw_up(work, row.id, EventKind.NOTE, contact=draft.id, note=note, clocks=said)
        write(work, event)
        center_news.tell_on(work, row, event)
    elif row.state in DONE:
        again = "separate" if row.state is State.MERGED else "reopen"
        take(work, row.id, again, note=note, contact=draft.id, clocks=said)
    else:
        known = rows_of.events_of(work.tx, row.id)
        event = draw_up(work, row.id, EventKind.NOTE, contact=draft.id, note=note, clocks=said)
        settle(work, row, clocks.follow(work, known, [event]), {})
    order = tuple(Urgency)
    if order.index(draft.urgency) > order.index(row.urgency):
        work.tx.put("inquiry", row.id, {"urgency": draft.urgency.value})
    link(work, draft.id, row.id, "continued")
    return row.number


def link(work: Work, contact: bytes, inquiry: bytes, role: str) -> None:
    """Tie a contact to an inquiry: opened, continued or answered."""
    at = work.now.isoformat()
    work.tx.add("contact_inquiry", {"contact": contact.hex(), "inquiry": inquiry.hex(), "role": role, "at": at})


def move(work: Work, inquiry: bytes, wanted: State, *, kind: EventKind | None = None, **said: object) -> None:
    """Take the step that leads an inquiry to a state. Raises ``TransitionRefused`` and what ``take`` raises.

    ``kind`` names the step where several lead there; ``said`` is what ``take`` takes.
    """
    work.require(Permission.WORK_INQUIRIES)
    state = standing(work, inquiry).state
    step = leading(state, wanted, kind)
    if step is None:
        raise TransitionRefused(state=state.value, wanted=wanted.value)
    take(work, inquiry, step.id, **said)


#: So long the owner of an inquiry is told of a step of supervision that nobody has seen; by then it is late everywhere.
TOLD_FOR = timedelta(days=14)
_DESCRIBED = frozenset({"category", "area", "urgency", "summary", "details", "unit", "due_at"})


def describe(work: Work, inquiry: bytes, **values: str | None) -> None:
    """Set category, area, urgency, summary, details, unit or due_at (ISO text) of an inquiry.

    Lowering the urgency, and moving a due time that was promised, need a ``reason`` (``FieldMissing``). Raises
    ``RecordGone``, and ``FieldInvalid`` for what no list could show again.
    """
    work.require(Permission.WORK_INQUIRIES)
    row = standing(work, inquiry)
    reason = clean(values.pop("reason", None))
    told: dict[str, Value] = {name: _described(name, clean(value)) for name, value in values.items()}
    if _lowers(told.get("urgency"), row.urgency):
        if not reason:
            raise FieldMissing(field="reason")
        # Within an epoch the gravest word of all stations stands; a lower one can only begin the next epoch.
        epoch = work.tx.state_of("inquiry", inquiry).get("epoch")
        told["epoch"] = (epoch if isinstance(epoch, int) else 0) + 1
        record(work, inquiry, EventKind.URGENCY_LOWERED, reason=reason)
    if "due_at" in told:
        known, due_at = rows_of.events_of(work.tx, inquiry), moment(cast("str | None", told["due_at"]))
        if due_at is not None:
            calendars.check_due(work, due_at)
        event = draw_up(work, inquiry, EventKind.DUE_SET, due_at=due_at, reason=reason)
        followed = clocks.follow(work, known, [event])
        if followed.clocks:
            if not reason and told["due_at"] != (text_of(row.due_at) if row.due_at else None):
                raise FieldMissing(field="reason")
            del told["due_at"]
            settle(work, row, followed, told)
            return
    work.tx.put("inquiry", inquiry, told)


def _lowers(wanted: Value, now: Urgency) -> bool:
    order = tuple(Urgency)
    return isinstance(wanted, str) and order.index(Urgency(wanted)) < order.index(now)


def _described(name: str, value: str | None) -> str | None:
    if name not in _DESCRIBED or (name == "urgency" and value not in set(Urgency)):
        raise FieldInvalid(field=name, value=str(value))
    if name != "due_at" or value is None:
        return value
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise FieldInvalid(field=name, value=value) from None
    return text_of(at)  # lists compare due times as texts, so all are in UTC


def note(work: Work, inquiry: bytes, text: str) -> None:
    """Write a note on an inquiry."""
    take(work, inquiry, "note", note=text)


def hand_over(work: Work, inquiry: bytes, person: bytes, reason: str | None = None) -> None:
    """Give an inquiry to another person. Operators hand over their own, nobody's, and those of their unit.

    A ``reason`` stands in the history, and is taken back with the hand-over. Raises ``FieldInvalid`` for somebody who
    does not work on inquiries, or no longer.
    """
    row = standing(work, inquiry)
    work.require_with(Permission.HAND_OVER_INQUIRIES, owner=row.owner, unit=row.unit)
    taker = account_rows.by_id(work.tx, person)
    if taker is None or not taker.may(Permission.WORK_INQUIRIES):
        raise FieldInvalid(field="person", value=taker.display if taker else person.hex())
    values: dict[str, Value] = {"owner": person.hex()}
    told = clean(reason)
    if told or work.tx.state_of("inquiry", inquiry).get("handed_for"):
        values["handed_for"] = told
    work.tx.put("inquiry", inquiry, values)


def settle_callback(work: Work, callback: bytes, *, kept: bool, note: str | None = None) -> None:
    """End a promised callback: the promise was kept, or it was not. Raises ``RecordGone`` for one that has ended."""
    work.require(Permission.WORK_INQUIRIES)
    state = work.tx.state_of("callback", callback)
    if state.get("closed_at"):  # what the first person said of the promise stands
        raise RecordGone(entity="callback", id=callback.hex())
    work.tx.put("callback", callback, {"closed_at": text_of(work.now)})
    if state.get("promise"):
        said: dict[str, Value] = {
            "promise": state["promise"],
            "state": "kept" if kept else "broken",
            "at": text_of(work.now),
            "by": work.person.id.hex(),
            "note": clean(note),
        }
        work.tx.add("promise_outcome", said)


def reschedule_callback(work: Work, callback: bytes, due_at: datetime) -> None:
    """Move a callback to another time. Raises ``RecordGone``."""
    work.require(Permission.WORK_INQUIRIES)
    work.tx.state_of("callback", callback)
    work.tx.put("callback", callback, {"due_at": text_of(due_at)})
