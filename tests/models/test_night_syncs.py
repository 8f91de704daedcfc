"""Each station has a minute of its own in the night."""

from collections import Counter
from datetime import time

from app.models.night_syncs import minute_of, name_of


def test_the_minute_stays_and_lies_in_the_window_even_over_midnight():
    assert minute_of("one") == minute_of("one")
    late = {minute_of(str(n), time(23, 30), 60) for n in range(300)}
    assert all(one >= time(23, 30) or one < time(0, 30) for one in late)
    assert min(late) < time(0, 30) < time(23, 30) <= max(late)


def test_five_hundred_stations_spread_over_the_window():
    counts = Counter(minute_of(f"install-{n}") for n in range(500))
    assert max(counts.values()) <= 12
    assert len(counts) > 150


def test_two_installations_of_one_person_have_two_jobs():
    assert name_of("a") != name_of("b")
    assert name_of("a").startswith("onewindow-sync-")
