"""The one place that knows FSRS: what a card is after an answer, with the settings of the house.

No learning steps, no fuzz (a card's own spread is decided by ``models.drills``), no gap over 90 days, and every answer
of a training day counts as given at noon UTC of that day, so that two shifts on consecutive days are one day apart.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from app.models.drills import LONGEST_GAP, RETENTION, Memory, PointRisk, Rating

if TYPE_CHECKING:
    from fsrs import Scheduler


@cache
def _scheduler(risk: PointRisk) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION[risk],
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_GAP,
        enable_fuzzing=False,
    )


def noon(day: date) -> datetime:
    """Return the moment at which every answer of a training day counts as given."""
    return datetime.combine(day, time(12), UTC)


def advance(memory: Memory | None, rating: Rating, on: date, risk: PointRisk) -> Memory:
    """Return what a card is after an answer on a training day, never before the last one: a clock may err."""
    from fsrs import Card, State
    from fsrs import Rating as Scale

    day = on if memory is None else max(on, memory.last_on)
    card = Card(card_id=1, due=noon(day))
    if memory is not None:
        card = Card(
            card_id=1,
            state=State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=noon(memory.last_on + timedelta(days=memory.gap)),
            last_review=noon(memory.last_on),
        )
    after, _ = _scheduler(risk).review_card(card, Scale(int(rating)), noon(day))
    if after.stability is None or after.difficulty is None:
        raise ValueError("a reviewed card has stability and difficulty")
    return Memory(after.stability, after.difficulty, day, (after.due - noon(day)).days)
