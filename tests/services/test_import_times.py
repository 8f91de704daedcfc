"""Dates of every format are read the one way that is stated, or not at all."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.import_times import Reading, day_comes_first

SHANGHAI = ZoneInfo("Asia/Shanghai")
CENTER = Reading(SHANGHAI, True, "CN")
BOSTON = Reading(ZoneInfo("America/New_York"), False, "US")


def local(text: str, reading: Reading = CENTER) -> str:
    return reading.at(text).astimezone(reading.zone).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2015-01-01 00:20:09", "2015-01-01 00:20"),
        ("2026年3月1日", "2026-03-01 00:00"),
        ("2026年3月1日 下午3点20分", "2026-03-01 15:20"),
        ("26年3月1日15:20", "2026-03-01 15:20"),
        ("2026年3月1日中午12点", "2026-03-01 12:00"),
        ("20260301", "2026-03-01 00:00"),
        ("20260301083000", "2026-03-01 08:30"),
        ("45000", "2023-03-15 00:00"),
        ("45000.5", "2023-03-15 12:00"),
        ("1700000000", "2023-11-15 06:13"),
        ("2026/3/1", "2026-03-01 00:00"),
        ("2026.3.1 8:05", "2026-03-01 08:05"),
        ("１２／３／２０２６", "2026-03-12 00:00"),
        ("13/04/2015", "2015-04-13 00:00"),
        ("04/13/2015 5:30 PM", "2015-04-13 17:30"),
        ("March 3, 2015", "2015-03-03 00:00"),
        ("1-Mar-15", "2015-03-01 00:00"),
        ("2026-03-01T08:00:00Z", "2026-03-01 16:00"),
        ("Tue Mar  3 08:00:00 CST 2026", "2026-03-03 08:00"),
    ],
)  # fmt: skip
def test_a_date_is_read_in_any_common_format(text: str, read: str):
    assert local(text) == read


@pytest.mark.parametrize("text", ["March", "2015", "12:30", "2026-02-30", "0", "xyz", "3/4", "99999999", "12/12/1812"])
def test_what_is_no_whole_date_is_not_guessed_at(text: str):
    with pytest.raises(ValueError, match=text):
        CENTER.at(text)


def test_an_ambiguous_date_is_read_as_in_the_country():
    assert local("03/04/2015") == "2015-04-03 00:00"
    assert local("03/04/2015", BOSTON) == "2015-03-04 00:00"
    assert local("Tue Mar 3 08:00:00 CST 2026", BOSTON) == "2026-03-03 09:00"


def test_a_date_alone_opens_at_its_beginning_and_ends_at_its_end():
    assert CENTER.at("2026-03-01").astimezone(SHANGHAI).hour == 0
    assert CENTER.at("2026-03-01", end=True).astimezone(SHANGHAI).strftime("%H:%M") == "23:59"
    assert CENTER.at("2026-03-01 10:00", end=True).astimezone(SHANGHAI).hour == 10


def test_a_column_shows_by_its_clear_dates_how_the_others_are_meant():
    assert day_comes_first(["03/04/2015", "25/04/2015"], "US")
    assert not day_comes_first(["03/04/2015", "04/25/2015"], "CN")
    assert day_comes_first(["03/04/2015"], "CN")
    assert not day_comes_first(["", "no date"], "US")


@given(st.integers(-300_000_000, 3_700_000_000))
def test_what_is_written_in_iso_is_read_back(seconds: int):
    at = datetime.fromtimestamp(seconds, UTC)
    assert CENTER.at(at.isoformat()) == at


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_none(text: str):
    try:
        found = CENTER.at(text)
    except ValueError:
        return
    assert found.utcoffset() == timedelta(0)
