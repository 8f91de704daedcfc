"""Clocks of an inquiry, derived from its steps: never kept as counters, so that every figure can be computed again.

Each target has a clock for each stretch in which it is promised: a second dispatch starts a second *accept*, a redo or
a reopening a second *resolve*; the earlier ones keep their results. A pause belongs to the inquiry: it stops *resolve*
and moves its due time by exactly the working time paused. The step that changed a clock last is named by it.

What was computed when a step was taken (a due time, how late something was) is kept with the step and stands, so that
a calendar or a policy that changes later rewrites nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.durations import Duration, DurationKind
from app.models.policies import Target
from app.models.working_time import WorkingTime


class ClockState(StrEnum):
    """How a promise about time stands. Void: the inquiry ended another way, so nothing is owed."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    MISSED = "missed"
    VOID = "void"


class StepKind(StrEnum):
    """What a step means to clocks."""

    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    RESPONDED = "responded"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    PAUSED = "paused"
    RESUMED = "resumed"
    EXTENDED = "extended"
    ANSWERED = "answered"
    CLOSED = "closed"
    CALLED_BACK = "called_back"
    REOPENED = "reopened"
    REDO = "redo"
    CANCELLED = "cancelled"
    MERGED = "merged"
    SEPARATED = "separated"
    DUE_SET = "due_set"
    RECKONED = "reckoned"


@dataclass(frozen=True, slots=True)
class Term:
    """What was promised about a target: how long, on which calendar, by which policy (``name@number``).

    ``calendar`` is the version of the calendar, ``name@number``, where it is known.
    """

    duration: Duration
    time: WorkingTime
    policy: str
    calendar: str = ""

    def due(self, start: datetime) -> datetime:
        """Return when the promise is due that begins now."""
        return self.time.due(start, self.duration)

    @property
    def is_clock(self) -> bool:
        """Whether time counts when nobody works."""
        return self.duration.kind in (DurationKind.CLOCK, DurationKind.CALENDAR_DAYS)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an inquiry. ``responded`` is a real outbound contact or an answered call, never a click.

    ``due_at`` is what was approved with ``EXTENDED``, or set by a person with ``DISPATCHED`` and ``DUE_SET`` (None
    there: as promised at the start). ``terms`` are promised from this step on; ``kept_due`` and ``kept_late`` are what
    was computed when the step was taken.
    """

    id: bytes
    kind: StepKind
    at: datetime
    due_at: datetime | None = None
    terms: Mapping[Target, Term] = field(default_factory=dict[Target, Term])
    kept_due: Mapping[Target, datetime] = field(default_factory=dict[Target, datetime])
    kept_late: Mapping[Target, timedelta] = field(default_factory=dict[Target, timedelta])


@dataclass(frozen=True, slots=True)
class Clock:
    """One promise about time on one inquiry.

    ``original_due_at`` is as promised at the start, ``due_at`` with pauses and extensions. ``paused`` is counted as the
    term counts. ``met_at`` is when it was fulfilled; ``late`` how much later than due (negative: earlier), in the
    term's own time, up to now while nothing is fulfilled. ``changed_by`` is the id of the step that changed it last.
    """

    target: Target
    started_at: datetime
    original_due_at: datetime
    due_at: datetime
    term: Term
    state: ClockState
    changed_by: bytes
    started_by: StepKind = StepKind.OPENED
    paused: timedelta = timedelta()
    met_at: datetime | None = None
    late: timedelta = timedelta()
    extended: bool = False
    late_kept: bool = False

    @property
    def policy(self) -> str:
        """Return by which version of which policy it was promised: ``name@number``."""
        return self.term.policy

    @property
    def is_over(self) -> bool:
        """Whether nothing changes this clock any more."""
        return self.met_at is not None or self.state is ClockState.VOID


_ENDS: Mapping[Target, frozenset[StepKind]] = {
    Target.ACKNOWLEDGE: frozenset({StepKind.ACKNOWLEDGED, StepKind.RESPONDED}),
    Target.FIRST_RESPONSE: frozenset({StepKind.RESPONDED}),
    Target.ACCEPT: frozenset({StepKind.ACCEPTED, StepKind.RETURNED, StepKind.ANSWERED, StepKind.CLOSED}),
    Target.RESOLVE: frozenset({StepKind.ANSWERED, StepKind.CLOSED}),
    Target.CALLBACK: frozenset({StepKind.CALLED_BACK}),
}
_STARTS: Mapping[StepKind, tuple[Target, ...]] = {
    StepKind.OPENED: (Target.ACKNOWLEDGE, Target.FIRST_RESPONSE, Target.RESOLVE),
    StepKind.DISPATCHED: (Target.ACCEPT,),
    StepKind.RETURNED: (Target.ACCEPT,),
    StepKind.REDO: (Target.RESOLVE,),
    StepKind.REOPENED: (Target.RESOLVE,),
    StepKind.ANSWERED: (Target.CALLBACK,),
    StepKind.CLOSED: (Target.CALLBACK,),
}
#: Steps that start the clock of the matter too, where they bring its term: it was opened elsewhere.
_TAKES_UP = frozenset({StepKind.DISPATCHED, StepKind.ACCEPTED})
_VOIDS = frozenset({StepKind.CANCELLED, StepKind.MERGED})
_SETS_DUE = frozenset({StepKind.EXTENDED, StepKind.DISPATCHED, StepKind.DUE_SET})
_GOES_ON = frozenset(
    {StepKind.RESUMED, *_VOIDS, StepKind.ANSWERED, StepKind.CLOSED, StepKind.DISPATCHED, StepKind.REDO}
)


def clocks(steps: Sequence[Step], terms: Mapping[Target, Term], now: datetime) -> tuple[Clock, ...]:
    """Return every clock of an inquiry, in the order in which they started.

    ``steps`` are in causal order; their times may be imported or from another station, so they are taken as they are.
    """
    made: list[Clock] = []
    known = dict(terms)
    merged = b""
    paused_at: datetime | None = None
    for step in steps:
        known.update(step.terms)
        if step.kind is StepKind.RECKONED:
            made = [_reckoned(clock, step) for clock in made]
        if step.kind is StepKind.SEPARATED:
            made = [_taken_up(clock, merged, step) for clock in made]
        if step.kind is StepKind.PAUSED:
            paused_at = paused_at or step.at
            made = [_paused(clock, step) for clock in made]
        elif paused_at is not None and step.kind in _GOES_ON:
            made = [_resumed(clock, (paused_at, step.at), step) for clock in made]
            paused_at = None
        made = [_stepped(clock, step) for clock in made]
        made += _started(made, step, known)
        merged = step.id if step.kind is StepKind.MERGED else merged
    return tuple(_until(clock, now, paused_at) for clock in made)


def _paused(clock: Clock, step: Step) -> Clock:
    if clock.is_over or clock.target is not Target.RESOLVE:
        return clock
    return replace(clock, state=ClockState.PAUSED, changed_by=step.id)


def _resumed(clock: Clock, pause: tuple[datetime, datetime], step: Step) -> Clock:
    if clock.state is not ClockState.PAUSED:
        return clock
    moved = _moved(clock, pause)
    due_at = step.kept_due.get(clock.target, moved.due_at)
    return replace(moved, due_at=due_at, state=ClockState.RUNNING, changed_by=step.id)


def _moved(clock: Clock, pause: tuple[datetime, datetime]) -> Clock:
    """Return the clock with its due time moved by a pause."""
    term = clock.term
    start, end = max(pause[0], clock.started_at), max(pause[1], clock.started_at, pause[0])
    lasted = end - start if term.is_clock else term.time.elapsed(start, end)
    due_at = term.time.paused(clock.due_at, [(start, end)], clock=term.is_clock)
    return replace(clock, due_at=due_at, paused=clock.paused + lasted)


def _reckoned(clock: Clock, step: Step) -> Clock:
    """Return a clock with the due time that was computed again; what was promised at the start stays beside it."""
    due_at = step.kept_due.get(clock.target)
    if clock.is_over or due_at is None:
        return clock
    return replace(clock, due_at=due_at, changed_by=step.id)


def _taken_up(clock: Clock, merged: bytes, step: Step) -> Clock:
    """Return a clock that a merge had ended, running again once the inquiries are taken apart."""
    ended = clock.state is ClockState.VOID and clock.changed_by == merged
    return replace(clock, state=ClockState.RUNNING, changed_by=step.id) if ended else clock


def _stepped(clock: Clock, step: Step) -> Clock:
    """Return what a step makes of a clock."""
    if clock.is_over:
        return clock
    if _voids(clock, step):
        return replace(clock, state=ClockState.VOID, changed_by=step.id)
    if clock.target is Target.RESOLVE and step.kind in _SETS_DUE:
        return _set_due(clock, step)
    sent_again = step.kind is StepKind.DISPATCHED and clock.started_by is StepKind.RETURNED
    if step.kind in _ENDS.get(clock.target, frozenset()) or (clock.target is Target.ACCEPT and sent_again):
        late = step.kept_late.get(clock.target)
        kept = late is not None
        return replace(clock, met_at=step.at, changed_by=step.id, late=late or clock.late, late_kept=kept)
    return clock


def _voids(clock: Clock, step: Step) -> bool:
    """Say whether a step leaves nothing to be owed."""
    if clock.target is Target.ACCEPT:  # sent on before anybody answered
        sent_on = step.kind is StepKind.DISPATCHED and clock.started_by is not StepKind.RETURNED
        return sent_on or step.kind in _VOIDS
    again = clock.target is Target.CALLBACK and step.kind in (StepKind.REDO, StepKind.REOPENED)
    return again or step.kind in _VOIDS


def _set_due(clock: Clock, step: Step) -> Clock:
    """Return the clock with the due time that a person set or approved."""
    extended = step.kind is StepKind.EXTENDED
    if step.due_at is None and step.kind is not StepKind.DUE_SET:
        return clock
    due_at = step.due_at or clock.original_due_at
    return replace(clock, due_at=due_at, extended=clock.extended or extended, changed_by=step.id)


def _started(made: Iterable[Clock], step: Step, terms: Mapping[Target, Term]) -> list[Clock]:
    """Return the clocks that a step starts; a target that runs already is not started twice."""
    running = {clock.target for clock in made if not clock.is_over}
    begun = {clock.target for clock in made}
    found: list[Clock] = []
    taken_up = (Target.RESOLVE,) if step.kind in _TAKES_UP and Target.RESOLVE in step.terms else ()
    for target in (*_STARTS.get(step.kind, ()), *taken_up):
        again = step.kind is StepKind.CLOSED and target in begun
        if target not in terms or target in running or again:
            continue
        term = terms[target]
        set_at = step.due_at if target in taken_up else None
        due_at = step.kept_due.get(target) or set_at or term.due(step.at)
        found.append(Clock(target, step.at, due_at, due_at, term, ClockState.RUNNING, step.id, step.kind))
    return found


def _until(clock: Clock, now: datetime, paused_at: datetime | None) -> Clock:
    """Return the clock as it stands now: a pause that lasts still moves it, and being late is counted."""
    if clock.state is ClockState.VOID:
        return clock
    if clock.state is ClockState.PAUSED and paused_at is not None:
        moved = _moved(clock, (paused_at, max(now, paused_at)))
        return replace(moved, late=_late(clock.term, moved.due_at, max(now, paused_at)))
    at = clock.met_at or now
    missed = at > clock.due_at
    state = ClockState.MISSED if missed else ClockState.MET if clock.met_at else ClockState.RUNNING
    return replace(clock, state=state, late=clock.late if clock.late_kept else _late(clock.term, clock.due_at, at))


def _late(term: Term, due_at: datetime, at: datetime) -> timedelta:
    return at - due_at if term.is_clock else term.time.elapsed(due_at, at)


def kept_by(made: Iterable[Clock], step: bytes) -> tuple[dict[Target, datetime], dict[Target, timedelta]]:
    """Return what is kept with a step: the due times that it made, and how late those were that it ended."""
    mine = [clock for clock in made if clock.changed_by == step and clock.state is not ClockState.VOID]
    due = {clock.target: clock.due_at for clock in mine if clock.state is not ClockState.PAUSED}
    return due, {clock.target: clock.late for clock in mine if clock.met_at is not None}


#: Forms write due times to the minute.
_WRITTEN_TO = timedelta(minutes=1)


def is_same_due(one: datetime, other: datetime) -> bool:
    """Say whether two due times are the same as far as a form can write them."""
    return abs(one - other) < _WRITTEN_TO


def next_due(made: Iterable[Clock]) -> datetime | None:
    """Return the earliest due time of all clocks that run, None where none runs."""
    return min(
        (clock.due_at for clock in made if not clock.is_over and clock.state is not ClockState.PAUSED), default=None
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A clock as a list shows it. ``state`` is as of the last step: a running one may be late by now."""

    target: Target
    state: ClockState
    due_at: datetime
    original_due_at: datetime
    met_at: datetime | None = None
    late: timedelta = timedelta()
    extended: bool = False

    def state_at(self, now: datetime) -> ClockState:
        """Return how it stands now."""
        return ClockState.MISSED if self.state is ClockState.RUNNING and now > self.due_at else self.state


def marks(made: Iterable[Clock]) -> tuple[Mark, ...]:
    """Return the latest clock of each target that is owed or was, in the order of the targets."""
    latest = {clock.target: clock for clock in made if clock.state is not ClockState.VOID}
    return tuple(_mark(latest[target]) for target in Target if target in latest)


def _mark(clock: Clock) -> Mark:
    unmet = clock.met_at is None and clock.state is not ClockState.PAUSED
    return Mark(
        clock.target,
        ClockState.RUNNING if unmet else clock.state,
        clock.due_at,
        clock.original_due_at,
        clock.met_at,
        timedelta() if clock.met_at is None else clock.late,
        clock.extended,
    )
