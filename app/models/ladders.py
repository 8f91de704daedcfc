"""The supervision ladder as data: at which points before and after a due time somebody is reminded, urged, supervised.

A ladder holds rungs for each promise; a rung is a step (remind, urge, supervise, notify) and a point in working time
before or after the due time. The most specific ladder that fits an inquiry counts. A rung fires once for each promise:
neither a restart nor another due time makes it fire again, and of several rungs that have been passed only the highest
fires, so that a weekend without the program is no storm. Where nothing was promised by a policy, the due time that
somebody set is the promise, and another one is a new promise.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from app.models.clocks import ClockState, Mark
from app.models.durations import Duration, DurationKind, parse
from app.models.errors import FieldInvalid, FieldMissing, FieldWrong
from app.models.inquiries import EventKind
from app.models.policies import Target
from app.models.reference_versions import versioned
from app.models.shapes import DefinitionBroken, Shape, Words, read_json
from app.models.working_time import WorkingTime

LADDER = versioned("ladder")
#: What a ladder can ask of an inquiry. A category stands for those below it too.
CONDITIONS = ("category", "urgency")
#: Most rungs of one step for one promise.
MOST = 5
_AT_DUE = "0"


class LadderStep(StrEnum):
    """What happens at a rung, the mildest first."""

    REMIND = "remind"
    URGE = "urge"
    SUPERVISE = "supervise"
    NOTIFY = "notify"


KIND_OF = {
    LadderStep.REMIND: EventKind.REMINDED,
    LadderStep.URGE: EventKind.URGED,
    LadderStep.SUPERVISE: EventKind.SUPERVISED,
    LadderStep.NOTIFY: EventKind.NOTIFIED,
}


class LadderBroken(DefinitionBroken):
    """A file of a ladder cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


class LaddersTie(FieldWrong):
    """Two ladders fit the same inquiry equally well. Facts: ``field``, ``other`` (its name)."""


class RungsOutOfOrder(FieldWrong):
    """A graver step would come before a milder one. Facts: ``field``, ``milder``, ``graver`` (steps)."""


@dataclass(frozen=True, slots=True)
class Point:
    """When a rung is passed: so long before (``after`` False) or after a due time; no duration: at that time."""

    after: bool = True
    duration: Duration | None = None

    def __str__(self) -> str:
        """Return how it is written: ``-4bh``, ``0``, ``+1bd``."""
        return _AT_DUE if self.duration is None else f"{'+' if self.after else '-'}{self.duration}"

    def at(self, due_at: datetime, time: WorkingTime) -> datetime:
        """Return the time of this point."""
        if self.duration is None:
            return due_at
        return time.due(due_at, self.duration) if self.after else _before(due_at, self.duration, time)


def _before(due_at: datetime, duration: Duration, time: WorkingTime) -> datetime:
    """Return the latest start from which the duration ends at the due time."""
    if duration.kind is DurationKind.WORKING:
        return time.begun_for(due_at, timedelta(seconds=duration.amount))
    if duration.kind is DurationKind.CLOCK:
        return due_at - timedelta(seconds=duration.amount)
    if duration.kind is DurationKind.CALENDAR_DAYS:
        return due_at - timedelta(days=duration.amount)
    start = due_at - timedelta(days=duration.amount)
    for _ in range(duration.amount + 60):
        if time.is_open(start) and time.business_days(start, due_at) >= duration.amount:
            break
        start -= timedelta(days=1)
    return start


def point(text: str, *, name: str = "point") -> Point:
    """Return the point of a text such as ``-4bh``, ``0`` or ``+1bd``. Raises ``FieldInvalid`` beside ``name``."""
    written = text.strip().replace("\N{MINUS SIGN}", "-")
    if written in (_AT_DUE, "+0", "-0"):
        return Point()
    if written[:1] not in ("-", "+"):
        raise FieldInvalid(field=name, value=text)
    duration = parse(written[1:], field=name)
    if duration.kind is DurationKind.SAME_DAY:
        raise FieldInvalid(field=name, value=text)
    return Point(written[0] == "+", duration)


Rungs = Mapping[Target, Mapping[LadderStep, tuple[Point, ...]]]


@dataclass(frozen=True, slots=True)
class Ladder:
    """One version of a ladder. An empty ``calendar`` is the one that the center works by; None fits everything."""

    name: str
    calendar: str = ""
    rungs: Rungs = field(default_factory=dict[Target, Mapping[LadderStep, tuple[Point, ...]]])
    category: str | None = None
    urgency: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    title: Words | None = None

    def fits(self, category: str | None, urgency: str | None) -> bool:
        """Say whether every condition is met."""
        return (self.category is None or _within(category, self.category)) and self.urgency in (None, urgency)

    def holds_on(self, day: date) -> bool:
        """Say whether a day is within the validity."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day <= self.until_on)

    @property
    def specificity(self) -> tuple[int, int]:
        """Return how much a ladder asks: its conditions, then how deep its category is."""
        asked = [one for one in (self.category, self.urgency) if one is not None]
        return len(asked), self.category.count(".") + 1 if self.category else 0

    def can_meet(self, other: "Ladder") -> bool:
        """Say whether some inquiry on some day fits both."""
        apart = (self.until_on is not None and other.from_on is not None and self.until_on < other.from_on) or (
            other.until_on is not None and self.from_on is not None and other.until_on < self.from_on
        )
        return not apart and _meet(self.category, other.category) and _same(self.urgency, other.urgency)


def _within(found: str | None, wanted: str) -> bool:
    return found == wanted or (found is not None and found.startswith(f"{wanted}."))


def _meet(one: str | None, other: str | None) -> bool:
    return one is None or other is None or _within(one, other) or _within(other, one)


def _same(one: str | None, other: str | None) -> bool:
    return None in (one, other) or one == other


def choose(ladders: Iterable[Ladder], category: str | None, urgency: str | None) -> Ladder | None:
    """Return the most specific ladder that fits, None where none does."""
    fitting = [one for one in ladders if one.fits(category, urgency)]
    return max(fitting, key=_specificity, default=None)


def _specificity(ladder: Ladder) -> tuple[int, int]:
    return ladder.specificity


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of one promise as it stands: its step, which of that step's (from 1), and when it is passed."""

    step: LadderStep
    number: int
    at: datetime

    @property
    def code(self) -> str:
        """Return what it is called in records, whatever its point: ``remind.1``."""
        return f"{self.step.value}.{self.number}"


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise that runs. ``key`` is the same for one promise however its due time is moved."""

    target: Target
    due_at: datetime
    key: str


@dataclass(frozen=True, slots=True)
class Firing:
    """A rung that fires now."""

    owed: Owed
    rung: Rung


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with one inquiry now, and when it must be looked at next (None: not before it changes)."""

    firings: tuple[Firing, ...]
    look_at: datetime | None


def owed(marks: Sequence[Mark], due_at: datetime | None) -> tuple[Owed, ...]:
    """Return the promises of an inquiry that run; without any clocks the due time that was set by hand."""
    if not marks:
        return () if due_at is None else (Owed(Target.RESOLVE, due_at, due_at.isoformat()),)
    running = [one for one in marks if one.met_at is None and one.state not in (ClockState.PAUSED, ClockState.VOID)]
    return tuple(Owed(one.target, one.due_at, one.original_due_at.isoformat()) for one in running)


def rungs_of(ladder: Ladder, target: Target, due_at: datetime, time: WorkingTime) -> tuple[Rung, ...]:
    """Return the rungs of a promise in the order in which they are passed, the milder step first."""
    found = [
        Rung(step, number, one.at(due_at, time))
        for step, points in ladder.rungs.get(target, {}).items()
        for number, one in enumerate(points, start=1)
    ]
    return tuple(sorted(found, key=_passed))


_ORDER = tuple(LadderStep)


def _passed(rung: Rung) -> tuple[datetime, int, int]:
    return rung.at, _ORDER.index(rung.step), rung.number


def plan(
    promises: Iterable[tuple[Owed, Sequence[Rung]]], has_fired: Callable[[Owed, Rung], bool], since: datetime,
    now: datetime, came_at: datetime | None = None,
) -> Plan:  # fmt: skip
    """Return which rungs fire now, and when to look again.

    Of the rungs of a promise that have been passed only the highest fires, and none below one that has fired. What
    would have been passed before the inquiry was opened (``since``) is left out: the promise is shorter than that. So
    is what was passed before an import brought it (``came_at``): another system let that pass, not this desk.
    """
    firings: list[Firing] = []
    coming: list[datetime] = []
    for promise, rungs in promises:
        left = [rung for rung in rungs if rung.at > since or rung.at >= promise.due_at]
        left = [rung for rung in left if came_at is None or rung.at > came_at]
        last = max((place for place, rung in enumerate(left) if has_fired(promise, rung)), default=-1)
        passed = [place for place, rung in enumerate(left) if place > last and rung.at <= now]
        if passed:
            firings.append(Firing(promise, left[passed[-1]]))
        reached = max(last, *passed) if passed else last
        coming += [rung.at for place, rung in enumerate(left) if place > reached and rung.at > now]
    return Plan(tuple(firings), min(coming, default=None))


def check(ladder: Ladder, others: Iterable[Ladder]) -> None:
    """Raise what is wrong with a ladder, beside its field. ``others`` are those in force; its own name is left out.

    Raises ``FieldMissing``, ``FieldInvalid``, ``LaddersTie``.
    """
    if not ladder.name.strip():
        raise FieldMissing(field="name")
    if not any(points for steps in ladder.rungs.values() for points in steps.values()):
        raise FieldMissing(field="rungs")
    if ladder.from_on and ladder.until_on and ladder.until_on < ladder.from_on:
        raise FieldInvalid(field="until_on", value=ladder.until_on.isoformat())
    for other in others:
        if other.name != ladder.name and other.specificity == ladder.specificity and ladder.can_meet(other):
            raise LaddersTie(field="category", other=other.name)


def check_order(ladder: Ladder, due_at: datetime, time: WorkingTime) -> None:
    """Refuse a ladder on which a graver step comes before a milder one, tried on a due time.

    Raises ``RungsOutOfOrder`` beside the field of the graver step (``resolve.urge``), ``FieldInvalid`` for too many.
    """
    for target, steps in ladder.rungs.items():
        for step, points in steps.items():
            if len(points) > MOST:
                raise FieldInvalid(field=f"{target.value}.{step.value}", value=", ".join(map(str, points)))
        rungs = rungs_of(ladder, target, due_at, time)
        for rung, following in pairwise(rungs):
            if _ORDER.index(following.step) < _ORDER.index(rung.step):
                name = f"{target.value}.{rung.step.value}"
                raise RungsOutOfOrder(field=name, milder=following.step.value, graver=rung.step.value)


def to_json(ladder: Ladder) -> str:
    """Return the ladder as its file; ``from_json`` reads it back unchanged."""
    days = {"from": ladder.from_on, "until": ladder.until_on}
    table: dict[str, object] = {
        "name": ladder.name,
        **({"title": {"en": ladder.title.en, "zh_CN": ladder.title.zh_cn}} if ladder.title else {}),
        "calendar": ladder.calendar,
        "when": {name: value for name in CONDITIONS if (value := getattr(ladder, name)) is not None},
        "rungs": {
            target.value: {step.value: [str(one) for one in points] for step, points in steps.items() if points}
            for target, steps in ladder.rungs.items()
            if any(steps.values())
        },
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }
    return json.dumps(table, ensure_ascii=False, indent=2)


def from_json(text: str, *, file: str) -> Ladder:
    """Return the ladder of a file. Raises ``LadderBroken`` with the place of what is wrong."""
    return read(read_json(text, file=file, error=LadderBroken))


def read(shape: Shape) -> Ladder:
    """Return the ladder of a JSON object. Raises ``LadderBroken``."""
    parts = shape.keys("name", "title", "calendar", "when", "rungs", "from", "until")
    asked = parts["when"].keys(*CONDITIONS) if "when" in parts else {}
    given = parts.get("calendar")
    rungs = shape.required(parts, "rungs").keys(*(one.value for one in Target))
    return Ladder(
        shape.required(parts, "name").text().strip(),
        given.text().strip() if given is not None and given.value else "",
        {Target(name): _read_steps(one) for name, one in rungs.items()},
        **{name: one.text().strip() for name, one in asked.items()},
        from_on=_read_date(parts["from"]) if "from" in parts else None,
        until_on=_read_date(parts["until"]) if "until" in parts else None,
        title=parts["title"].words() if "title" in parts else None,
    )


def _read_steps(shape: Shape) -> dict[LadderStep, tuple[Point, ...]]:
    found = shape.keys(*(one.value for one in LadderStep))
    return {LadderStep(name): one.each(_read_point) for name, one in found.items()}


def _read_point(shape: Shape) -> Point:
    try:
        return point(shape.text())
    except FieldInvalid:
        raise shape.broken('"-4bh" | "0" | "+1bd"') from None


def _read_date(shape: Shape) -> date:
    try:
        return date.fromisoformat(shape.text())
    except ValueError:
        raise shape.broken('"2026-05-01"') from None
