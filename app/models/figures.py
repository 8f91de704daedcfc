"""What each inquiry says to every question of the KPIs, and the figures that are counted from it.

``observe`` is a pure function of one inquiry and its steps. Of a promise about time the first result counts: reopening
an inquiry erases nothing. What may still turn out either way waits, at most until ``looks_at``, when it is looked at
again although nothing happened.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from app.models.clocks import ClockState, Mark
from app.models.figure_windows import Ran
from app.models.inquiries import DONE, EventKind, InquiryEvent, State
from app.models.kpi_questions import OF_INQUIRIES, Question
from app.models.kpis import FigureMark, Kpi, RowSet
from app.models.policies import Target
from app.models.routing_results import RoutedVerdict, judge

#: A second inquiry of the same caller on the same topic within this time says that the first was not resolved.
REPEAT = timedelta(days=7)
#: A cell of a comparison that counts fewer than this is not told: it could be recognized.
SMALL = 5

MET, MISSED, WAITING, LEFT_OUT = FigureMark.MET, FigureMark.MISSED, FigureMark.WAITING, FigureMark.LEFT_OUT
NONE = FigureMark.NONE
_VOID = frozenset({State.CANCELLED, State.MERGED})
_AGAIN = frozenset({EventKind.REDO, EventKind.REOPENED})
#: Steps that a question asks for. Others say nothing, unless they tell clocks.
SPEAKING = _AGAIN | {EventKind.DISPATCHED, EventKind.RETURNED}
_VERDICTS = {RoutedVerdict.RIGHT: MET, RoutedVerdict.WRONG: MISSED, RoutedVerdict.WAITING: WAITING}


@dataclass(frozen=True, slots=True)
class InquiryFacts:
    """What is known of one inquiry. ``repeat_at``: when the same caller came again on the same topic.

    ``answered`` says that it was closed on the line, ``mode`` where that answer came from; ``imported``: a former
    system had it, and nobody knows how it was answered there; ``contradicted``: asked afterwards, the caller said
    that it was not solved, or only in part; ``came_over``: another center took it from the caller.
    ``closed_on`` and ``day`` are days of the center.
    """

    state: State
    opened_at: datetime
    day: date
    category: str = ""
    closed_at: datetime | None = None
    closed_on: date | None = None
    due_at: datetime | None = None
    clocks: tuple[Mark, ...] = ()
    events: tuple[InquiryEvent, ...] = ()
    caller: bytes | None = None
    repeat_at: datetime | None = None
    answered: bool = False
    mode: str | None = None
    imported: bool = False
    contradicted: bool = False
    came_over: bool = False


@dataclass(frozen=True, slots=True)
class Observed:
    """The answers of one inquiry in the order of the questions, and when to look again at the latest."""

    marks: tuple[FigureMark, ...]
    looks_at: datetime | None = None

    def __getitem__(self, question: Question) -> FigureMark:
        """Return the answer to one question."""
        return self.marks[_PLACE[question]]


_PLACE = {question: place for place, question in enumerate(OF_INQUIRIES)}


@dataclass(frozen=True, slots=True)
class _Timed:
    mark: FigureMark
    until: datetime | None = None


_NOTHING_PROMISED = dict.fromkeys(Target, _Timed(NONE))


def observe(facts: InquiryFacts, now: datetime) -> Observed:
    """Return what an inquiry says to every question now."""
    late = _first_late(facts.events)
    by_target = {one.target: one for one in facts.clocks}
    timed = _promises(by_target, late, now)
    on_time = _on_time(facts, timed[Target.RESOLVE], now)
    first_contact = _first_contact(facts, now)
    kinds = {one.kind for one in facts.events}
    again = not kinds.isdisjoint(_AGAIN)
    direct = _direct(facts)
    found = {
        Question.TAKEN: _Timed(NONE if facts.came_over else MET),
        Question.DIRECT: _Timed(direct),
        Question.SCRIPTED: _Timed(_when(direct is MET, facts.mode == "script")),
        Question.SAME_DAY: _same_day(facts, on_time),
        Question.COMPLAINT: on_time if _is(facts, "complaint") else _Timed(NONE),
        Question.ACKNOWLEDGED: timed[Target.ACKNOWLEDGE],
        Question.FIRST_RESPONSE: timed[Target.FIRST_RESPONSE],
        Question.ACCEPTED: timed[Target.ACCEPT],
        Question.ON_TIME: on_time,
        Question.ON_FIRST_TIME: _first_time(on_time, by_target.get(Target.RESOLVE), now),
        Question.CALLED_BACK: timed[Target.CALLBACK],
        Question.ROUTED: _Timed(_routed(facts.events)),
        Question.KEPT: _Timed(_when(EventKind.DISPATCHED in kinds, EventKind.RETURNED not in kinds)),
        Question.FIRST_CONTACT: first_contact,
        Question.CONTACTED: _Timed(_contacted(facts)),
        Question.HELD: _Timed(_when(facts.closed_at is not None or again, not again)),
    }
    if facts.state in _VOID:
        found = {question: _Timed(_void(question, one.mark)) for question, one in found.items()}
    waits = [one.until for one in found.values() if one.until is not None]
    return Observed(tuple(found[question].mark for question in OF_INQUIRIES), min(waits, default=None))


def _void(question: Question, mark: FigureMark) -> FigureMark:
    """A canceled or merged inquiry was taken; it says nothing else."""
    return mark if question is Question.TAKEN or mark is NONE else LEFT_OUT


def _when(asked: bool, met: bool) -> FigureMark:
    if not asked:
        return NONE
    return MET if met else MISSED


def _is(facts: InquiryFacts, top: str) -> bool:
    return facts.category == top or facts.category.startswith(f"{top}.")


def _first_late(events: Iterable[InquiryEvent]) -> dict[Target, timedelta]:
    """Return by how much the first promise of each target was missed (negative: kept), where one has ended."""
    found: dict[Target, timedelta] = {}
    for event in events:
        for name, seconds in event.clocks.get("late", {}).items() if event.clocks else ():
            found.setdefault(Target(name), timedelta(seconds=seconds))
    return found


def _promises(clocks: Mapping[Target, Mark], late: Mapping[Target, timedelta], now: datetime) -> dict[Target, _Timed]:
    if not clocks and not late:
        return _NOTHING_PROMISED
    return {target: _promise(clocks.get(target), late.get(target), now) for target in Target}


def _promise(clock: Mark | None, late: timedelta | None, now: datetime) -> _Timed:
    if late is not None:
        return _Timed(MET if late <= timedelta() else MISSED)
    if clock is None:
        return _Timed(NONE)
    if clock.met_at is not None:
        return _Timed(MET if clock.late <= timedelta() else MISSED)
    if clock.state is ClockState.PAUSED:
        return _Timed(WAITING)
    return _Timed(WAITING, clock.due_at) if now <= clock.due_at else _Timed(MISSED)


def _on_time(facts: InquiryFacts, promised: _Timed, now: datetime) -> _Timed:
    """The clock of the matter; where none was promised, the due time that it has."""
    if promised.mark is not NONE or facts.due_at is None:
        return promised
    if facts.closed_at is not None:
        return _Timed(MET if facts.closed_at <= facts.due_at else MISSED)
    return _Timed(WAITING, facts.due_at) if now <= facts.due_at else _Timed(MISSED)


def _first_time(on_time: _Timed, clock: Mark | None, now: datetime) -> _Timed:
    """The same without extensions: what was extended counts by the due time that was promised at the start."""
    if clock is None or not clock.extended or on_time.mark is MISSED:
        return on_time
    if clock.met_at is not None:
        return _Timed(MET if clock.met_at <= clock.original_due_at else MISSED)
    return _Timed(WAITING, clock.original_due_at) if now <= clock.original_due_at else _Timed(MISSED)


def _direct(facts: InquiryFacts) -> FigureMark:
    if facts.answered:
        return MET
    return LEFT_OUT if facts.imported or facts.came_over else MISSED


def _same_day(facts: InquiryFacts, on_time: _Timed) -> _Timed:
    """A consultation that was not answered on the line: by its promise, else within the day on which it came."""
    if not _is(facts, "consult") or facts.answered:
        return _Timed(NONE)
    if on_time.mark is not NONE:
        return on_time
    if facts.closed_on is None:
        return _Timed(WAITING)
    return _Timed(MET if facts.closed_on == facts.day else MISSED)


def _routed(events: Sequence[InquiryEvent]) -> FigureMark:
    place = next((at for at, one in enumerate(events) if one.kind is EventKind.DISPATCHED), None)
    if place is None:
        return NONE
    return _VERDICTS.get(judge(events[place], events[place + 1 :])[0], LEFT_OUT)


def _first_contact(facts: InquiryFacts, now: datetime) -> _Timed:
    if facts.caller is None:
        return _Timed(LEFT_OUT)  # nobody can tell whether an unknown caller came again
    if facts.contradicted or facts.repeat_at is not None or any(one.kind in _AGAIN for one in facts.events):
        return _Timed(MISSED)
    settled_at = facts.opened_at + REPEAT
    if now <= settled_at:
        return _Timed(WAITING, settled_at)
    return _Timed(MET if facts.state in DONE else WAITING)


def _contacted(facts: InquiryFacts) -> FigureMark:
    if facts.answered or any(one.clocks.get("answered") or one.clocks.get("reached") for one in facts.events):
        return MET
    return LEFT_OUT if facts.imported or facts.came_over else MISSED


@dataclass(frozen=True, slots=True)
class Figure:
    """A KPI of one group: how many of how many, and what was left out of both. ``hidden``: too few to be told.

    ``window``: from when until when the parts were counted, where it is told of its worst hours. Where none of
    these counts enough, ``cases`` is how many the whole period has.
    """

    numerator: int
    denominator: int
    excluded: Mapping[RowSet, int] = field(default_factory=dict[RowSet, int])
    hidden: bool = False
    cases: int | None = None
    window: tuple[datetime, datetime] | None = None

    @property
    def size(self) -> int:
        """Return how many were counted; where the denominator counts points or seconds that is another number."""
        return self.denominator if self.cases is None else self.cases

    @property
    def share(self) -> float | None:
        """Return numerator over denominator; None without any."""
        return self.numerator / self.denominator if self.denominator else None


Counts = Mapping[RowSet, int]


def figure(kpi: Kpi, counts: Counts) -> Figure:
    """Return the figure that these counts make."""
    above = sum(counts.get(one, 0) for one in kpi.numerator)
    below = sum(counts.get(one, 0) for one in kpi.denominator)
    cases = sum(counts.get(one, 0) for one in kpi.cases) if kpi.cases else None
    return Figure(above, below, {one: counts[one] for one in kpi.excluded if counts.get(one)}, cases=cases)


def within(whole: Figure, ran: Ran | None, hours: int, zone: tzinfo) -> Figure:
    """Return the figure of the worst window instead of that of the whole period; without one nothing is told."""
    if ran is None:
        return Figure(0, 0, whole.excluded, cases=whole.denominator)
    start, end = (datetime.fromtimestamp(second, zone) for second in (ran.start, ran.start + hours * 3_600))
    return Figure(ran.above, ran.below, whole.excluded, window=(start, end))


def suppressed(cells: Mapping[str, Figure], least: int = SMALL, also: Iterable[str] = ()) -> dict[str, Figure]:
    """Return the cells of one comparison with the small ones hidden, and those of ``also``.

    The total less what is told is what the hidden ones are together. Where that is one cell, or still fewer than
    ``least``, the next smallest is hidden too: else the total would tell it.
    """
    small = {key for key, one in cells.items() if 0 < one.size < least} | set(also)
    together = sum(cells[key].size for key in small)
    for size, key in sorted((one.size, key) for key, one in cells.items() if one.size and key not in small):
        if not small or (len(small) > 1 and together >= least):
            break
        small.add(key)
        together += size
    return {key: Figure(0, 0, hidden=True) if key in small else one for key, one in cells.items()}
