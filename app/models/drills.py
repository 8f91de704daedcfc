"""Daily practice: reviews are facts, and the state of a card is folded from them, in whatever order they arrive.

A card is one operator and one key point of a script, not one question: whoever is asked again finds other words. The
days are training days, which begin at 04:00 of the center, so that a night shift is one day.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import IntEnum, StrEnum

from app.models.duty import Works
from app.models.journal import Entity, Field, Kind

#: A training day begins at this hour of the center.
DAY_BEGINS_H = 4
#: No card waits longer, in days, and a due day moves by this share of its gap, where the operator works then.
LONGEST_GAP, SPREAD = 90, 0.05
#: So many lapses stop the drill of a card until a supervisor has looked at it.
LEECH_LAPSES = 4
#: A changed key point is remembered as well as one that was seen for the first time a day ago.
CHANGED_STABILITY = 1.0
#: Decay of FSRS-6 with its default parameters (w20), and the factor that makes R = 0.9 after one stability.
DECAY = 0.1542
FACTOR = 0.9 ** (-1 / DECAY) - 1


class Rating(IntEnum):
    """How well a card was known, in the numbers of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class PointRisk(StrEnum):
    """How sure an operator has to be of a key point: decides the retention that is aimed at."""

    CRITICAL = "critical"
    NORMAL = "normal"
    LOW = "low"


#: The share of cards that are to be known on the day they come due.
RETENTION = {PointRisk.CRITICAL: 0.95, PointRisk.NORMAL: 0.90, PointRisk.LOW: 0.85}


class NeedSource(StrEnum):
    """Why a card is due out of turn: quality review, an exam, one's own wish, or a supervisor who saw to a leech."""

    QA = "qa"
    EXAM = "exam"
    SELF = "self"
    COACHED = "coached"


class StuckCause(StrEnum):
    """Where the cause lies when a card was forgotten too often: the question, the script, or how it was taught."""

    PERSON = "person"
    SCRIPT = "script"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Review:
    """One answer about one key point. ``id`` and ``at`` order the reviews of a day; ``score`` is 0 to 1."""

    id: bytes
    day: date
    at: datetime
    rating: Rating
    score: float = 1.0
    ms: int = 0
    item: bytes = b""


@dataclass(frozen=True, slots=True)
class PointChange:
    """From a training day on a key point says this (a digest of it), or nothing at all: removed or withdrawn."""

    day: date
    says: str | None


@dataclass(frozen=True, slots=True)
class Need:
    """A card that is wanted out of turn from a training day on."""

    id: bytes
    day: date
    at: datetime
    source: NeedSource


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of a card: stability (days), difficulty (1 to 10), when last seen, days until the next time."""

    stability: float
    difficulty: float
    last_on: date
    gap: int


#: Returns what a card is after a rating on a day.
Advance = Callable[[Memory | None, Rating, date, PointRisk], Memory]


@dataclass(frozen=True, slots=True)
class CardState:
    """A card as its facts make it. ``due_on`` is None while it was never seen and nothing asks for it.

    ``wanted`` is why it is due out of turn, ``changed`` that its key point says something else since it was last seen,
    ``lapsed`` that the last answer was wrong, ``lapses_since`` how many lapses since a supervisor last saw to it.
    """

    memory: Memory | None = None
    due_on: date | None = None
    reps: int = 0
    lapses: int = 0
    lapses_since: int = 0
    lapsed: bool = False
    changed: bool = False
    suspended: bool = False
    wanted: NeedSource | None = None
    last_item: bytes = b""

    @property
    def is_leech(self) -> bool:
        """Say whether drilling has to stop: too often forgotten, so item, script or person need a look."""
        return self.lapses_since >= LEECH_LAPSES


def training_day(moment: datetime, zone: tzinfo) -> date:
    """Return the training day of a moment."""
    return (moment.astimezone(zone) - timedelta(hours=DAY_BEGINS_H)).date()


def retrievability(memory: Memory, on: date) -> float:
    """Return how probable it is that a card is known on a day (FSRS-6): R = (1 + F·t/S)^-w20."""
    days = max(0, (on - memory.last_on).days)
    return (1 + FACTOR * days / memory.stability) ** -DECAY


def rating_of(score: float, *, missed_critical: bool, forbidden: bool, quick: bool = False) -> Rating:
    """Return the rating that a score earns; people do not rate themselves.

    ``quick`` is faster than the operator's own median, without a hint.
    """
    if missed_critical or forbidden or score < 0.60:
        return Rating.AGAIN
    if score < 0.85:
        return Rating.HARD
    return Rating.EASY if quick and score >= 0.95 else Rating.GOOD


def every_day(_day: date) -> bool:
    """Say that a day is worked: for whom nothing else is known."""
    return True


def due_day(card: bytes, reps: int, day: date, gap: int, works: Works = every_day) -> date:
    """Return when a card is due that was answered on a day, the same on every station.

    Of the days worked within 5 % of the gap the card and its repetition choose one, so that cards do not come in a
    bunch. Where nobody works on any of them it is the next day worked; who is away longer than that finds it overdue.
    """
    reach = round(gap * SPREAD)
    last = min(LONGEST_GAP, gap + reach)
    near = [day + timedelta(days=one) for one in range(gap - reach, last + 1)]
    fit = [one for one in near if works(one)]
    if fit:
        seed = hashlib.sha256(card + reps.to_bytes(4, "big")).digest()
        return fit[int.from_bytes(seed[:4], "big") % len(fit)]
    later = (day + timedelta(days=last + one) for one in range(1, LONGEST_GAP + 1))
    return next((one for one in later if works(one)), day + timedelta(days=gap))


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is known of one card; ``works``: on which days its operator works, from facts of their own."""

    card: bytes
    risk: PointRisk
    reviews: Iterable[Review] = ()
    changes: Sequence[PointChange] = ()
    needs: Iterable[Need] = ()
    works: Works = every_day


def fold(told: Told, until: date, advance: Advance) -> CardState:
    """Return the state of a card on a day from its facts, whatever their order and however often each is given."""
    facts: list[tuple[date, int, datetime | None, bytes, Review | PointChange | Need]] = []
    for review in {one.id: one for one in told.reviews}.values():
        facts.append((review.day, 1, review.at, review.id, review))
    for need in {one.id: one for one in told.needs}.values():
        facts.append((need.day, 2, need.at, need.id, need))
    facts += [(change.day, 0, None, b"", change) for change in told.changes if change.day <= until]
    facts.sort(key=_order)
    state, says = CardState(), _first_said(told.changes)
    for *_, fact in facts:
        if isinstance(fact, Review):
            state = reviewed(state, fact, told, advance)
        elif isinstance(fact, Need):
            state = needed(state, fact)
        else:
            state = changed(state, fact, says)
            says = fact.says or says
    return state


def _order(fact: tuple[date, int, datetime | None, bytes, object]) -> tuple[date, int, float, bytes]:
    """A change counts from the morning of its day; then what was answered, then what was asked for that day."""
    return fact[0], fact[1], fact[2].timestamp() if fact[2] else 0.0, fact[3]


def _first_said(changes: Sequence[PointChange]) -> str | None:
    return next((one.says for one in changes if one.says is not None), None)


def reviewed(state: CardState, review: Review, told: Told, advance: Advance) -> CardState:
    """Return the card after an answer."""
    memory = advance(state.memory, review.rating, review.day, told.risk)
    lapse = review.rating is Rating.AGAIN
    reps = state.reps + 1
    return replace(
        state,
        memory=memory,
        due_on=due_day(told.card, reps, review.day, memory.gap, told.works),
        reps=reps,
        lapses=state.lapses + lapse,
        lapses_since=state.lapses_since + lapse,
        lapsed=lapse,
        changed=False,
        wanted=None,
        last_item=review.item,
    )


def needed(state: CardState, need: Need) -> CardState:
    """Return the card after somebody asked for it; who coached an operator begins to count lapses anew."""
    since = 0 if need.source is NeedSource.COACHED else state.lapses_since
    at_once = state.due_on is None or need.source is NeedSource.COACHED
    due = need.day if at_once or state.due_on is None else min(state.due_on, need.day)
    return replace(state, due_on=due, wanted=need.source, lapses_since=since)


def changed(state: CardState, change: PointChange, said: str | None) -> CardState:
    """Return the card after its key point says something else; one that says nothing any more rests."""
    if change.says is None:
        return replace(state, suspended=True)
    state = replace(state, suspended=False)
    if change.says == said or state.memory is None:
        return state
    memory = replace(state.memory, stability=min(state.memory.stability, CHANGED_STABILITY))
    due = change.day if state.due_on is None else min(state.due_on, change.day)
    return replace(state, memory=memory, due_on=due, changed=True)


def _facts(*fields: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in fields)


REVIEW = Entity(
    "review",
    _facts(
        ("operator", "REF"),
        ("script", "TEXT"),
        ("point", "TEXT"),
        ("version", "INTEGER"),
        ("item", "REF"),
        ("kind", "TEXT"),
        ("at", "TEXT"),
        ("day", "TEXT"),
        ("score", "REAL"),
        ("rating", "INTEGER"),
        ("ms", "INTEGER"),
        ("hinted", "INTEGER"),
        ("answer", "TEXT"),
    ),
    fact=True,
)
DRILL_NEED = Entity(
    "drill_need",
    _facts(
        ("operator", "REF"),
        ("script", "TEXT"),
        ("point", "TEXT"),
        ("source", "TEXT"),
        ("day", "TEXT"),
        ("at", "TEXT"),
        ("by", "REF"),
        ("evaluation", "REF"),
        ("note", "TEXT"),
    ),
    fact=True,
)
