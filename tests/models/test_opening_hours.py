import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.calendars import IntervalsOverlap
from app.models.errors import FieldInvalid
from app.models.opening_hours import read_hours, shown_hours

USUAL = ((510, 720), (780, 1020))


@pytest.mark.parametrize(
    "text",
    [
        "08:30–12:00, 13:00–17:00",
        " 8:30-12 13-17 ",
        "8：30～12：00；13：00至17：00",
        "08:30 - 12:00 , 13:00 to 17:00",
    ],
)
def test_hours_are_read_however_they_are_typed(text):
    assert read_hours(text, field="week.mon") == USUAL


def test_nothing_is_a_closed_day_and_all_day_is_a_word():
    assert read_hours("  ", field="week.mon") == ()
    assert read_hours("全天", field="week.mon") == read_hours("0-24", field="week.mon") == ((0, 1440),)


@pytest.mark.parametrize("text", ["morning", "08:30", "08:60-12:00", "8-25", "8-12-14", "-12"])
def test_what_is_no_time_is_refused_at_its_field(text):
    with pytest.raises(FieldInvalid) as refused:
        read_hours(text, field="week.tue")
    assert refused.value.facts == {"field": "week.tue", "value": text}


@pytest.mark.parametrize("text", ["13:00-17:00, 08:30-12:00", "08:00-12:00, 11:00-13:00", "12:00-12:00", "18:00-08:00"])
def test_intervals_that_overlap_or_end_before_they_begin_are_refused(text):
    with pytest.raises(IntervalsOverlap):
        read_hours(text, field="week.tue")


@given(st.lists(st.integers(0, 1440), unique=True, max_size=8).map(sorted))
def test_what_is_shown_is_read_back(times):
    hours = tuple(zip(times[::2], times[1::2], strict=False))
    assert read_hours(shown_hours(hours), field="week.mon") == hours
