from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.ui.kit.presenting_time import day, duration, exact, moment, number, percent, relative, timer

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
SHANGHAI = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (0, "now", "现在"),
        (0.4, "now", "现在"),
        (5, "in 5 min", "5分钟后"),
        (-5, "5 min ago", "5分钟前"),
        (125, "in 2 h 5 min", "2小时5分钟后"),
        (200, "in 3 h", "3小时后"),
        (-719, "12 h ago", "12小时前"),
        (720, "today 20:30", "今天 20:30"),
        (1440, "tomorrow 08:30", "明天 08:30"),
        (-1440, "yesterday 08:30", "昨天 08:30"),
    ],
)
def test_near_times_are_distances_and_far_ones_days(minutes, english, chinese):
    at = NOW + timedelta(minutes=minutes)
    assert relative(at, NOW, "en", UTC) == english
    assert relative(at, NOW, "zh_CN", UTC) == chinese


@pytest.mark.parametrize(
    ("on", "english", "chinese"),
    [
        (date(2026, 3, 5), "today", "今天"),
        (date(2026, 3, 8), "Sun", "周日"),
        (date(2026, 3, 9), "Mon", "下周一"),
        (date(2026, 3, 11), "Wed", "下周三"),
        (date(2026, 3, 12), "Mar 12", "3月12日"),
        (date(2026, 3, 2), "Mar 2", "3月2日"),
        (date(2027, 1, 1), "Jan 1, 2027", "2027年1月1日"),
    ],
)
def test_days_are_said_as_people_say_them(on, english, chinese):
    assert day(on, NOW.date(), "en") == english
    assert day(on, NOW.date(), "zh_CN") == chinese


def test_the_day_is_that_of_the_zone():
    late = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
    assert moment(late, NOW, "en", UTC) == "today 17:00"
    assert moment(late, NOW, "en", SHANGHAI) == "tomorrow 01:00"


def test_the_exact_time_has_weekday_seconds_and_offset():
    assert exact(NOW, "zh_CN", SHANGHAI) == "2026-03-05 周四 16:30:00 (UTC+08:00)"


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (0, "0 min", "0分钟"),
        (0.2, "1 min", "1分钟"),
        (59, "59 min", "59分钟"),
        (1500, "1 d 1 h", "1天1小时"),
        (1441, "1 d 1 min", "1天1分钟"),
    ],
)
def test_durations_have_two_units(minutes, english, chinese):
    assert duration(timedelta(minutes=minutes), "en") == english
    assert duration(timedelta(minutes=-minutes), "zh_CN") == chinese


def test_a_call_timer_runs_as_on_a_telephone():
    assert [timer(timedelta(seconds=seconds)) for seconds in (-3, 5, 125, 3725)] == [
        "00:00",
        "00:05",
        "02:05",
        "1:02:05",
    ]


def test_numbers_are_grouped_and_no_cases_are_not_nought_percent():
    assert (number(1234567), number(0.834, 1)) == ("1,234,567", "0.8")
    assert (percent(1, 3), percent(0, 4), percent(0, 0)) == ("33 %", "0 %", "–")


@given(some.datetimes(timezones=some.just(UTC), min_value=datetime(2000, 1, 2), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001
def test_every_time_has_words_in_both_languages(at):
    assert relative(at, NOW, "en", SHANGHAI)
    assert relative(at, NOW, "zh_CN", SHANGHAI)
