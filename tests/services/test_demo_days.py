"""People call at the hours and on the days on which people call."""

from collections import Counter
from random import Random
from zoneinfo import ZoneInfo

from app.services.demo_days import LATE_DAYS, SHORTEST_DAYS, Days
from tests.desk import NOON

ZONE = ZoneInfo("Asia/Shanghai")


def test_openings_come_in_order_and_all_before_now() -> None:
    found = Days(Random(1), NOON, ZONE).openings(500, days=SHORTEST_DAYS, lately=True)
    assert found == sorted(found)
    assert found[-1] < NOON
    assert (NOON - found[0]).days <= SHORTEST_DAYS
    assert sum(1 for at in found if (NOON - at).days < LATE_DAYS) > 150


def test_there_is_more_of_it_lately_and_a_week_compares_with_the_one_before() -> None:
    found = Days(Random(1), NOON, ZONE).openings(800, days=SHORTEST_DAYS, lately=True)
    weeks = Counter((NOON - at).days // 7 for at in found)
    assert weeks[0] > weeks[1] > weeks[5]
    assert weeks[0] < 2.5 * weeks[1]


def test_mornings_are_busy_and_nights_are_quiet() -> None:
    found = Days(Random(2), NOON, ZONE).openings(3000, days=2400, lately=False)
    hours = Counter(at.astimezone(ZONE).hour for at in found)
    assert hours[10] > 20 * max(hours[3], 1)
    assert sum(hours[hour] for hour in range(8, 18)) > 0.8 * 3000


def test_work_is_done_in_the_daytime_and_later() -> None:
    days = Days(Random(3), NOON, ZONE)
    for at in (days.later(NOON, 0.1, 60) for _ in range(200)):
        assert at > NOON
        assert 8 <= at.astimezone(ZONE).hour < 18


def test_a_time_of_today_is_the_center_s_own() -> None:
    assert (
        Days(Random(1), NOON, ZONE).today_at(15, 30).astimezone(ZONE).strftime("%Y-%m-%d %H:%M") == "2026-03-02 15:30"
    )
