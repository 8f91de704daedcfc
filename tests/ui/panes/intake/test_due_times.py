from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.ui.kit.presenting_time import relative
from app.ui.panes.intake.due_times import in_the_past, quick_times, stepped

HERE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=HERE)


def local(times):
    return [f"{one.at.astimezone(HERE):%a %H:%M}" for one in times]


def test_at_noon_the_afternoon_and_the_next_working_day_are_offered():
    assert local(quick_times(MONDAY)) == ["Mon 14:00", "Mon 16:30", "Tue 09:00", "Tue 16:30"]


def test_shortly_before_the_end_of_the_day_today_is_not_offered():
    assert local(quick_times(MONDAY.replace(hour=16, minute=10))) == ["Mon 18:10", "Tue 09:00", "Tue 16:30"]


def test_on_friday_the_next_working_day_is_monday():
    assert local(quick_times(MONDAY + timedelta(days=4)))[-1] == "Mon 16:30"


def test_the_next_working_day_of_the_center_counts_where_it_is_known():
    holiday = MONDAY.date() + timedelta(days=3)
    assert local(quick_times(MONDAY, holiday))[-2:] == ["Thu 09:00", "Thu 16:30"]
    assert quick_times(MONDAY, MONDAY.date()) == quick_times(MONDAY)
    assert stepped(None, 1, MONDAY, holiday) == quick_times(MONDAY)[0].at


def test_steps_go_through_the_offered_times_and_stop_at_their_ends():
    offered = [one.at for one in quick_times(MONDAY)]
    assert stepped(None, 1, MONDAY) == offered[0]
    assert stepped(offered[0], 1, MONDAY) == offered[1]
    assert stepped(offered[1], -1, MONDAY) == offered[0]
    assert stepped(offered[-1], 1, MONDAY) == offered[-1]


def test_a_receipt_time_typed_as_a_time_of_day_is_the_last_one():
    assert in_the_past(MONDAY.replace(hour=15), MONDAY) == MONDAY.replace(day=1, hour=15)
    assert in_the_past(MONDAY.replace(hour=9), MONDAY) == MONDAY.replace(hour=9)


@given(st.datetimes(MONDAY.replace(tzinfo=None), MONDAY.replace(tzinfo=None, year=2035)))
def test_every_offered_time_is_in_the_future_and_none_is_offered_twice(naive):
    now = naive.replace(tzinfo=HERE)
    times = [one.at for one in quick_times(now)]
    assert all(at > now - timedelta(minutes=1) for at in times)
    assert times == sorted(set(times))


def test_in_two_hours_is_two_hours_also_in_the_middle_of_a_minute():
    for second in range(60):
        now = MONDAY.replace(second=second, microsecond=5)
        assert relative(quick_times(now)[0].at, now, "en", HERE) == "in 2 h"
