"""Courses of events that chance meets too seldom: each shows what one defense of the leases is for."""

import random
from collections.abc import Callable
from datetime import timedelta

from benchmarks.lease_hubs import Hub
from benchmarks.lease_looks import CalledTwice, Look
from benchmarks.lease_stations import Outcome, Station, Variant
from benchmarks.lease_worlds import BUSY, World


class _Calm(random.Random):
    """Nobody crashes, and nothing gets lost."""

    def random(self) -> float:
        return 0.5


class Directed(World):
    """A world in which exactly what is told happens: one group with one case, three stations whose clocks are right."""

    def __init__(self, variant: Variant) -> None:
        super().__init__(1, variant)
        self.chance, self.policy, self.look = _Calm(1), BUSY, Look(BUSY)
        self.judge = type(self.judge)(BUSY, self.judge.slots, self.judge.table)
        self.groups = {"g": {"gc": "+8613800000000"}}
        self.stations = [Station(name, timedelta()) for name in ("a", "b", "c")]
        self.authorities = self.stations[:1]
        self.hub = Hub(self.chance, self._come_between)

    def sync(self, *stations: Station) -> None:
        """Let stations hear from each other through the hub, in this order."""
        for one in stations:
            self._exchange(one)

    def grant(self, to: Station, valid: timedelta = timedelta(days=2), by: Station | None = None) -> None:
        """Let the authority, or another one, give the group to a station, if it may."""
        self._grant_group("g", to, valid, by or self.authorities[0])

    def release(self, station: Station) -> None:
        """Let a station give the group back."""
        self._release_group("g", station)

    def dial(self, station: Station) -> None:
        """Let a station dial, if it may; it is no good moment, and any later one will do."""
        before = len(self.dials)
        self._try(station, "g", "gc")
        for one in self.dials[before:]:
            station.own.append(Outcome(one.made.attempt.key, "245"))

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
    b.copy(world.now, world.hub.number)
    world.hours(4)
    world.dial(b)
    again = world.restore(b)
    world.dial(again)


def a_restored_authority_asks_before_it_grants(world: Directed) -> None:
    """The authority grants to one, breaks, comes back without that grant, and would grant the same epoch to another."""
    a, b, c = world.stations
    a.copy(world.now, world.hub.number)
    world.grant(b, timedelta(days=4))
    world.sync(a, b)
    again = world.restore(a)
    world.hours(16)
    world.grant(c)
    world.hours(16)
    world.sync(c)
    world.sync(again, c)
    world.dial(c)
    world.hours(16)
    world.dial(b)


def a_restored_authority_grants_above_what_it_has_forgotten(world: Directed) -> None:
    """The authority grants to itself and dials, breaks before anybody heard it, and grants to another."""
    a, _, c = world.stations
    world.sync(a)
    a.copy(world.now, world.hub.number)
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
    a.copy(world.now, world.hub.number)
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


def the_day_of_a_lost_holder_is_over_also_for_who_gets_the_group_instead(world: Directed) -> None:
    """A group taken from a lost holder waits for another day; the taker gives it back, another would dial at once."""
    a, b, c = world.stations
    world.grant(b, timedelta(hours=7))
    world.sync(a, b)
    world.dial(b)
    world.hours(5)
    world.dial(b)
    world.hours(4)
    world.grant(a)
    world.release(a)
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


def what_a_lost_holder_may_have_dialed_counts_in_every_later_lease(world: Directed) -> None:
    """A holder dials and is never heard; another gives the group back unused, and the next one would dial as often."""
    a, b, c = world.stations
    world.grant(b, timedelta(days=4))
    world.sync(a, b)
    _dial_for_days(world, b, 4)
    world.hours(24)
    world.grant(c, timedelta(days=20))
    world.sync(a, c)
    world.release(c)
    world.sync(c, a)
    world.grant(a, timedelta(days=20))
    _dial_for_days(world, a, 9)


def _both_go_back(world: Directed, valid: timedelta) -> Station:
    """The authority grants to one, and then hub and authority go back to before that; return the authority."""
    a, b, c = world.stations
    world.sync(a, b, c)
    a.copy(world.now, world.hub.number)
    world.kept = world.hub.copied()
    world.grant(b, valid)
    world.sync(a, b)
    world.hub.go_back(world.kept)
    return world.restore(a)


def a_hub_and_its_authority_go_back_together(world: Directed) -> None:
    """Only the holder knows of its lease; the authority would give the group to another before it is heard."""
    _, b, c = world.stations
    again = _both_go_back(world, timedelta(days=4))
    world.sync(again, c, again)
    world.hours(16)
    world.grant(c, timedelta(days=4))
    world.sync(again, c)
    world.hours(16)
    world.dial(c)
    world.hours(16)
    world.dial(b)


def what_the_hub_has_forgotten_is_given_back(world: Directed) -> None:
    """The holder is heard in time, but would only send what it wrote itself, not the lease that it was given."""
    _, b, c = world.stations
    again = _both_go_back(world, timedelta(days=4))
    world.sync(again, b, c, again)
    world.hours(16)
    world.grant(c, timedelta(days=4))
    world.sync(again, c)
    world.hours(16)
    world.dial(c)
    world.hours(16)
    world.dial(b)


def one_backup_is_put_back_on_two_machines(world: Directed) -> None:
    """The first one succeeds, holds the group and dials; the second one would give the group to another."""
    a, b, c = world.stations
    world.sync(a, b, c)
    a.copy(world.now, world.hub.number)
    first = world.restore(a)
    world.sync(first, b, c, first)
    world._twin(first)
    second = world.stations[-1]
    world.sync(second, b, c, first)
    world.grant(first, timedelta(days=4), first)
    world.sync(second)
    world.grant(c, timedelta(days=4), second)
    world.sync(second, c)
    world.hours(24)
    world.dial(c)
    world.hours(7)
    world.dial(first)


def what_a_station_that_is_gone_dialed_unheard_counts(world: Directed) -> None:
    """A holder of whom hub and authority forgot dials for days and is gone; another would dial as often again."""
    _, b, c = world.stations
    again = _both_go_back(world, timedelta(days=9))
    _dial_for_days(world, b, 4)
    world._die(b)
    world._declare(again)
    world.sync(again, c, again)
    world.grant(c, timedelta(days=20))
    world.sync(again, c)
    _dial_for_days(world, c, 9)


def _dial_for_days(world: Directed, station: Station, days: int) -> None:
    for _ in range(days):
        for pause in (5, 5, 14):
            world.dial(station)
            world.hours(pause)


CASES: dict[str, Callable[[Directed], None]] = {
    "waits_for_midnight": the_day_of_a_lost_holder_is_over_before_another_dials,
    "keeps_waiting": the_day_of_a_lost_holder_is_over_also_for_who_gets_the_group_instead,
    "counts_unseen": what_a_lost_holder_may_have_dialed_counts,
    "counts_lost": what_a_lost_holder_may_have_dialed_counts_in_every_later_lease,
    "release_binds": who_gave_a_group_back_dials_it_no_more,
    "fresh_name": a_restored_station_does_not_dial_by_what_it_remembers,
    "waits_for_hub": a_restored_authority_asks_before_it_grants,
    "raises_epoch": a_restored_authority_grants_above_what_it_has_forgotten,
    "gives_back": what_the_hub_has_forgotten_is_given_back,
    "waits_for_all": a_hub_and_its_authority_go_back_together,
    "one_heir": one_backup_is_put_back_on_two_machines,
    "counts_gone": what_a_station_that_is_gone_dialed_unheard_counts,
    "counts_lost_days": what_was_dialed_before_a_restore_counts,
}


def called_twice(case: str, variant: Variant) -> str:
    """Play a course of events and return how somebody was called twice; empty where nobody was."""
    try:
        CASES[case](Directed(variant))
    except CalledTwice as error:
        return str(error)
    return ""
