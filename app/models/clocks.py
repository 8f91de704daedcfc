"""Clocks of an inquiry, derived from its steps: never kept as counters, so that every figure can be computed again.

Each target has a clock for each stretch in which it is promised: a second dispatch starts a second *accept*, a redo or
a reopening a second *resolve*; the earlier ones keep their results. A pause belongs to the inquiry: it stops *resolve*
and moves its due time by exactly the working time paused. The step that changed a clock last is named by it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an inquiry. ``responded`` is a real outbound contact or an answered call, never a click.

    ``due_at`` only with ``StepKind.EXTENDED``: what was approved.
    """

    id: bytes
    kind: StepKind
    at: datetime
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """What was promised about a target: how long, on which calendar, by which policy (``name@number``)."""

    duration: Duration
    time: WorkingTime
    policy: str

    def due(self, start: datetime) -> datetime:
        """Return when the promise is due that begins now."""
        return self.time.due(start, self.duration)

    @property
    def is_clock(self) -> bool:
        """Whether time counts when nobody works."""
        return self.duration.kind in (DurationKind.CLOCK, DurationKind.CALENDAR_DAYS)


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
    policy: str
    state: ClockState
    changed_by: bytes
    paused: timedelta = timedelta()
    met_at: datetime | None = None
    late: timedelta = timedelta()
    extended: bool = False

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
    StepKind.REDO: (Target.RESOLVE,),
    StepKind.REOPENED: (Target.RESOLVE,),
    StepKind.ANSWERED: (Target.CALLBACK,),
    StepKind.CLOSED: (Target.CALLBACK,),
}
_VOIDS = frozenset({StepKind.CANCELLED, StepKind.MERGED})
_GOES_ON = frozenset(
    {StepKind.RESUMED, *_VOIDS, StepKind.ANSWERED, StepKind.CLOSED, StepKind.DISPATCHED, StepKind.REDO}
)


def clocks(steps: Sequence[Step], terms: Mapping[Target, Term], now: datetime) -> tuple[Clock, ...]:
    """Return every clock of an inquiry, in the order in which they started.

    ``steps`` are in causal order; their times may be imported or from another station, so they are taken as they are.
    """
    made: list[Clock] = []
    paused_at: datetime | None = None
    for step in steps:
        if step.kind is StepKind.PAUSED:
            paused_at = paused_at or step.at
            made = [_paused(clock, step) for clock in made]
        elif paused_at is not None and step.kind in _GOES_ON:
            made = [_resumed(clock, terms, (paused_at, step.at), step) for clock in made]
            paused_at = None
        made = [_stepped(clock, step) for clock in made]
        made += _started(made, step, terms)
    return tuple(_until(clock, terms, now, paused_at) for clock in made)


def _paused(clock: Clock, step: Step) -> Clock:
    if clock.is_over or clock.target is not Target.RESOLVE:
        return clock
    return replace(clock, state=ClockState.PAUSED, changed_by=step.id)


def _resumed(clock: Clock, terms: Mapping[Target, Term], pause: tuple[datetime, datetime], step: Step) -> Clock:
    if clock.state is not ClockState.PAUSED:
        return clock
    return replace(_moved(clock, terms, pause), state=ClockState.RUNNING, changed_by=step.id)


def _moved(clock: Clock, terms: Mapping[Target, Term], pause: tuple[datetime, datetime]) -> Clock:
    """Return the clock with its due time moved by a pause."""
    term = terms[clock.target]
    start, end = max(pause[0], clock.started_at), max(pause[1], clock.started_at, pause[0])
    lasted = end - start if term.is_clock else term.time.elapsed(start, end)
    due_at = term.time.paused(clock.due_at, [(start, end)], clock=term.is_clock)
    return replace(clock, due_at=due_at, paused=clock.paused + lasted)


def _stepped(clock: Clock, step: Step) -> Clock:
    """Return what a step makes of a running clock."""
    if clock.is_over:
        return clock
    if step.kind in _VOIDS:
        return replace(clock, state=ClockState.VOID, changed_by=step.id)
    if step.kind is StepKind.EXTENDED and step.due_at is not None and clock.target is Target.RESOLVE:
        return replace(clock, due_at=step.due_at, extended=True, changed_by=step.id)
    if step.kind is StepKind.DISPATCHED and clock.target is Target.ACCEPT:
        return replace(clock, state=ClockState.VOID, changed_by=step.id)  # sent on before anybody answered
    if step.kind in (StepKind.REDO, StepKind.REOPENED) and clock.target is Target.CALLBACK:
        return replace(clock, state=ClockState.VOID, changed_by=step.id)
    if step.kind in _ENDS[clock.target]:
        return replace(clock, met_at=step.at, changed_by=step.id)
    return clock


def _started(made: Iterable[Clock], step: Step, terms: Mapping[Target, Term]) -> list[Clock]:
    """Return the clocks that a step starts; a target that runs already is not started twice."""
    running = {clock.target for clock in made if not clock.is_over}
    begun = {clock.target for clock in made}
    found: list[Clock] = []
    for target in _STARTS.get(step.kind, ()):
        again = step.kind is StepKind.CLOSED and target in begun
        if target not in terms or target in running or again:
            continue
        due_at = terms[target].due(step.at)
        policy = terms[target].policy
        found.append(Clock(target, step.at, due_at, due_at, policy, ClockState.RUNNING, step.id))
    return found


def _until(clock: Clock, terms: Mapping[Target, Term], now: datetime, paused_at: datetime | None) -> Clock:
    """Return the clock as it stands now: a pause that lasts still moves it, and being late is counted."""
    if clock.state is ClockState.VOID:
        return clock
    term = terms[clock.target]
    if clock.state is ClockState.PAUSED and paused_at is not None:
        moved = _moved(clock, terms, (paused_at, max(now, paused_at)))
        return replace(moved, late=_late(term, moved.due_at, max(now, paused_at)))
    at = clock.met_at or now
    missed = at > clock.due_at
    state = ClockState.MISSED if missed else ClockState.MET if clock.met_at else ClockState.RUNNING
    return replace(clock, state=state, late=_late(term, clock.due_at, at))


def _late(term: Term, due_at: datetime, at: datetime) -> timedelta:
    return at - due_at if term.is_clock else term.time.elapsed(due_at, at)
