"""An appointment is a stretch ahead of us; its end follows an hour after its beginning."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.appointments import (
    FARTHEST,
    KIND_OF,
    Appointment,
    AppointmentBackward,
    AppointmentKind,
    check,
    most_in_an_hour,
    was_on_time,
)
from tests.models.test_dispositions import TABLE

NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_an_appointment_lies_ahead_and_ends_within_a_day():
    check(NOW + HOUR, NOW + 2 * HOUR, NOW)
    for start, end, field in (
        (NOW - HOUR, NOW + HOUR, "start_at"),
        (NOW + FARTHEST + HOUR, NOW + FARTHEST + 2 * HOUR, "start_at"),
        (NOW + HOUR, NOW + HOUR, "end_at"),
        (NOW + HOUR, NOW + timedelta(days=3650), "end_at"),  # a known system once ended them after ten years
    ):
        with pytest.raises(AppointmentBackward) as caught:
            check(start, end, NOW)
        assert caught.value.facts["field"] == field


def test_the_outcomes_that_make_an_appointment_are_those_of_the_table():
    assert {one.code for one in TABLE if one.next.step == "appointment"} == set(KIND_OF)
    assert KIND_OF["223"] is AppointmentKind.PROXY


def test_sixty_percent_of_what_can_be_called_may_be_promised():
    assert [most_in_an_hour(calls) for calls in (0, 1, 10, 12)] == [1, 1, 6, 7]


@pytest.mark.parametrize(
    ("kind", "called", "until", "expected"),
    [
        ("hard", [-15], 0, True),
        ("hard", [15], 20, True),
        ("hard", [16], 20, False),
        ("hard", [-16], 10, None),
        ("hard", [], 15, None),
        ("proxy", [], 16, False),
        ("soft", [59], 60, True),
        ("soft", [], 60, None),
        ("soft", [61], 61, False),
    ],
)
def test_within_a_quarter_of_an_hour_is_on_time_and_for_a_rough_time_up_to_its_end(kind, called, until, expected):
    one = Appointment(b"a", b"c", NOW, NOW + HOUR, AppointmentKind(kind), "", "", None)
    calls = [NOW + timedelta(minutes=minute) for minute in called]
    assert was_on_time(one, calls, NOW + timedelta(minutes=until)) is expected
