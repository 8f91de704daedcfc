"""Nobody is called twice: whatever is lost, crashes or goes by a wrong clock, one station dials a group at a time."""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.attempts import Attempt, fold, sessions, united
from app.models.leases import (
    Dialed,
    Handover,
    Known,
    Lease,
    LeaseAuthorityElsewhere,
    LeaseRunning,
    Release,
    current,
    granted,
    handover,
    holds,
    right_to_dial,
    silence,
)
from app.models.retry_policy import CAMPAIGN
from app.models.retry_rules import Hindrance, Judge, Situation
from tests.models.test_dispositions import TABLE
from tests.models.test_slots import SLOTS

NOW = datetime(2026, 10, 9, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)
JUDGE = Judge(CAMPAIGN, SLOTS, TABLE)
GROUP, NUMBER = "g1", "+8613812345678"
NOTHING = Handover((), (), 0, 5, 2)


def first(valid=7 * DAY):
    return granted(GROUP, "a", by="hub", now=NOW, what=NOTHING, valid=valid)


def after(lease, *releases, used=0, heard_at=NOW):
    return Handover((lease,), releases, used, 5, 2, used, *silence(lease, Known(heard_at), SLOTS))


def test_the_holder_may_dial_while_the_lease_is_valid():
    lease = first()
    assert right_to_dial(lease, "a", NOW, 0) is None
    assert right_to_dial(lease, "b", NOW, 0) is Hindrance.NOT_HELD
    assert right_to_dial(None, "a", NOW, 0) is Hindrance.NOT_HELD
    assert right_to_dial(lease, "a", NOW + 7 * DAY, 0) is Hindrance.HELD_NO_LONGER
    assert right_to_dial(lease, "a", NOW, 5) is Hindrance.LEASE_USED
    assert holds(lease, "a", NOW + 6 * DAY)


def test_a_group_that_was_released_moves_at_once_with_what_is_left():
    lease = first()
    moved = granted(GROUP, "b", by="hub", now=NOW + DAY, what=after(lease, Release(GROUP, "a", 1, NOW), used=2))
    assert (moved.station, moved.epoch, moved.attempts, moved.from_at) == ("b", 2, 3, NOW + DAY)
    assert current([lease], [Release(GROUP, "a", 1, NOW)]) is None
    assert current([lease, moved], [Release(GROUP, "a", 1, NOW)]) == moved


def test_a_group_of_a_lost_station_moves_after_its_lease_and_what_it_may_have_dialed_counts():
    lease = first(DAY)
    with pytest.raises(LeaseRunning):
        granted(GROUP, "b", by="hub", now=lease.until + timedelta(minutes=19), what=after(lease))
    moved = granted(GROUP, "b", by="hub", now=lease.until + DAY / 24, what=after(lease, used=1, heard_at=NOW + DAY))
    assert moved.from_at > SLOTS.midnight(lease.until, 1)
    assert moved.attempts == 5 - 1 - 2  # nothing heard for the last minutes of a day: two more attempts are possible


@pytest.mark.parametrize("to", ["b", "c"])
def test_a_group_taken_from_a_lost_station_is_called_on_another_day_whoever_gets_it_then(to):
    lease = first(timedelta(hours=1))
    forced = granted(GROUP, "b", by="hub", now=lease.until + timedelta(minutes=25), what=after(lease), valid=DAY)
    soon = lease.until + timedelta(minutes=35)
    back = (Release(GROUP, "b", 2, soon),) if to == "c" else ()
    known = Handover((lease, forced), back, 0, 5, 2, 0, *silence(forced, Known(soon), SLOTS))
    again = granted(GROUP, to, by="hub", now=soon, what=known, valid=DAY)
    assert forced.from_at > soon
    assert (again.from_at, again.until) == (forced.from_at, forced.from_at + DAY)


def test_what_a_lost_holder_may_have_dialed_stays_counted_when_the_group_moves_once_more():
    lost = first(DAY)  # nothing was ever heard of a: two days, two attempts each
    second = Lease(GROUP, "b", 2, NOW + 2 * DAY, NOW + 3 * DAY, 1, "hub")
    cases, released = [Dialed(1, {2: 1}), Dialed(0, {})], [Release(GROUP, "b", 2, NOW + 3 * DAY)]
    known, heard = ([lost, second], released), {"a": Known(), "b": Known(NOW + 3 * DAY)}
    found = handover(known, cases, limit=6, per_day=2, heard=heard, slots=SLOTS)
    assert found.used == 1 + 4
    assert granted(GROUP, "c", by="hub", now=NOW + 3 * DAY, what=found).attempts == 1
    back = handover(known, cases, limit=6, per_day=2, heard={**heard, "a": Known(NOW + 4 * DAY)}, slots=SLOTS)
    assert back.used == 1


def test_nothing_is_unseen_of_a_holder_that_was_heard_well_after_its_lease_ended():
    lease = first(DAY)
    assert silence(lease, Known(lease.until + timedelta(minutes=19)), SLOTS)[0] == 1
    assert silence(lease, Known(lease.until + timedelta(minutes=20)), SLOTS)[0] == 0
    assert handover(([], []), [], limit=5, per_day=2, heard={}, slots=SLOTS) == Handover((), (), 0, 5, 2)


def test_a_word_that_a_lost_station_has_called_nobody_since_spares_the_attempts_of_all_later_days():
    lease = first()
    heard, over = NOW + timedelta(hours=2), lease.until + DAY / 24
    assert silence(lease, Known(heard), SLOTS)[0] == 8  # the day on which it was heard, and each one until the end
    stolen = Known(heard, NOW + timedelta(hours=5))
    assert silence(lease, stolen, SLOTS) == (1, SLOTS.midnight(NOW, 1))
    assert silence(lease, Known(heard, heard - timedelta(minutes=20)), SLOTS)[0] == 0
    assert silence(lease, Known(heard, heard - timedelta(minutes=19)), SLOTS)[0] == 1
    assert silence(lease, Known(NOW - 3 * DAY, NOW - 2 * DAY), SLOTS)[0] == 0  # before the lease began
    assert silence(lease, Known(heard, over + DAY), SLOTS) == silence(lease, Known(heard), SLOTS)
    what = Handover((lease,), (), 1, 5, 2, 1, *silence(lease, stolen, SLOTS))
    with pytest.raises(LeaseRunning):
        granted(GROUP, "b", by="hub", now=lease.until, what=what)
    moved = granted(GROUP, "b", by="hub", now=over, what=what)
    assert (moved.from_at, moved.attempts) == (over, 5 - 1 - 2)
    known = handover(([lease, moved], []), [Dialed(1, {1: 1})], limit=5, per_day=2, heard={"a": stolen}, slots=SLOTS)
    assert known.used == 1 + 2


def test_only_the_station_that_granted_first_grants_again():
    with pytest.raises(LeaseAuthorityElsewhere):
        granted(GROUP, "b", by="other", now=NOW + 30 * DAY, what=after(first()))


def test_where_two_stations_hold_one_epoch_nobody_dials():
    lease = first()
    assert current([lease, replace(lease, station="b")], []) is None
    assert current([lease, lease], []) == lease


@dataclass
class Station:
    """A station with its own log, what it has heard of the others, and a clock that is wrong."""

    name: str
    wrong: timedelta = timedelta()
    own: list = field(default_factory=list)
    heard: dict = field(default_factory=dict)

    def knows(self, kind):
        records = [*self.own, *(one for log in self.heard.values() for one in log)]
        return [one for one in records if isinstance(one, kind)]


class World:
    """Stations that meet at a hub, in process: an exchange carries whole logs in their order, or is lost on its way."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.now, self.hub = NOW, Station("hub", self._wrong())
        self.stations = [Station(name, self._wrong()) for name in "abc"]
        self.epochs, self.dials, self.heard_at = {}, [], {}

    def _wrong(self):
        return timedelta(minutes=self.chance.randint(-10, 10))

    def act(self):
        self.now += timedelta(minutes=self.chance.choice([5, 20, 40, 90, 300]))
        station = self.chance.choice(self.stations)
        if self.chance.random() < 0.03:
            self.release(station)
        action = self.chance.choice(
            [self.dial, self.dial, self.dial, self.exchange, self.exchange, self.finish, self.grant]
        )
        action(station)

    def exchange(self, station):
        if self.chance.random() < 0.7:
            self.hub.heard[station.name] = list(station.own)
            self.heard_at[station.name] = self.now + self.hub.wrong
        if self.chance.random() < 0.7:
            others = {name: log for name, log in self.hub.heard.items() if name != station.name}
            station.heard = {**{name: list(log) for name, log in others.items()}, "hub": list(self.hub.own)}

    def grant(self, station):
        leases, used = self.hub.knows(Lease), sessions(united(self.hub.knows(Attempt)), TABLE)
        newest = max(leases, key=lambda one: one.epoch, default=None)
        of_epoch = [one for one in used if newest and self.epochs[one.key] == newest.epoch]
        what = Handover(
            tuple(leases), tuple(self.hub.knows(Release)), len(used), CAMPAIGN.attempts, CAMPAIGN.per_day,
            len(of_epoch), *(silence(newest, Known(self.heard_at.get(newest.station)), SLOTS) if newest else (0, None)),
        )  # fmt: skip
        try:
            moved = granted(GROUP, station.name, by="hub", now=self.now + self.hub.wrong, what=what, valid=2 * DAY)
        except LeaseRunning:
            return
        self.hub.own.append(moved)

    def release(self, station):
        held = current(station.knows(Lease), station.knows(Release))
        if held is not None and held.station == station.name:
            station.own.append(Release(GROUP, station.name, held.epoch, self.now + station.wrong))

    def dial(self, station):
        clock = self.now + station.wrong
        log = united(station.knows(Attempt))
        held = current(station.knows(Lease), station.knows(Release))
        made = [one for one in log if held and self.epochs[one.key] == held.epoch]
        case = Situation(log, log, fold(log, TABLE))
        if right_to_dial(held, station.name, clock, len(sessions(made, TABLE))) or JUDGE.refusals(clock, case):
            return
        attempt = Attempt(station.name, len(station.own), clock, NUMBER, slot=SLOTS.at(clock))
        station.own.append(attempt)  # written before dialing: a crash from here on leaves it without an outcome
        self.epochs[attempt.key] = held.epoch
        self.dials.append((self.now, station.name, held.epoch))

    def finish(self, station):
        for place, one in enumerate(station.own):
            if isinstance(one, Attempt) and not one.code and self.chance.random() < 0.9:
                station.own[place] = replace(one, code=self.chance.choice(["201", "202", "203", "207"]))


@pytest.mark.parametrize("seeds", [range(start, start + 12) for start in range(0, 48, 12)])
def test_no_partition_crash_or_wrong_clock_makes_two_stations_dial_one_group(seeds):
    moved, dialed = 0, 0
    for seed in seeds:
        world = World(seed)
        for _ in range(260):
            world.act()
        owners = {(epoch, name) for _, name, epoch in world.dials}
        assert len(owners) == len({epoch for epoch, _ in owners})
        assert [epoch for *_, epoch in world.dials] == sorted(epoch for *_, epoch in world.dials)
        everything = united(*(station.knows(Attempt) for station in (world.hub, *world.stations)))
        assert len(sessions(everything, TABLE)) <= CAMPAIGN.attempts
        days = [at.astimezone(SLOTS.zone).date() for at, *_ in world.dials]
        assert all(days.count(day) <= CAMPAIGN.per_day * CAMPAIGN.busy_dials for day in days)
        gaps = [later - sooner for (sooner, *_), (later, *_) in zip(world.dials, world.dials[1:], strict=False)]
        assert all(gap >= timedelta(minutes=20) for gap in gaps)
        moved, dialed = moved + len(owners), dialed + len(world.dials)
    assert dialed > 2 * len(seeds)
    assert moved > len(seeds)
