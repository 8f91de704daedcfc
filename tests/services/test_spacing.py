"""The fold over reviews in any order, from two stations, is sequential scheduling by FSRS with our settings."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Card, Scheduler
from fsrs import Rating as Scale

from app.models.drills import (
    RETENTION,
    CardState,
    Memory,
    PointChange,
    PointRisk,
    Rating,
    Review,
    Told,
    fold,
    retrievability,
    spread,
)
from app.services.spacing import advance, noon

MONDAY = date(2026, 3, 2)
SCHEDULERS = {
    risk: Scheduler(
        desired_retention=share, learning_steps=(), relearning_steps=(), maximum_interval=90, enable_fuzzing=False
    )
    for risk, share in RETENTION.items()
}


def history(draw: random.Random) -> Told:
    """One card: reviews on some days, more than one on a day at times, and versions that change its key point."""
    day, reviews, changes = 0, [], [PointChange(MONDAY - timedelta(days=1), "a")]
    for number in range(draw.randint(1, 14)):
        day += draw.choice((0, 1, 1, 2, 5, 19, 60, 130))
        on = MONDAY + timedelta(days=day)
        at = datetime(on.year, on.month, on.day, 1, tzinfo=UTC) + timedelta(seconds=draw.randint(0, 70000))
        reviews.append(Review(number.to_bytes(2, "big"), on, at, draw.choice(tuple(Rating))))
        if draw.random() < 0.15:
            changes.append(PointChange(on + timedelta(days=draw.randint(0, 9)), draw.choice(("a", "b", "c", None))))
    changes.sort(key=lambda one: one.day)
    return Told(draw.randbytes(4), draw.choice(tuple(PointRisk)), reviews, tuple(changes))


def sequentially(told: Told) -> tuple[Card, int, date | None, bool]:
    """Schedule one step after the other with the library alone: card, answers, due day, whether it rests."""
    card, reps, due, rests, said = Card(card_id=7, due=noon(MONDAY)), 0, None, False, "a"
    answers = sorted(told.reviews, key=lambda one: (one.day, one.at, one.id))
    days = sorted({one.day for one in answers} | {one.day for one in told.changes})
    for day in days:
        for change in (one for one in told.changes if one.day == day):
            rests = change.says is None
            if change.says not in (None, said) and card.stability is not None:
                card.stability = min(card.stability, 1.0)
                due = min(due, day) if due else day
            said = change.says or said
        for one in (one for one in answers if one.day == day):
            card, _ = SCHEDULERS[told.risk].review_card(card, Scale(int(one.rating)), noon(day))
            reps += 1
            due = day + timedelta(days=spread(told.card, reps, (card.due - noon(day)).days))
    return card, reps, due, rests


def agree(told: Told, draw: random.Random) -> CardState:
    """Fold what two stations hold, shuffled and with some of it on both, and compare with the sequence."""
    reviews = list(told.reviews)
    here = [one for one in reviews if draw.random() < 0.6]
    there = [one for one in reviews if one not in here or draw.random() < 0.3]
    mixed = here + there
    draw.shuffle(mixed)
    state = fold(Told(told.card, told.risk, mixed, told.changes), date.max, advance)
    card, reps, due, rests = sequentially(told)
    assert (state.reps, state.due_on, state.suspended) == (reps, due, rests)
    assert state.memory is not None
    assert (state.memory.stability, state.memory.difficulty) == (card.stability, card.difficulty)
    assert state.memory.gap <= 90
    return state


def check_histories(count: int) -> None:
    draw = random.Random(20260302)
    for _ in range(count):
        agree(history(draw), draw)


def test_three_hundred_histories_agree_with_sequential_scheduling() -> None:
    check_histories(300)


@pytest.mark.long
def test_ten_thousand_histories_agree_with_sequential_scheduling() -> None:
    check_histories(10_000)


@pytest.mark.parametrize(
    ("share", "gaps"),
    [
        (PointRisk.CRITICAL, [1, 3, 8, 19, 43, 89, 90]),
        (PointRisk.NORMAL, [2, 11, 46, 90, 90]),
        (PointRisk.LOW, [4, 31, 90]),
    ],
)
def test_good_answers_grow_the_gaps_and_ninety_days_is_the_most(share: PointRisk, gaps: list[int]) -> None:
    memory: Memory | None = None
    day, found = MONDAY, []
    for _ in gaps:
        memory = advance(memory, Rating.GOOD, day, share)
        found.append(memory.gap)
        day += timedelta(days=memory.gap)
    assert found == gaps


def test_recall_agrees_with_the_library() -> None:
    card = Card(card_id=1, due=noon(MONDAY))
    card, _ = SCHEDULERS[PointRisk.NORMAL].review_card(card, Scale.Good, noon(MONDAY))
    memory = Memory(card.stability or 0.0, 5.0, MONDAY, 2)
    for days in (0, 1, 9, 200):
        theirs = SCHEDULERS[PointRisk.NORMAL].get_card_retrievability(card, noon(MONDAY + timedelta(days=days)))
        assert retrievability(memory, MONDAY + timedelta(days=days)) == pytest.approx(theirs)


def test_a_clock_that_was_set_back_makes_no_card_older() -> None:
    memory = advance(None, Rating.GOOD, MONDAY, PointRisk.NORMAL)
    assert advance(memory, Rating.GOOD, MONDAY - timedelta(days=9), PointRisk.NORMAL).last_on == MONDAY
