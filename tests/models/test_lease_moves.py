"""The last word about the present holder counts, renewed or not, and only the holder gives a group back."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.lease_moves import Wish, is_free, is_to_give_back, standing
from app.models.leases import Lease, Release

NOW = datetime(2026, 10, 9, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def lease(epoch, station):
    return Lease("g", station, epoch, NOW, NOW + 7 * 24 * HOUR, 6, "a")


def wish(epoch, to, hours=0):
    return Wish("g", to, epoch, NOW + hours * HOUR)


@pytest.mark.parametrize(
    ("wishes", "held", "counts"),
    [
        ([wish(2, "c"), wish(2, "d", 1)], "ab", "d"),
        ([wish(2, "c", 5), wish(3, "d")], "abb", "c"),
        ([wish(1, "c"), wish(2, "d")], "abc", None),
        ([wish(1, "c")], "", None),
    ],
)
def test_the_last_word_about_the_present_holder_counts(wishes, held, counts):
    found = standing(wishes, [lease(place, one) for place, one in enumerate(held, 1)])
    assert (found.station if found else None) == counts


def test_only_the_holder_gives_back_and_only_what_shall_go():
    held = lease(2, "b")
    assert is_to_give_back(wish(2, "c"), held, "b")
    assert not is_to_give_back(wish(2, "b"), held, "b")
    assert not is_to_give_back(wish(2, "c"), held, "a")
    assert not is_to_give_back(None, held, "b")
    assert is_free([lease(1, "a"), held], [Release("g", "b", 2, NOW)])
    assert not is_free([lease(1, "a"), held], [Release("g", "a", 1, NOW)])
