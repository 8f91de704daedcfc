from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.ui.kit import reading_time
from app.ui.kit.reading_time import read_clock, read_day, read_moment

TODAY = date(2026, 3, 5)  # a Thursday
NOW = datetime(2026, 3, 5, 14, 20, 33, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("today", TODAY), ("今天", TODAY), ("Tomorrow", date(2026, 3, 6)), ("后天", date(2026, 3, 7)),
        ("+3", date(2026, 3, 8)), ("-2d", date(2026, 3, 3)), ("fri", date(2026, 3, 6)), ("Thursday", date(2026, 3, 12)),
        ("下周三", date(2026, 3, 11)), ("下个星期天", date(2026, 3, 15)), ("这周日", date(2026, 3, 8)),
        ("上周五", date(2026, 2, 27)), ("下下周一", date(2026, 3, 16)), ("大后天", date(2026, 3, 8)), ("下周", None),
        ("周一", date(2026, 3, 9)), ("星期天", date(2026, 3, 8)), ("2026-03-05", TODAY), ("2026年3月5日", TODAY),
        ("20260305", TODAY), ("3/9", date(2026, 3, 9)), ("3月9日", date(2026, 3, 9)), ("1.2", date(2026, 1, 2)),
        ("8/1", date(2026, 8, 1)), ("2/30", None), ("13/1", None), ("soon", None), ("", None), ("2026-13-01", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text, on):
    assert read_day(text, TODAY) == on


def test_a_day_long_past_is_the_one_of_next_year():
    assert read_day("1/2", date(2026, 12, 30)) == date(2027, 1, 2)
    assert read_day("2/29", date(2027, 6, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("16:30", time(16, 30)), ("16：30", time(16, 30)), ("1630", time(16, 30)), ("0905", time(9, 5)),
        ("4pm", time(16)), ("4:30 pm", time(16, 30)), ("12am", time(0)), ("下午4点半", time(16, 30)),
        ("下午4点", time(16)), ("9点", time(9)), ("晚上8点15分", time(20, 15)), ("24:00", None), ("12:60", None),
        ("4", None), ("noon", None), ("", None),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_as_people_write_it(text, clock):
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("in 2 h", NOW + timedelta(hours=2)),
        ("+30m", NOW + timedelta(minutes=30)),
        ("30分钟后", NOW + timedelta(minutes=30)),
        ("2小时后", NOW + timedelta(hours=2)),
        ("16:30", NOW.replace(hour=16, minute=30, second=0)),
        ("9:00", datetime(2026, 3, 6, 9, 0, tzinfo=UTC)),
        ("tomorrow 9:00", datetime(2026, 3, 6, 9, 0, tzinfo=UTC)),
        ("明天下午3点", datetime(2026, 3, 6, 15, 0, tzinfo=UTC)),
        ("3/9 14:00", datetime(2026, 3, 9, 14, 0, tzinfo=UTC)),
        ("fri 9am", datetime(2026, 3, 6, 9, 0, tzinfo=UTC)),
        ("2026-03-09 14:00", datetime(2026, 3, 9, 14, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_as_people_write_it(text, at):
    assert read_moment(text, NOW) == at


def test_a_day_alone_is_no_promise():
    assert read_moment("tomorrow", NOW) is None


@given(some.text(max_size=30))
def test_no_text_is_too_strange_to_be_read(text):
    assert read_day(text, TODAY) is None or isinstance(read_day(text, TODAY), date)
    moment = read_moment(text, NOW)
    assert moment is None or moment.tzinfo is UTC


@given(some.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_what_is_written_in_full_is_read_back(on):
    assert read_day(on.isoformat(), TODAY) == on


@pytest.mark.parametrize("text", ["长文本 emoji " * 10_000, "1" * 50_000, " " * 50_000 + "16:30"])
def test_a_book_is_no_time_and_is_not_looked_through_for_one(text, monkeypatch):
    monkeypatch.setattr(reading_time, "read_day", None)  # it would be asked once for each of the letters
    assert read_moment(text, NOW) is None
