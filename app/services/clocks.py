"""Clocks of inquiries: what is promised when one is opened, and what its steps make of it.

The terms are chosen once, by the policies of that moment, and kept with the step; so are due times and results as they
come. Clocks are always derived again from the steps, and what lists show of them is written beside the inquiry in the
same transaction.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.models.clocks import Clock, Step, StepKind, Term, clocks, kept_by, marks, next_due
from app.models.contacts import LIVE, Channel, ContactDraft
from app.models.durations import Duration, parse
from app.models.errors import RecordGone
from app.models.inquiries import PAUSED, EventKind, InquiryEvent, InquiryRow
from app.models.policies import Situation, Target
from app.models.working_time import DueOutOfReach
from app.services import calendars, policies
from app.services.office import View, Work
from app.store import clocks as marks_of
from app.store import inquiries as rows_of
from app.store.journal import Tx

#: What steps of the history mean to clocks; other kinds mean nothing to them.
_MEANS: dict[EventKind, StepKind] = {
    EventKind.OPENED: StepKind.OPENED,
    EventKind.DISPATCHED: StepKind.DISPATCHED,
    EventKind.ACCEPTED: StepKind.ACCEPTED,
    EventKind.STARTED: StepKind.ACCEPTED,
    EventKind.RETURNED: StepKind.RETURNED,
    EventKind.PAUSED: StepKind.PAUSED,
    EventKind.RESUMED: StepKind.RESUMED,
    EventKind.EXTENSION_APPROVED: StepKind.EXTENDED,
    EventKind.DUE_SET: StepKind.DUE_SET,
    EventKind.DUE_RECKONED: StepKind.RECKONED,
    EventKind.ANSWERED: StepKind.ANSWERED,
    EventKind.CLOSED: StepKind.CLOSED,
    EventKind.REOPENED: StepKind.REOPENED,
    EventKind.REDO: StepKind.REDO,
    EventKind.CANCELLED: StepKind.CANCELLED,
    EventKind.MERGED: StepKind.MERGED,
    EventKind.SEPARATED: StepKind.SEPARATED,
}
Said = dict[str, Any]
#: How long a caller waits for the call that asks whether it helped, where nothing is promised about it.
_NEXT_DAY = parse("1bd")


@dataclass(frozen=True)
class Followed:
    """New steps with what is kept of them, and the clocks after them."""

    events: tuple[InquiryEvent, ...]
    clocks: tuple[Clock, ...]

    @property
    def resolve(self) -> Clock | None:
        """Return the clock of the matter itself, the one that was started last; None where it has none."""
        return next((one for one in reversed(self.clocks) if one.target is Target.RESOLVE), None)


@dataclass(frozen=True)
class Proposal:
    """When something will be due by the policy that counts: how long that is, and what the policy is called."""

    due_at: datetime
    duration: Duration
    policy: policies.Listed


def terms_for(view: View, situation: Situation, at: datetime) -> Said:
    """Return what is promised in a situation, as a step keeps it: target → duration, policy and calendar versions."""
    found: Said = {}
    promised = policies.chosen(view, situation, at)
    known = {name: _calendar(view, name) for name in {one.policy.calendar for one in promised.values()}}
    for target, one in promised.items():
        calendar = known[one.policy.calendar]
        found[target.value] = [str(one.policy.targets[target]), one.reference, f"{calendar.name}@{calendar.number}"]
    return found


def said_at_opening(view: View, draft: ContactDraft) -> Said:
    """Return what the opening of an inquiry by a contact says about clocks."""
    begun = begun_at(draft)
    said: Said = {**_real_contact(view, draft), "terms": terms_for(view, situation_of(draft), begun)}
    if begun != draft.opened_at:
        said["from"] = _text(begun)
    return said


#: What can be promised of an inquiry that was opened elsewhere: who answered its caller there, and when, nobody knows.
_TAKEN_UP = frozenset({Target.ACCEPT, Target.RESOLVE, Target.CALLBACK})
_TAKES_UP = frozenset({EventKind.DISPATCHED, EventKind.ACCEPTED, EventKind.STARTED})


def taken_up(
    view: View, row: InquiryRow, known: Sequence[InquiryEvent], kind: EventKind, unit: str | None = None
) -> Said:
    """Return what is promised of an imported inquiry once it is first dispatched or taken up here, {} otherwise.

    A due time that it brought along stands, unless its dispatch sets another.
    """
    brought = kind in _TAKES_UP and any(one.kind is EventKind.IMPORTED for one in known)
    if not brought or any(one.terms for one in _steps(view, known)):
        return {}
    situation = Situation(row.channel or "", row.category, None, row.urgency.value, unit or row.unit)
    terms = {name: said for name, said in terms_for(view, situation, view.now).items() if Target(name) in _TAKEN_UP}
    due = {"due": {Target.RESOLVE.value: _text(row.due_at)}} if row.due_at is not None and unit is None else {}
    return {"terms": terms, **due} if terms else {}


def said_by_contact(view: View, draft: ContactDraft) -> Said | None:
    """Return what a later contact says about clocks, None where nobody was spoken to or written to."""
    return _real_contact(view, draft) or None


def situation_of(draft: ContactDraft) -> Situation:
    """Return what policies may look at in a contact."""
    kind = draft.caller_kind.value if draft.caller_kind else None
    return Situation(draft.channel.value, draft.category, kind, draft.urgency.value, draft.unit)


def begun_at(draft: ContactDraft) -> datetime:
    """Return when a contact reached us: when a letter came, when the telephone began to ring."""
    return draft.came_at or (draft.spans[0].from_at if draft.spans else draft.opened_at)


def _real_contact(view: View, draft: ContactDraft) -> Said:
    """Return when the caller was answered, and when we reached them: by talking to them or by a written reply."""
    if draft.channel in LIVE:
        talking = next((span.from_at for span in draft.spans if span.state == "talking"), None)
        answered = _text(talking or draft.opened_at)
        return {"answered": answered, **({"reached": answered} if draft.channel is Channel.PHONE_OUT else {})}
    return {"answered": _text(view.now), "reached": _text(view.now)} if draft.reply else {}


def propose(view: View, situation: Situation, start: datetime, target: Target = Target.RESOLVE) -> Proposal | None:
    """Return when a promise that begins now is due by the policies, None where nothing is promised."""
    found = policies.chosen(view, situation, start).get(target)
    if found is None:
        return None
    calendar = _calendar(view, found.policy.calendar)
    duration = found.policy.targets[target]
    try:
        due_at = calendars.working_time(view, calendar.name).due(start, duration)
    except DueOutOfReach:
        return None
    return Proposal(due_at, duration, found)


def promised_for(view: View, draft: ContactDraft) -> Proposal | None:
    """Return when the matter of a contact is due by the policies, None where nothing is promised."""
    return propose(view, situation_of(draft), begun_at(draft))


def promised_of(view: View, row: InquiryRow, unit: str) -> datetime | None:
    """Return when a known inquiry without a due time is due if its unit gets it now, None where nothing is promised."""
    situation = Situation(row.channel or "", row.category, None, row.urgency.value, unit)
    found = propose(view, situation, view.now)
    return found.due_at if found else None


def owed_at(view: View, known: Sequence[InquiryEvent]) -> datetime | None:
    """Return when the matter of an inquiry is due by its clock, a pause that lasts counted; None where none runs."""
    owed = [one.due_at for one in of(view, known) if one.target is Target.RESOLVE and not one.is_over]
    return owed[-1] if owed else None


def call_due(view: View, made: Iterable[Clock]) -> datetime:
    """Return when the caller is to be asked whether it helped: as promised, else one business day from now."""
    owed = [one.due_at for one in made if one.target is Target.CALLBACK and not one.is_over]
    if owed:
        return max(owed[-1], view.now)
    try:
        return calendars.due(view, calendars.center_calendar(view).name, view.now, _NEXT_DAY)
    except DueOutOfReach:
        return view.now + timedelta(days=1)


def of(view: View, events: Sequence[InquiryEvent]) -> tuple[Clock, ...]:
    """Return every clock of an inquiry as it stands now, derived from its steps."""
    return clocks(_steps(view, events), {}, view.now)


def follow(view: View, known: Sequence[InquiryEvent], new: Sequence[InquiryEvent]) -> Followed:
    """Return new steps with what must be kept of them, and the clocks after them. Writes nothing.

    Each step keeps what it made itself, whatever those after it made of that.
    """
    steps = _steps(view, known)
    kept: list[InquiryEvent] = []
    made: tuple[Clock, ...] = ()
    for one in new:
        steps += _meaning(view, one)
        made = clocks(steps, {}, one.at)
        kept.append(_kept(view, one, made))
    if not any(step.terms for step in steps):  # opened before anything was promised: the due time set by hand counts
        return Followed(tuple(new), ())
    return Followed(tuple(kept), made)


def _kept(view: View, event: InquiryEvent, made: tuple[Clock, ...]) -> InquiryEvent:
    due, late = kept_by(made, event.id)
    said = dict(event.clocks)
    owed = [one for one in made if one.changed_by == event.id and not one.is_over]
    years = {year for one in owed for year in calendars.estimated(view, one.term.calendar, one.started_at, one.due_at)}
    if years:
        said["estimated"] = sorted(years)
    if due:
        said["due"] = {**said.get("due", {}), **{target.value: _text(at) for target, at in due.items()}}
    if late:
        said["late"] = {target.value: round(span.total_seconds()) for target, span in late.items()}
    return replace(event, clocks=said)


def keep(tx: Tx, inquiry: bytes, made: Sequence[Clock], *, done: bool, due_at: datetime | None) -> None:
    """Write what lists show of an inquiry's clocks. ``due_at`` counts where the matter itself has no clock."""
    if not made:
        return
    own = None if any(one.target is Target.RESOLVE for one in made) else due_at
    times = [at for at in (next_due(made), own) if at is not None]
    marks_of.write(tx, inquiry, None if done else min(times, default=None), marks(made))


def rebuild(work: Work) -> int:
    """Write again what lists show of every inquiry's clocks, and return of how many."""
    count = 0
    for inquiry in list(marks_of.promised(work.tx)):
        count += refresh(work, inquiry)
    return count


def refresh(work: Work, inquiry: bytes) -> bool:
    """Write again what lists show of one inquiry's clocks; False where there is nothing to show."""
    row = rows_of.by_id(work.tx, inquiry)
    events = rows_of.events_of(work.tx, inquiry)
    if row is None or not events:
        return False
    made = clocks(_steps(work, events), {}, events[-1].at)
    keep(work.tx, inquiry, made, done=row.closed_at is not None, due_at=row.due_at)
    return True


def steps_of(view: View, events: Iterable[InquiryEvent]) -> list[Step]:
    """Return what the steps of an inquiry mean to clocks."""
    return _steps(view, events)


def _steps(view: View, events: Iterable[InquiryEvent]) -> list[Step]:
    return [step for event in events for step in _meaning(view, event)]


def _meaning(view: View, event: InquiryEvent) -> list[Step]:
    """Return what a step of the history means to clocks: itself, and the real contact that came with it."""
    said = event.clocks
    found: list[Step] = []
    by_hand = event.kind is EventKind.NOTE and event.due_at is not None  # a call promised at the opening
    kind = StepKind.DUE_SET if by_hand else _MEANS.get(event.kind)
    if kind is not None:
        at = _moment(said["from"]) if "from" in said else event.at
        due = {Target(name): _moment(text) for name, text in said.get("due", {}).items()}
        late = {Target(name): timedelta(seconds=seconds) for name, seconds in said.get("late", {}).items()}
        found.append(Step(event.id, kind, at, event.due_at, _terms(view, said.get("terms", {})), due, late))
    if event.kind is EventKind.SEPARATED and event.state in PAUSED:
        found.append(Step(event.id, StepKind.PAUSED, event.at))
    late = {Target(name): timedelta(seconds=seconds) for name, seconds in said.get("late", {}).items()}
    for name, means in (("answered", StepKind.RESPONDED), ("reached", StepKind.CALLED_BACK)):
        if name in said:
            found.append(Step(event.id, means, _moment(said[name]), kept_late=late))
    return found


def _terms(view: View, told: Mapping[str, Sequence[str]]) -> dict[Target, Term]:
    return {Target(name): _term(view, *parts) for name, parts in told.items()}


def _term(view: View, duration: str, policy: str, calendar: str) -> Term:
    name, _, number = calendar.rpartition("@")
    return Term(parse(duration), calendars.working_time_of(view, name, int(number)), policy, calendar)


def _calendar(view: View, name: str) -> calendars.Listed:
    """Return the calendar of a policy; without a name, or where it is gone, the one that the center works by."""
    found = next((one for one in calendars.listed(view) if one.name == name), None) if name else None
    return found or calendars.center_calendar(view)


def _text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def clocks_of(view: View, inquiry: bytes) -> tuple[Clock, ...]:
    """Return every clock of an inquiry as it stands now. Raises ``RecordGone``."""
    if rows_of.by_id(view.rows, inquiry) is None:
        raise RecordGone(entity="inquiry", id=inquiry.hex())
    return of(view, rows_of.events_of(view.rows, inquiry))
