"""Training days, ratings from scores, and how a card follows what happened to it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.drills import (
    LONGEST_GAP,
    CardState,
    Memory,
    Need,
    NeedSource,
    PointChange,
    PointRisk,
    Rating,
    Review,
    Told,
    due_day,
    fold,
    rating_of,
    retrievability,
    training_day,
)
from app.models.duty import Works

MONDAY = date(2026, 3, 2)


def grow(memory: Memory | None, rating: Rating, on: date, _risk: PointRisk) -> Memory:
    """A scheduler that anybody can follow: the gap doubles, and begins again after a lapse."""
    gap = 1 if memory is None or rating is Rating.AGAIN else 2 * memory.gap
    return Memory(float(gap), 5.0, on, gap)


def review(day: int, rating: Rating = Rating.GOOD, number: int = 1) -> Review:
    on = MONDAY + timedelta(days=day)
    at = datetime(on.year, on.month, on.day, 9, number, tzinfo=UTC)
    return Review(bytes([day, number]), on, at, rating)


def need(day: int, source: NeedSource) -> Need:
    on = MONDAY + timedelta(days=day)
    return Need(bytes([day, 99]), on, datetime(on.year, on.month, on.day, tzinfo=UTC), source)


def folded(*facts: Review | Need, changes: tuple[PointChange, ...] = (), until: int = 400) -> CardState:
    reviews = [one for one in facts if isinstance(one, Review)]
    needs = [one for one in facts if isinstance(one, Need)]
    return fold(Told(b"card", PointRisk.NORMAL, reviews, changes, needs), MONDAY + timedelta(days=until), grow)


def test_a_night_shift_is_one_training_day() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    before, after = (datetime(2026, 3, 3, hour, 59, tzinfo=zone).astimezone(UTC) for hour in (3, 4))
    assert (training_day(before, zone), training_day(after, zone)) == (MONDAY, MONDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("score", "flaws", "rating"),
    [
        (0.59, {}, Rating.AGAIN),
        (0.60, {}, Rating.HARD),
        (0.85, {}, Rating.GOOD),
        (0.95, {"quick": True}, Rating.EASY),
        (0.94, {"quick": True}, Rating.GOOD),
        (1.00, {"missed_critical": True}, Rating.AGAIN),
        (1.00, {"forbidden": True}, Rating.AGAIN),
    ],
)
def test_the_score_decides_the_rating(score: float, flaws: dict[str, bool], rating: Rating) -> None:
    assert rating_of(score, **{"missed_critical": False, "forbidden": False, **flaws}) is rating


def test_recall_is_nine_in_ten_after_one_stability() -> None:
    memory = Memory(10.0, 5.0, MONDAY, 10)
    assert retrievability(memory, MONDAY) == 1.0
    assert retrievability(memory, MONDAY + timedelta(days=10)) == pytest.approx(0.9)
    assert retrievability(memory, MONDAY - timedelta(days=3)) == 1.0


def test_gaps_are_spread_by_a_twentieth_and_never_beyond_the_longest() -> None:
    def gaps(gap: int) -> set[int]:
        return {(due_day(number.to_bytes(2, "big"), 3, MONDAY, gap) - MONDAY).days for number in range(200)}

    assert gaps(60) == set(range(57, 64))
    assert gaps(90) == set(range(86, LONGEST_GAP + 1))
    assert gaps(9) == {9}


def test_a_card_comes_due_on_a_day_worked_within_a_twentieth_else_on_the_next_one() -> None:
    def weekday(day: date) -> bool:
        return day.weekday() < 5

    def days(gap: int, works: Works) -> set[int]:
        return {(due_day(number.to_bytes(2, "big"), 3, MONDAY, gap, works) - MONDAY).days for number in range(200)}

    assert days(60, weekday) == {57, 58, 59, 60, 63}
    assert days(5, weekday) == {7}
    assert days(60, MONDAY.__gt__) == {60}


def test_whatever_the_order_each_answer_counts_once() -> None:
    facts = [review(0), review(1), review(3, Rating.AGAIN), review(4)]
    once = folded(*facts)
    assert folded(*reversed(facts), *facts) == once
    assert (once.reps, once.lapses, once.lapsed, once.due_on) == (4, 1, False, MONDAY + timedelta(days=6))


def test_a_changed_key_point_is_due_again_and_one_that_is_gone_rests() -> None:
    changes = (PointChange(MONDAY, "a"), PointChange(MONDAY + timedelta(days=5), "b"))
    state = folded(review(0), review(1), review(3), changes=changes, until=6)
    assert (state.changed, state.due_on) == (True, MONDAY + timedelta(days=5))
    assert state.memory == Memory(1.0, 5.0, MONDAY + timedelta(days=3), 4)
    assert not folded(review(0), review(1), review(3), changes=changes, until=4).changed
    assert not folded(review(3), review(6), changes=changes).changed
    gone = (*changes, PointChange(MONDAY + timedelta(days=8), None))
    assert folded(review(0), changes=gone).suspended
    back = folded(review(0), changes=(*gone, PointChange(MONDAY + timedelta(days=9), "b")))
    assert (back.suspended, back.due_on) == (False, MONDAY + timedelta(days=1))


def test_who_forgets_four_times_is_left_alone_until_somebody_has_looked() -> None:
    lapses = [review(day, Rating.AGAIN) for day in range(4)]
    assert folded(*lapses).is_leech
    coached = folded(*lapses, need(5, NeedSource.COACHED))
    assert (coached.is_leech, coached.lapses, coached.due_on) == (False, 4, MONDAY + timedelta(days=5))


def test_what_quality_review_found_is_due_out_of_turn_until_it_is_answered() -> None:
    found = folded(review(0), review(1), review(3), need(4, NeedSource.QA))
    assert (found.wanted, found.due_on) == (NeedSource.QA, MONDAY + timedelta(days=4))
    assert folded(need(4, NeedSource.QA)).due_on == MONDAY + timedelta(days=4)
    assert folded(need(4, NeedSource.QA), review(5)).wanted is None
