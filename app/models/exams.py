"""Exams: what is drawn from the question bank, who may sit when and for how long, and what passing means."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.drill_items import Difficulty, DrillKind, Item
from app.models.errors import CannotNow, FieldInvalid
from app.models.journal import Entity, Field, Kind

#: Weights of a proposed blueprint: what callers ask, what is weak, what changed lately.
DEMAND, WEAK, CHANGED = 0.5, 0.3, 0.2
PASS_SHARE = 0.80
#: After so long a failed exam may be tried again, on a form of its own.
RESIT_AFTER = timedelta(hours=48)
#: A failed exam can be sat again for so long after the results came out, at least until its window closes.
RESIT_WITHIN = timedelta(days=7)
LONGEST_MINUTES = 240
MOST_FACTOR = 3.0


class ExamState(StrEnum):
    """How an exam stands for one person."""

    RUNNING = "running"
    OPEN = "open"
    RESIT = "resit"
    LATER = "later"
    HANDED_IN = "handed_in"
    CLOSED = "closed"
    RELEASED = "released"


class ExamStand(StrEnum):
    """How an exam stands for the trainer."""

    SET = "set"
    SITTING = "sitting"
    TO_MARK = "to_mark"
    READY = "ready"
    OUT = "out"
    APPEAL = "appeal"


class ExamVerdict(StrEnum):
    """Whether a sitting passed; sitting while it is written, waiting while typed answers wait for a person."""

    SITTING = "sitting"
    WAITING = "waiting"
    PASSED = "passed"
    FAILED = "failed"


class BankTooSmall(CannotNow):
    """The bank holds fewer items than a line of the blueprint wants. Facts: ``topic``, ``wanted``, ``there``."""


class ExamNotOpen(CannotNow):
    """An exam is sat outside its window. Facts: ``name``, ``opens_at``, ``closes_at``."""


class ExamNotYours(CannotNow):
    """An exam is not for this person. Facts: ``name``."""


class ResitTooEarly(CannotNow):
    """A failed exam is tried again too early. Facts: ``name``, ``from_at``."""


class NothingToResit(CannotNow):
    """An exam is sat again by somebody who passed it, or before its results are out. Facts: ``name``."""


class StillSat(CannotNow):
    """A paper is marked, or results are let out, while papers can still be written. Facts: ``name``, ``count``."""


class ExamOver(CannotNow):
    """The time of a sitting is used up, or it was handed in. Facts: ``name``."""


class MarksMissing(CannotNow):
    """Typed answers wait for a person, so that nothing can be released. Facts: ``name``, ``count``."""


@dataclass(frozen=True, slots=True)
class BlueprintLine:
    """So many questions of a topic (that topic or one below it, "" any), of a kind and of a difficulty (None any)."""

    topic: str
    count: int
    kind: DrillKind | None = None
    difficulty: Difficulty | None = None

    def fits(self, item: Item) -> bool:
        """Say whether an item can be drawn for this line."""
        return self.takes(item.topic, item.kind, item.hardness)

    def takes(self, topic: str, kind: DrillKind, difficulty: Difficulty) -> bool:
        """Say whether what is of this topic, kind and difficulty fits this line."""
        under = not self.topic or topic == self.topic or topic.startswith(f"{self.topic}/")
        fit = under and (self.kind is None or kind is self.kind)
        return fit and (self.difficulty is None or difficulty is self.difficulty)


#: How many questions a bank holds of each topic, kind and difficulty.
Stock = Mapping[tuple[str, DrillKind, Difficulty], int]


def in_stock(stock: Stock, line: BlueprintLine) -> int:
    """Return how many questions of a bank fit a line."""
    return sum(count for (topic, kind, hard), count in stock.items() if line.takes(topic, kind, hard))


@dataclass(frozen=True, slots=True)
class PassRule:
    """What passing takes: a share of the points, and no critical key point wrong. ``judges`` are Angoff ratings."""

    share: float = PASS_SHARE
    no_critical: bool = True
    judges: Mapping[str, float] = field(default_factory=dict[str, float])

    def cut(self) -> float:
        """Return the share needed: the mean of what judges expect of a borderline person, else the fixed one."""
        return sum(self.judges.values()) / len(self.judges) if self.judges else self.share


@dataclass(frozen=True)
class Exam:
    """An exam as it was set. ``forms`` are the parallel forms, each the frozen versions of its items.

    ``people`` are those who sit it with their factor of time, 1.0 usual. ``cuts`` are the pass marks of the forms when
    the results came out: what judges said elsewhere and is heard of later changes no result.
    """

    id: bytes
    name: str
    blueprint: tuple[BlueprintLine, ...]
    seed: int
    opens_at: datetime
    closes_at: datetime
    minutes: int
    rule: PassRule
    forms: tuple[tuple[bytes, ...], ...]
    people: Mapping[bytes, float] = field(default_factory=dict[bytes, float])
    released_at: datetime | None = None
    cuts: tuple[float, ...] = ()

    def open_until(self, number: int) -> datetime:
        """Return until when a sitting can last: the first within the window, another one a week from the results on."""
        if number == 1 or self.released_at is None:
            return self.closes_at
        return max(self.closes_at, self.released_at + RESIT_WITHIN)

    def limit(self, person: bytes) -> timedelta:
        """Return how long a person has."""
        return timedelta(minutes=self.minutes * self.people.get(person, 1.0))


def check(exam: Exam) -> None:
    """Raise what is wrong with an exam by the name of its field (``FieldInvalid``)."""
    if not exam.name.strip():
        raise FieldInvalid(field="name", value=exam.name)
    if not 1 <= exam.minutes <= LONGEST_MINUTES:
        raise FieldInvalid(field="minutes", value=str(exam.minutes))
    if exam.closes_at <= exam.opens_at:
        raise FieldInvalid(field="closes_at", value=exam.closes_at.isoformat())
    if not 0 < exam.rule.cut() <= 1:
        raise FieldInvalid(field="share", value=str(exam.rule.cut()))
    for factor in exam.people.values():
        if not 1.0 <= factor <= MOST_FACTOR:
            raise FieldInvalid(field="factor", value=str(factor))
    if not exam.blueprint or any(one.count < 1 for one in exam.blueprint):
        raise FieldInvalid(field="blueprint", value="")


def draw(
    bank: Sequence[tuple[bytes, Item]],
    blueprint: Sequence[BlueprintLine],
    seed: int,
    taken: frozenset[bytes] = frozenset(),
) -> tuple[bytes, ...]:
    """Return the versions of a form: drawn by the seed, no item twice; items of ``taken`` only where nothing else is.

    Raises ``BankTooSmall``.
    """
    shuffled = sorted(bank, key=lambda one: one[0])
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - a shuffle that can be repeated is what is meant
    chosen: dict[bytes, bytes] = {}
    for line in blueprint:
        fit = [(version, item) for version, item in shuffled if line.fits(item) and item.id not in chosen]
        fit.sort(key=lambda one: one[1].id in taken)
        if len(fit) < line.count:
            raise BankTooSmall(topic=line.topic, wanted=line.count, there=len(fit))
        chosen |= {item.id: version for version, item in fit[: line.count]}
    return tuple(chosen.values())


def paper_order(versions: Sequence[bytes], seed: int, person: bytes) -> tuple[bytes, ...]:
    """Return the questions in the order of one person's paper, the same whenever it is asked."""
    order = sorted(versions)
    random.Random(f"{seed}/{person.hex()}").shuffle(order)  # noqa: S311
    return tuple(order)


def option_order(count: int, seed: int, person: bytes, version: bytes) -> tuple[int, ...]:
    """Return the places of the options in the order in which one person sees them."""
    order = list(range(count))
    random.Random(f"{seed}/{person.hex()}/{version.hex()}").shuffle(order)  # noqa: S311
    return tuple(order)


def proposed_blueprint(
    demand: Mapping[str, float], weak: Mapping[str, float], changed: Mapping[str, float], count: int
) -> tuple[BlueprintLine, ...]:
    """Return lines for so many questions: half by what callers ask, 30 % by what is weak, 20 % by what changed.

    Each mapping is topic → weight; an empty one leaves its share to the others. Largest remainders make whole numbers.
    """
    shares: defaultdict[str, float] = defaultdict(float)
    for part, given in ((DEMAND, demand), (WEAK, weak), (CHANGED, changed)):
        total = sum(given.values())
        for topic, weight in given.items():
            shares[topic] += part * weight / total if total else 0.0
    whole = sum(shares.values())
    if not whole:
        return ()
    exact = {topic: count * share / whole for topic, share in shares.items()}
    counts = {topic: int(one) for topic, one in exact.items()}
    rest = sorted(exact, key=lambda topic: (counts[topic] - exact[topic], topic))
    for topic in rest[: count - sum(counts.values())]:
        counts[topic] += 1
    return tuple(BlueprintLine(topic, found) for topic, found in sorted(counts.items()) if found)


def passed(rule: PassRule, share: float, critical_missed: int) -> bool:
    """Say whether a result passes."""
    return share >= rule.cut() - 1e-9 and not (rule.no_critical and critical_missed)


def _facts(*names: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in names)


EXAM = Entity(
    "exam",
    (
        Field("name", Kind.ONCE),
        Field("blueprint", Kind.ONCE, "JSON"),
        Field("seed", Kind.ONCE, "INTEGER"),
        Field("opens_at", Kind.ONCE),
        Field("closes_at", Kind.ONCE),
        Field("minutes", Kind.ONCE, "INTEGER"),
        Field("rule", Kind.ONCE, "JSON"),
        Field("forms", Kind.ONCE, "JSON"),
        Field("people", sql="JSON"),
        Field("at", Kind.ONCE),
        Field("by", Kind.ONCE, "REF"),
        Field("released_at"),
        Field("deleted_at", Kind.GONE),
        Field("cuts", sql="JSON"),
    ),
)
SITTING = Entity(
    "sitting",
    _facts(
        ("exam", "REF"), ("person", "REF"), ("form", "INTEGER"), ("number", "INTEGER"), ("limit_s", "INTEGER"),
        ("language", "TEXT"), ("at", "TEXT"),
    ),
    fact=True,
)  # fmt: skip
SITTING_EVENT = Entity(
    "sitting_event",
    _facts(
        ("sitting", "REF"), ("seq", "INTEGER"), ("kind", "TEXT"), ("at", "TEXT"), ("ms", "INTEGER"), ("item", "REF"),
        ("answer", "JSON"),
    ),
    fact=True,
)  # fmt: skip
MARK = Entity(
    "mark",
    _facts(
        ("sitting", "REF"), ("item", "REF"), ("points", "REAL"), ("critical", "INTEGER"), ("at", "TEXT"),
        ("by", "REF"), ("note", "TEXT"), ("appeal", "REF"),
    ),
    fact=True,
)  # fmt: skip
MARK_APPEAL = Entity(
    "mark_appeal",
    _facts(("sitting", "REF"), ("item", "REF"), ("reason", "TEXT"), ("at", "TEXT"), ("by", "REF")),
    fact=True,
)
