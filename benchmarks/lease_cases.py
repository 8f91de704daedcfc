"""Courses of events that chance meets too seldom: each shows what one defense of the leases is for."""

import random
from collections.abc import Callable
from datetime import timedelta

from benchmarks.lease_stations import Outcome, Station, Variant
from benchmarks.lease_worlds import BUSY, CalledTwice, World


class _Calm(random.Random):
    """Nobody crashes, and nothing gets lost."""

    def random(self) -> float:
        return 0.5


class Directed(World):
    """A world in which exactly what is told happens: one group with one case, three stations whose clocks are right."""

    def __init__(self, variant: Variant) -> None:
        super().__init__(1, variant)
        self.chance, self.policy = _Calm(1), BUSY
        self.judge = type(self.judge)(BUSY, self.judge.slots, self.judge.table)
        self.groups = {"g": {"gc": "+8613800000000"}}
        self.stations = [Station(name, timedelta()) for name in ("a", "b", "c")]
        self.authority = self.stations[0]

    def sync(self, *stations: Station) -> None:
        """Let stations hear from each other through the hub, in this order."""
        for one in stations:
            self._exchange(one)

    def grant(self, to: Station, valid: timedelta = timedelta(days=2)) -> None:
        """Let the authority give the group to a station, if it may."""
        self._grant_group("g", to, valid)

    def release(self, station: Station) -> None:
        """Let a station give the group back."""
        self._release_group("g", station)

    def dial(self, station: Station) -> None:
        """Let a station dial, if it may; nobody answers."""
        before = len(self.dials)
        self._try(station, "g", "gc")
        for one in self.dials[before:]:
            station.own.append(Outcome(one.made.attempt.key, "201"))

    def restore(self, station: Station) -> Station:
        """Let a station come back from its backup; return it."""
        place = self.stations.index(station)
        self._restore(station)
        return self.stations[place]

    def hours(self, count: float) -> None:
        """Let time pass."""
        self.now += timedelta(hours=count)


def who_gave_a_group_back_dials_it_no_more(world: Directed) -> None:
    """A station gives a group back and does not hear that another one dials it now."""
    a, b, c = world.stations
    world.grant(b)
    world.sync(a, b)
    world.dial(b)
    world.release(b)
    world.sync(b, a)
    world.grant(c)
    world.sync(a, c)
    world.hours(5)
    world.dial(c)
    world.hours(5)
    world.dial(b)


def a_restored_station_does_not_dial_by_what_it_remembers(world: Directed) -> None:
    """A station dials after its backup, breaks, comes back, and would dial again as if it had not."""
    a, b, _ = world.stations
    world.grant(b)
    world.sync(a, b)
    world.dial(b)
    world.hours(1)
    b.copy(world.now, world.hub_life)
    world.hours(4)
    world.dial(b)
    again = world.restore(b)
    world.dial(again)


def a_restored_authority_asks_before_it_grants(world: Directed) -> None:
    """The authority grants to one, breaks, comes back without that grant, and would grant the same epoch to another."""
    a, b, c = world.stations
    a.copy(world.now, world.hub_life)
    world.grant(b, timedelta(days=4))
    world.sync(a, b)
    again = world.restore(a)
    world.hours(16)
    world.grant(c)
    world.hours(16)
    world.sync(c)
    world.hub[again.name] = tuple(again.own)
    world.sync(c)
    world.dial(c)
    world.hours(16)
    world.dial(b)


def a_restored_authority_grants_above_what_it_has_forgotten(world: Directed) -> None:
    """The authority grants to itself and dials, breaks before anybody heard it, and grants to another."""
    a, _, c = world.stations
    world.sync(a)
    a.copy(world.now, world.hub_life)
    world.grant(a)
    world.dial(a)
    again = world.restore(a)
    world.sync(again)
    world.hours(20)
    world.grant(c)
    world.sync(again, c)
    world.hours(28)
    world.dial(c)


def what_was_dialed_before_a_restore_counts(world: Directed) -> None:
    """The authority dials all it may, nobody hears it, it comes back and would let others dial as often again."""
    a, _, c = world.stations
    world.sync(a)
    a.copy(world.now, world.hub_life)
    world.grant(a, timedelta(days=9))
    _dial_for_days(world, a, 3)
    again = world.restore(a)
    world.sync(again)
    world.hours(24)
    world.grant(c, timedelta(days=20))
    world.sync(again, c)
    _dial_for_days(world, c, 9)


def the_day_of_a_lost_holder_is_over_before_another_dials(world: Directed) -> None:
    """A holder dials all that a day allows and is not heard; its lease runs out, another would dial the same day."""
    a, b, c = world.stations
    world.grant(b, timedelta(hours=7))
    world.sync(a, b)
    world.dial(b)
    world.hours(5)
    world.dial(b)
    world.hours(4)
    world.grant(c)
    world.sync(a, c)
    world.hours(1)
    world.dial(c)


def what_a_lost_holder_may_have_dialed_counts(world: Directed) -> None:
    """A holder dials until its lease runs out and is never heard, and another would dial as often again."""
    a, b, c = world.stations
    world.grant(b, timedelta(days=4))
    world.sync(a, b)
    _dial_for_days(world, b, 4)
    world.hours(24)
    world.grant(c, timedelta(days=20))
    world.sync(a, c)
    _dial_for_days(world, c, 9)


def _dial_for_days(world: Directed, station: Station, days: int) -> None:
    for _ in range(days):
        for pause in (5, 5, 14):
            world.dial(station)
            world.hours(pause)


CASES: dict[str, Callable[[Directed], None]] = {
    "waits_for_midnight": the_day_of_a_lost_holder_is_over_before_another_dials,
    "counts_unseen": what_a_lost_holder_may_have_dialed_counts,
    "release_binds": who_gave_a_group_back_dials_it_no_more,
    "fresh_name": a_restored_station_does_not_dial_by_what_it_remembers,
    "waits_for_hub": a_restored_authority_asks_before_it_grants,
    "raises_epoch": a_restored_authority_grants_above_what_it_has_forgotten,
    "counts_lost_days": what_was_dialed_before_a_restore_counts,
}


def called_twice(case: str, variant: Variant) -> str:
    """Play a course of events and return how somebody was called twice; empty where nobody was."""
    try:
        CASES[case](Directed(variant))
    except CalledTwice as error:
        return str(error)
    return ""
