"""Slots follow the day of whoever is called: working days, days off, make-up days, and nobody is called at night."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.calendars import IntervalsOverlap
from app.models.errors import FieldInvalid
from app.models.slots import AT_HOME, Slot, SlotOutOfHours, SlotPlan, Slots, from_text, mask, to_text, unmasked

ZONE = ZoneInfo("Asia/Shanghai")
OFF = {date(2026, 10, 1)}
MADE_UP = {date(2026, 10, 10)}  # a Saturday that is worked for the holiday


def is_workday(day):
    return day in MADE_UP or (day.weekday() < 5 and day not in OFF)


SLOTS = Slots(SlotPlan(), ZONE, is_workday)


def at(day, hour, minute=0):
    return datetime(2026, 10, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "slot"),
    [
        (at(9, 8), Slot.EARLY),
        (at(9, 7, 59), None),
        (at(9, 9), Slot.OFF_PEAK),
        (at(9, 12), Slot.NOON),
        (at(9, 12, 45), None),  # the midday nap
        (at(9, 14), Slot.OFF_PEAK),
        (at(9, 20, 29), Slot.EVENING),
        (at(9, 20, 30), None),
        (at(11, 10), Slot.DAY_OFF),
        (at(11, 12), None),
        (at(1, 19), Slot.DAY_OFF),  # National Day, a Thursday
        (at(10, 19), Slot.EVENING),  # a make-up working Saturday
    ],
)
def test_a_time_has_the_slot_of_its_day(moment, slot):
    assert SLOTS.at(moment) is slot


def test_what_opens_within_a_stretch_is_known():
    assert SLOTS.opening(at(9, 20), timedelta(hours=1)) == {Slot.EVENING}
    assert SLOTS.opening(at(9, 20, 45), timedelta(days=2)) == {
        *(Slot.EARLY, Slot.NOON, Slot.EVENING, Slot.OFF_PEAK, Slot.DAY_OFF),
    }
    assert SLOTS.opening(at(5, 21), timedelta(days=1)) == {Slot.EARLY, Slot.NOON, Slot.EVENING, Slot.OFF_PEAK}


def test_stretches_come_in_order_and_begin_now_where_one_is_open():
    first, second, *_ = SLOTS.stretches(at(9, 12), 1)
    assert first == (at(9, 12), at(9, 12, 45), Slot.NOON)
    assert second == (at(9, 14), at(9, 18), Slot.OFF_PEAK)


def test_a_day_ends_at_the_midnight_of_whoever_is_called():
    assert SLOTS.midnight(at(9, 23), 1) == at(10, 0)
    assert not SLOTS.same_day(at(9, 23, 59), at(10, 0))


@given(st.sets(st.sampled_from(Slot)))
def test_a_set_of_slots_is_one_number_and_back(slots):
    assert unmasked(mask(slots)) == slots
    assert {Slot.EVENING, Slot.DAY_OFF} == AT_HOME


def test_a_plan_is_one_line_and_back_and_errors_say_where():
    assert from_text("", field="slots") == SlotPlan()
    assert from_text(to_text(SlotPlan()), field="slots") == SlotPlan()
    assert from_text("ev 19:00-20:00;", field="slots").hours == {Slot.EVENING: ((1140, 1200),)}
    for text, error in (
        ("ev 19:00-22:00", SlotOutOfHours),
        ("em 06:00-09:00", SlotOutOfHours),
        ("xx 09:00-10:00", FieldInvalid),
        ("ev", FieldInvalid),
        ("ev 19-20", FieldInvalid),
        ("hd 10:00-09:00", IntervalsOverlap),
    ):
        with pytest.raises(error):
            from_text(text, field="slots")


@given(st.integers(0, 14 * 24 * 60), st.integers(0, 3 * 24 * 60))
def test_what_opens_soon_are_the_stretches_that_have_begun_by_then(minutes, within):
    moment, stretch = at(1, 0) + timedelta(minutes=minutes), timedelta(minutes=within)
    known = SLOTS.stretches(moment, stretch.days + 1)
    assert SLOTS.opening(moment, stretch) == {slot for start, _, slot in known if start <= moment + stretch}


def test_nobody_is_called_at_night_and_the_morning_begins_at_half_past_seven():
    zone = SLOTS.zone
    morning = datetime(2026, 3, 3, 7, 30, tzinfo=zone)
    for at in (datetime(2026, 3, 2, 21, 0, tzinfo=zone), datetime(2026, 3, 3, 0, 5, tzinfo=zone)):
        assert (SLOTS.is_decent(at), SLOTS.decent_from(at)) == (False, morning)
    noon = datetime(2026, 3, 3, 12, 0, tzinfo=zone)
    assert (SLOTS.is_decent(noon), SLOTS.decent_from(noon)) == (True, noon)
