"""A restored station inherits what its old name granted: later, in higher epochs, with what it may have dialed."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.leases import Handover, Lease, LeaseAuthorityElsewhere, LeaseRunning
from app.models.succession import Asked, Loss, SuccessionNotConfirmed, confirm, ended, inherited, unheard_days
from tests.models.test_slots import SLOTS

NOW = datetime(2026, 10, 9, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)
LOSS = Loss("old", NOW - DAY, NOW, True)


def lease(station: str, by: str = "old", epoch: int = 1, until: datetime = NOW + 5 * DAY) -> Lease:
    return Lease("g", station, epoch, NOW - 2 * DAY, until, 6, by)


def heir(*leases: Lease, used: int = 0, now: datetime = NOW, days: int = 1, loss: Loss = LOSS) -> Lease:
    what = Handover(leases, tuple(ended(leases, [loss])), used, 6, 2)
    return inherited(Asked("g", "new", "new", now), what, [(loss, days)], SLOTS)


@pytest.mark.parametrize("known", [(), (lease("old"),)])
def test_an_heir_begins_the_day_after_above_every_epoch_with_less(known: tuple[Lease, ...]) -> None:
    made = heir(*known, used=1)
    assert made.from_at > SLOTS.midnight(NOW, 1)
    assert made.epoch == int(NOW.timestamp()) // 60
    assert (made.attempts, made.by_station, made.until - made.from_at) == (6 - 1 - 2, "new", 7 * DAY)


def test_what_went_unheard_counts_in_every_later_lease_of_the_heir() -> None:
    first = heir(lease("old"))
    later = heir(lease("old"), first, now=first.until + DAY)
    assert later.epoch == first.epoch + 1
    assert later.attempts <= 4


def test_another_station_keeps_what_it_was_given_until_its_end() -> None:
    with pytest.raises(LeaseRunning):
        heir(lease("b"))
    assert heir(lease("b", until=NOW - DAY), days=2).attempts == 2


def test_nobody_inherits_from_a_stranger() -> None:
    with pytest.raises(LeaseAuthorityElsewhere):
        heir(lease("b", by="c", until=NOW - DAY))


def test_nothing_is_granted_before_the_hub_has_told() -> None:
    confirm([LOSS])
    with pytest.raises(SuccessionNotConfirmed):
        confirm([LOSS, Loss("old", NOW - DAY, NOW, False)])


def test_days_are_unheard_from_the_backup_or_what_was_heard_after_it_until_the_restore() -> None:
    assert unheard_days(LOSS, {}, SLOTS) == 2
    assert unheard_days(LOSS, {"old": NOW - timedelta(minutes=30)}, SLOTS) == 1
    assert unheard_days(LOSS, {"old": NOW + DAY}, SLOTS) == 1
