"""A restored station inherits what its old name granted: later, in higher epochs, with what it may have dialed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.models.leases import Handover, Lease, LeaseAuthorityElsewhere, LeaseRunning
from app.models.succession import (
    Asked,
    Claimed,
    Heard,
    Loss,
    Seat,
    SuccessionNotConfirmed,
    confirm,
    confirmed,
    ended,
    inherited,
    unheard_days,
    waiting,
)
from tests.models.test_slots import SLOTS

NOW = datetime(2026, 10, 9, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)
LOSS = Loss("old", NOW - DAY, NOW, True)


def lease(station: str, by: str = "old", epoch: int = 1, until: datetime = NOW + 5 * DAY) -> Lease:
    return Lease("g", station, epoch, NOW - 2 * DAY, until, 6, by)


def heir(*leases: Lease, used: int = 0, now: datetime = NOW, days: int = 1, loss: Loss = LOSS) -> Lease:
    what = Handover(leases, tuple(ended(leases, [loss])), used, 6, 2)
    unheard = frozenset(date(2026, 10, 1 + place) for place in range(days))
    return inherited(Asked("g", "new", "new", now), what, [(loss, unheard)], SLOTS)


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
    assert len(unheard_days(LOSS, {}, SLOTS)) == 2
    assert unheard_days(LOSS, {"old": NOW - timedelta(minutes=30)}, SLOTS) == {NOW.date()}
    assert unheard_days(LOSS, {"old": NOW + DAY}, SLOTS) == {NOW.date()}


def heard(*seats: Seat, claims: tuple[Claimed, ...] = (), gone: tuple[str, ...] = ()) -> Heard:
    return Heard(seats, claims, dict.fromkeys(gone, NOW + DAY), 3)


def test_everybody_is_awaited_who_was_not_heard_since_and_is_not_gone() -> None:
    seats = Seat("old", "me", 2), Seat("new", "me", 2), Seat("b", "B", 2), Seat("c", "C", 3), Seat("d", "D", 0, NOW)
    found = waiting([LOSS], "new", heard(*seats))
    assert [one.label for one in found.awaited] == ["B"]
    assert waiting([LOSS], "new", heard(*seats, gone=("b",))).over


def test_another_that_claims_the_name_is_a_rival_until_it_is_gone_and_so_is_its_heir() -> None:
    twin = Claimed("twin", "old", NOW)
    assert waiting([LOSS], "new", heard(claims=(twin, Claimed("new", "old", NOW)))).rivals == ("twin",)
    assert waiting([LOSS], "new", heard(claims=(twin,), gone=("twin",))).over
    assert waiting([LOSS], "new", heard(claims=(twin, Claimed("heir", "twin", NOW)))).rivals == ("heir",)


def test_an_old_name_that_still_syncs_is_a_rival() -> None:
    assert waiting([LOSS], "new", heard(Seat("old", "me", 3))).rivals == ("old",)


def test_who_was_succeeded_to_is_not_awaited_by_others() -> None:
    assert waiting([LOSS], "new", heard(Seat("b", "B", 0), claims=(Claimed("b2", "b", NOW),))).over


def test_what_a_gone_station_may_have_dialed_counts_and_a_gone_claimant_is_succeeded_to() -> None:
    opened = Loss("old", NOW - DAY, NOW, False)
    known = heard(Seat("b", "B", 0), claims=(Claimed("twin", "old", NOW),), gone=("b", "twin"))
    found = {one.name: one for one in confirmed([opened], "new", known)}
    assert {name: one.inherits for name, one in found.items()} == {"old": True, "b": False, "twin": True}
    assert (found["b"].since, found["twin"].since, found["b"].until) == (opened.since, NOW, NOW + DAY)
    assert all(one.confirmed for one in found.values())
    days = [(one, unheard_days(one, {}, SLOTS)) for one in found.values()]
    what = Handover((lease("old"),), (), 0, 9, 2)
    made = inherited(Asked("g", "new", "new", NOW), replace_releases(what, list(found.values())), days, SLOTS)
    assert made.attempts == 9 - 3 * 2
    assert made.from_at > SLOTS.midnight(NOW + DAY, 1)


def replace_releases(what: Handover, losses: list[Loss]) -> Handover:
    return replace(what, releases=tuple(ended(what.leases, losses)))
