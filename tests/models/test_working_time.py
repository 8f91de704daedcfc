import functools
import random
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.durations import Duration, DurationKind, parse
from app.models.working_time import DueOutOfReach, WorkingTime

ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC")
MORNING_AND_AFTERNOON = ((510, 720), (780, 1020))
NIGHT_AND_DAY = ((0, 1440),)
OFFICE = "America/New_York"


def at(text, zone=OFFICE):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def weekdays(hours, zone=OFFICE, closed=()):
    return WorkingTime(ZoneInfo(zone), lambda day: hours if day.weekday() < 5 and day not in closed else ())


@functools.cache
def plan_of(seed):
    """A week in which some days are open, in up to three intervals each; made once, for a plan reads years ahead."""
    chance = random.Random(seed)
    week = [sorted(chance.sample(range(1441), chance.choice((0, 2, 2, 4, 6)))) for _ in range(7)]
    week[chance.randrange(7)] = [480, 720]
    hours = [tuple(zip(edges[::2], edges[1::2], strict=True)) for edges in week]
    return WorkingTime(ZoneInfo(chance.choice(ZONES)), lambda day: hours[day.weekday()])


plans = st.integers(0, 24).map(plan_of)
moments = st.integers(0, 500 * 86_400).map(lambda after: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=after))
seconds = st.integers(1, 100 * 3600)


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-03-02 10:00", "2bd", "2026-03-04 10:00"),  # Monday
        ("2026-03-06 16:30", "1bd", "2026-03-09 16:30"),  # over a weekend
        ("2026-03-06 18:00", "1bd", "2026-03-10 08:30"),  # after hours on Friday: Monday's opening, a day later
        ("2026-03-07 12:00", "1bd", "2026-03-10 08:30"),
        ("2026-03-02 12:30", "1bd", "2026-03-03 13:00"),  # in the lunch break
        ("2026-03-06 16:00", "8bh", "2026-03-09 16:30"),
        ("2026-03-02 08:00", "3bh", "2026-03-02 11:30"),
        ("2026-03-02 09:00", "same_day", "2026-03-02 17:00"),
        ("2026-03-06 17:30", "same_day", "2026-03-09 17:00"),
        ("2026-03-06 17:30", "24h", "2026-03-07 17:30"),
        ("2026-03-06 17:30", "5d", "2026-03-11 17:30"),  # the clock is changed on the 8th
        ("2026-03-07 17:30", "24h", "2026-03-08 18:30"),
    ],
)
def test_a_due_time_is_what_a_person_counts_on_the_calendar(start, duration, due):
    found = weekdays(MORNING_AND_AFTERNOON).due(at(start), parse(duration))
    assert found == at(due)
    assert found.tzinfo is UTC


def test_a_clock_time_that_a_short_day_does_not_have_ends_at_its_close():
    short = WorkingTime(ZoneInfo(OFFICE), lambda day: ((510, 720),) if day.weekday() == 2 else ((510, 1020),))
    assert short.due(at("2026-03-03 16:00"), parse("1bd")) == at("2026-03-04 12:00")


def test_a_holiday_is_no_business_day():
    found = weekdays(((510, 1020),), closed={date(2026, 5, 25)}).due(at("2026-05-22 10:00"), parse("1bd"))
    assert found == at("2026-05-26 10:00")


def test_a_desk_that_never_closes_keeps_its_clock_over_a_change_of_the_clock():
    always = WorkingTime(ZoneInfo(OFFICE), lambda day: NIGHT_AND_DAY)
    assert always.due(at("2026-03-07 10:00"), parse("1bd")) == at("2026-03-08 10:00")
    assert always.elapsed(at("2026-03-07 10:00"), at("2026-03-08 10:00")) == timedelta(hours=23)
    assert always.due(at("2026-03-08 01:00"), parse("23bh")) == at("2026-03-09 01:00")


def test_a_due_time_crosses_the_border_of_a_year():
    assert weekdays(((540, 1020),)).due(at("2026-12-31 16:00"), parse("2bh")) == at("2027-01-01 10:00")


@given(plans, moments, seconds)
def test_adding_working_time_and_measuring_it_gives_it_back(plan, start, amount):
    due = plan.due(start, Duration(DurationKind.WORKING, amount))
    assert plan.elapsed(start, due) == timedelta(seconds=amount)
    assert plan.elapsed(plan.begun_for(due, timedelta(seconds=amount)), due) == timedelta(seconds=amount)


@given(plans, moments, st.integers(1, 60))
def test_adding_business_days_and_measuring_them_gives_them_back(plan, start, days):
    due = plan.due(start, Duration(DurationKind.BUSINESS_DAYS, days))
    assert plan.business_days(start, due) >= days
    assert plan.business_days(start, due - timedelta(microseconds=1)) < days or not plan.is_open(due)


@given(plans, st.tuples(moments, moments, moments))
def test_splitting_a_stretch_of_time_never_changes_its_sum(plan, three):
    first, second, third = sorted(three)
    assert plan.elapsed(first, second) + plan.elapsed(second, third) == plan.elapsed(first, third)
    assert plan.elapsed(third, first) == -plan.elapsed(first, third)


@given(plans, moments, seconds, moments, moments)
def test_a_pause_moves_the_due_time_by_exactly_the_working_time_paused(plan, start, amount, one, other):
    due = plan.due(start, Duration(DurationKind.WORKING, amount))
    pause = (min(one, other), max(one, other))
    moved = plan.paused(due, [pause])
    assert plan.elapsed(due, moved) == plan.elapsed(*pause)


@given(plans, moments)
def test_a_start_counts_from_the_next_opening(plan, start):
    opening = plan.next_opening(start)
    assert opening >= start
    assert plan.is_open(opening)
    assert plan.elapsed(start, opening) == timedelta(0)


def test_clock_time_is_moved_by_all_of_a_pause():
    pauses = [(at("2026-03-06 17:00"), at("2026-03-06 19:00"))]
    moved = weekdays(((540, 1020),)).paused(at("2026-03-07 12:00"), pauses, clock=True)
    assert moved == at("2026-03-07 14:00")


@pytest.mark.parametrize(
    ("start", "duration"),
    [("2026-03-05 12:00", "2bd"), ("2026-03-05 12:00", "40bh"), ("2026-03-07 12:00", "same_day")],
)
def test_a_calendar_that_closed_for_good_says_so(start, duration):
    ended = WorkingTime(ZoneInfo(OFFICE), lambda day: ((540, 1020),) if day < date(2026, 3, 6) else ())
    with pytest.raises(DueOutOfReach):
        ended.due(at(start), parse(duration))


def test_a_start_outside_of_all_years_is_refused():
    with pytest.raises(DueOutOfReach):
        weekdays(((540, 1020),)).due(datetime(1, 1, 1, tzinfo=UTC), parse("1bd"))


def test_a_question_of_another_thread_waits_while_further_years_are_read():
    asked, reading = list[Future[datetime]](), list[date]()
    soon, later = at("2026-06-01 10:00"), at("2031-06-02 10:00")

    def plan(day):
        if reading and not asked and day > date(2026, 1, 1):
            asked.append(others.submit(shared.due, soon, parse("2bd")))
            wait(asked, timeout=0.1)
        return MORNING_AND_AFTERNOON if day.weekday() < 5 else ()

    shared = WorkingTime(ZoneInfo(OFFICE), plan)
    assert shared.due(soon, parse("2bd")) == at("2026-06-03 10:00")
    with ThreadPoolExecutor(1) as others:
        reading.append(later.date())
        assert shared.due(later, parse("2bd")) == at("2031-06-04 10:00")
        assert asked[0].result() == at("2026-06-03 10:00")
