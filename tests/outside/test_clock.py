"""The contract of a clock, kept by the machine's and by the fake one."""

from datetime import UTC, timedelta

import pytest

from app.outside.clock import SystemClock
from tests.fakes import FakeClock


@pytest.fixture(params=[SystemClock, FakeClock])
def clock(request):
    return request.param()


def test_the_time_is_aware_and_in_utc(clock):
    assert clock.now().tzinfo is UTC
    assert clock.now().utcoffset() == timedelta(0)


def test_the_time_does_not_run_backwards_between_two_looks(clock):
    first = clock.now()
    assert clock.now() >= first


def test_measured_seconds_never_decrease(clock):
    first = clock.monotonic_s()
    assert isinstance(first, float)
    assert clock.monotonic_s() >= first


def test_setting_the_fake_clock_back_does_not_disturb_a_measured_duration():
    clock = FakeClock()
    before = clock.monotonic_s()
    clock.advance(timedelta(seconds=5))
    clock.set(clock.now() - timedelta(days=365))
    assert clock.monotonic_s() - before == 5.0
