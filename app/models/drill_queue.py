"""The queue of a training day: what was forgotten, what quality review found, what changed, what is due or new."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import log1p

from app.models.drills import Memory, NeedSource, PointRisk, retrievability

#: The most questions and minutes of a day, new cards among them, and questions of one topic in a row.
MOST_ITEMS, MOST_MINUTES = 15, 10
MOST_NEW = 5
MOST_IN_A_ROW = 2
CRITICAL_WEIGHT = 3.0
#: What a card of a weak topic counts, how many that are not due come all the same, and how many due ones are weighed.
WEAK_WEIGHT, MOST_WEAK, WEIGHED = 2.0, 3, 45


class DrillReason(StrEnum):
    """Why a card comes today, in the order in which they come."""

    LAPSED = "lapsed"
    WANTED = "wanted"
    CHANGED = "changed"
    DUE = "due"
    WEAK = "weak"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that can come today. ``weight`` is that of its key point; new cards have no memory.

    ``weak``: it is not due, but its topic is one in which the operator is weak.
    """

    script: str
    point: str
    topic: str
    risk: PointRisk
    weight: float
    memory: Memory | None = None
    lapsed: bool = False
    changed: bool = False
    wanted: NeedSource | None = None
    last_item: bytes = b""
    reps: int = 0
    weak: bool = False

    @property
    def reason(self) -> DrillReason:
        """Return why the card comes."""
        if self.memory is not None and self.lapsed:
            return DrillReason.LAPSED
        if self.wanted is not None:
            return DrillReason.WANTED
        if self.memory is None:
            return DrillReason.NEW
        if self.changed:
            return DrillReason.CHANGED
        return DrillReason.WEAK if self.weak else DrillReason.DUE


@dataclass(frozen=True, slots=True)
class Spent:
    """What was done today: answers, milliseconds, new cards."""

    items: int = 0
    ms: int = 0
    new: int = 0

    @property
    def left(self) -> int:
        """Return how many questions fit in; none when the minutes are used up."""
        return 0 if self.ms >= MOST_MINUTES * 60_000 else max(0, MOST_ITEMS - self.items)


def weight_of(*, critical: bool, share: float) -> float:
    """Return how much a key point counts: three times where critical, and more with the share of calls it answers.

    ``share`` is how often its script is given beside the average one (1.0).
    """
    return (CRITICAL_WEIGHT if critical else 1.0) * (1.0 + log1p(max(0.0, share)))


def urgency(one: Candidate, today: date, weak: Collection[str] = ()) -> float:
    """Return how pressing a card is: (1 - R) times the weight of its key point, twice that in a weak topic."""
    weight = one.weight * (WEAK_WEIGHT if one.topic in weak else 1.0)
    return (1.0 - retrievability(one.memory, today)) * weight if one.memory else weight


def queue(
    candidates: Iterable[Candidate], today: date, spent: Spent, weak: Collection[str] = (), before: Sequence[str] = ()
) -> tuple[Candidate, ...]:
    """Return today's cards in their order; what does not fit waits for another day and costs nothing.

    ``weak`` are the topics in which the operator is weak: their cards press more. ``before`` are the topics of what was
    answered last today, in their order: the queue is made anew after each answer and goes on from there.
    """
    found = list(candidates)
    order = {reason: place for place, reason in enumerate(DrillReason)}
    ranked = sorted(found, key=lambda one: (order[one.reason], -urgency(one, today, weak), one.script, one.point))
    chosen: list[Candidate] = []
    new = spent.new
    for one in ranked:
        if len(chosen) >= spent.left:
            break
        if one.reason is DrillReason.NEW:
            if new >= MOST_NEW:
                continue
            new += 1
        chosen.append(one)
    return mixed(chosen, before)


def mixed(cards: Sequence[Candidate], before: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """Return the cards with no more than two of a topic in a row, as far as their topics allow, else as they come."""
    waiting, placed = list(cards), list[Candidate]()
    while waiting:
        last = [*before, *(one.topic for one in placed)][-MOST_IN_A_ROW:]
        full = last[0] if len(last) == MOST_IN_A_ROW and len(set(last)) == 1 else None
        place = next((at for at, one in enumerate(waiting) if one.topic != full), 0)
        placed.append(waiting.pop(place))
    return tuple(placed)
