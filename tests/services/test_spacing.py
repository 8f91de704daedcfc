"""The fold over reviews in any order, from two stations, is sequential scheduling by FSRS with our settings."""

import hashlib
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
)
from app.models.duty import CalendarDay, Duty, DutyFact, DutyRule
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


def center_days(day: date) -> CalendarDay:
    """A center that works from Monday to Friday, not on the 1st, and on the 15th in any case."""
    usual = day.weekday() < 5
    works = day.day == 15 or (usual and day.day != 1)
    return CalendarDay(works, works != usual)


def said_of_days(draw: random.Random) -> list[DutyFact]:
    """What was said of somebody's days, in its order: usual weeks, the calendar again, leave, extra days."""
    found: list[DutyFact] = []
    for number in range(draw.choice((0, 1, 3, 8))):
        first = MONDAY + timedelta(days=draw.randint(-5, 400))
        last = first + timedelta(days=draw.choice((0, 1, 9, 40)))
        rule = draw.choice(tuple(DutyRule))
        lasts = rule in (DutyRule.WEEK, DutyRule.CALENDAR) and draw.random() < 0.7
        week = frozenset(draw.sample(range(1, 8), draw.randint(1, 6))) if rule is DutyRule.WEEK else frozenset[int]()
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number // 2)
        found.append(DutyFact(rule, first, None if lasts else last, week, at, number.to_bytes(2, "big")))
    return found


def roster(said: list[DutyFact]) -> dict[date, bool]:
    """The same as a table of days, written over in the order in which it was said."""
    days = [MONDAY + timedelta(days=one) for one in range(2200)]
    week: dict[date, DutyFact] = {}
    single: dict[date, DutyRule] = {}
    for fact in said:
        for day in days:
            if fact.first_on <= day and (fact.last_on is None or day <= fact.last_on):
                if fact.rule in (DutyRule.WEEK, DutyRule.CALENDAR):
                    week[day] = fact
                else:
                    single[day] = fact.rule
    table: dict[date, bool] = {}
    for day in days:
        center = center_days(day)
        table[day] = center.works
        if day in week and week[day].rule is DutyRule.WEEK and not center.is_special:
            table[day] = day.weekday() + 1 in week[day].week
        if day in single and single[day] is not DutyRule.USUAL:
            table[day] = single[day] is DutyRule.ON
    return table


def moved(told: Told, reps: int, day: date, gap: int, table: dict[date, bool]) -> date:
    """Return the due day by hand: one of the days worked within 5 %, else the next one that is worked."""
    reach = round(gap / 20)
    days = [day + timedelta(days=one) for one in range(gap - reach, min(90, gap + reach) + 1)]
    worked = [one for one in days if table[one]]
    if worked:
        number = int(hashlib.sha256(told.card + reps.to_bytes(4, "big")).hexdigest()[:8], 16)
        return worked[number % len(worked)]
    for one in range(1, 91):
        if table[days[-1] + timedelta(days=one)]:
            return days[-1] + timedelta(days=one)
    return day + timedelta(days=gap)


def sequentially(told: Told, table: dict[date, bool]) -> tuple[Card, int, date | None, bool]:
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
            due = moved(told, reps, day, (card.due - noon(day)).days, table)
    return card, reps, due, rests


def agree(told: Told, draw: random.Random) -> CardState:
    """Fold what two stations hold, shuffled and with some of it on both, and compare with the sequence."""
    reviews = list(told.reviews)
    here = [one for one in reviews if draw.random() < 0.6]
    there = [one for one in reviews if one not in here or draw.random() < 0.3]
    mixed = here + there
    draw.shuffle(mixed)
    said = said_of_days(draw)
    known = [*said, *draw.sample(said, len(said) // 2)]
    draw.shuffle(known)
    duty = Duty(tuple(known), center_days)
    state = fold(Told(told.card, told.risk, mixed, told.changes, works=duty.works), date.max, advance)
    card, reps, due, rests = sequentially(told, roster(said))
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
