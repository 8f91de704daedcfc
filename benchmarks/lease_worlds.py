"""``python -m benchmarks.lease_worlds [--seeds N] [--first S] [--mutants]``: nobody is called twice, whatever fails.

Several stations dial people of several contact groups, some of whom share a number. One seed decides everything: which
trip of which sync is lost on its way there or back, who is cut off and for how long, whose clock is wrong by up to ten
minutes and when it jumps, which group a supervisor at whatever station moves to whom (or back), who crashes between
writing an attempt and dialing, between dialing and the outcome, who is gone for good with what nobody has heard yet and
when somebody says so, who comes back from a backup (the station that grants leases too), once or on two machines that
both go on, and when the hub loses everything or goes back to a backup, perhaps in the same days, and without a word to
anybody. Stations decide by the program's own rules (``leases``, ``succession``, ``retry_rules``) and by what they know;
the world alone sees every dial. Then (``lease_looks``): each epoch of a group was dialed by one station, epochs never
overlap, no case has more attempts than its limit, no number more than a day allows, and never two dials within twenty
minutes. ``--mutants`` switches one defense off at a time; each must be noticed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from app.models.attempts import Attempt, fold, sessions
from app.models.errors import CannotNow
from app.models.lease_moves import Wish, is_free
from app.models.leases import (
    SKEW,
    Dialed,
    Handover,
    Known,
    Lease,
    Release,
    granted,
    handover,
    right_to_dial,
)
from app.models.retry_policy import CAMPAIGN
from app.models.retry_rules import Judge, Situation
from app.models.succession import Asked, confirm, ended, inherited, unheard_days
from benchmarks.lease_fates import Fates
from benchmarks.lease_looks import SLOTS, TABLE, CalledTwice, Look
from benchmarks.lease_stations import Dial, Made, Outcome, Station, Variant

#: For how long a lease is given: short ones too, so that groups move often.
VALID = (timedelta(hours=7), timedelta(days=1), timedelta(days=2))
ACTS = 400
_CODES = ("201", "245", "202", "203", "204", "207", "")
#: What may happen at a station, and how often.
_OFTEN = {
    "dial": 40,
    "exchange": 26,
    "grant": 14,
    "finish": 14,
    "release": 6,
    "cut": 3,
    "jump": 3,
    "hub": 3,
    "die": 1,
    "move": 6,
}
_ACTS = _OFTEN | {"copy": 6, "restore": 2, "twin": 1, "declare": 3, "disaster": 1}


#: Policies of which a third of the worlds have each: one whose limits are reached soon, and one with many dials.
QUICK = replace(CAMPAIGN, attempts=3, slots=0, at_home_by=0, span_days=0, rotate_days=0)
BUSY = replace(QUICK, attempts=9)


class World(Fates):
    """Fates, people to be called, and everything that was really dialed."""

    def __init__(self, seed: int, variant: Variant) -> None:
        super().__init__(seed, variant)
        self.policy = self.chance.choice([CAMPAIGN, QUICK, BUSY])
        self.look = Look(self.policy)
        self.judge = Judge(self.policy, SLOTS, TABLE)
        self.dials: list[Dial] = []
        self.codes: dict[tuple[str, int], str] = {}
        #: group → its cases → their numbers; the cases of a group share the first one.
        self.groups = {
            f"g{place}": {f"g{place}c{case}": f"+86138{place:04}{case // 2:04}" for case in range(count)}
            for place, count in enumerate(self.chance.choices((1, 2, 3), k=self.chance.randint(1, 3)))
        }

    def run(self) -> Counter[str]:
        """Let everything happen, and look after each dial. Raises ``CalledTwice``."""
        for _ in range(ACTS):
            self.now += timedelta(minutes=self.chance.choice([2, 5, 20, 40, 90, 240]))
            name = self.chance.choices(list(_ACTS), list(_ACTS.values()))[0]
            act: Callable[[Station], None] = getattr(self, f"_{name}")
            act(self.chance.choice(self.stations))
        self.count["dials"] += len(self.dials)
        self.count["epochs dialed"] += len({(one.made.group, one.made.epoch) for one in self.dials})
        return self.count

    # ---- what happens

    def _grant(self, station: Station) -> None:
        """The station that granted first, and no other, gives a group to somebody, by what it knows."""
        self._grant_group(self.chance.choice(list(self.groups)), station, self.chance.choice(VALID))

    def _grant_group(self, group: str, station: Station, valid: timedelta, by: Station | None = None) -> None:
        by = by or self.chance.choice(self.authorities if self.variant.one_authority else self.stations)
        facts = by.facts()
        leases = tuple(one for one in facts if isinstance(one, Lease) and one.group == group)
        releases = tuple(one for one in facts if isinstance(one, Release) and one.group == group)
        newest = max(leases, key=_epoch, default=None)
        now = asked = self.now + by.wrong
        what = self._handover(by, group, leases, releases)
        if not self.variant.one_authority:
            what = replace(what, leases=tuple(replace(one, by_station=by.name) for one in leases))
        if not self.variant.waits_for_end and newest:
            asked = max(now, newest.until + 2 * SKEW)
        try:
            lease = self._granted(by, group, station.name, asked, what, valid)
        except CannotNow:
            return
        waits = self.variant.waits_for_end and self.variant.waits_for_midnight
        if not waits or (not self.variant.keeps_waiting and newest and lease.from_at == newest.from_at > now):
            lease = replace(lease, from_at=now, until=now + valid)
        if not self.variant.epochs_grow and newest:
            lease = replace(lease, epoch=newest.epoch)
        by.own.append(lease)
        self.count["grants"] += 1

    def _move(self, station: Station) -> None:
        """A supervisor at whatever station says that a group shall go to somebody."""
        group, to = self.chance.choice(list(self.groups)), self.chance.choice(self.stations).name
        newest = max((one.epoch for one in station.facts() if isinstance(one, Lease) and one.group == group), default=0)
        if newest:
            station.own.append(Wish(group, to, newest, self.now + station.wrong))
            self.count["moves wished"] += 1
            self._exchanged(station)

    def _exchanged(self, station: Station) -> None:
        """What a station does by itself after it heard from others: give back, and grant what was given back."""
        for group in self.groups:
            if station.gives_up(group, self.now + station.wrong, self.variant):
                self.count["given up"] += 1
            if station in self.authorities and self._moves(station, group):
                self.count["moved"] += 1

    def _moves(self, by: Station, group: str) -> bool:
        """Let the authority grant a group to whom it shall go, once it is free; say whether it did."""
        wish, facts = by.wish(group), by.facts()
        leases = [one for one in facts if isinstance(one, Lease) and one.group == group]
        releases = [one for one in facts if isinstance(one, Release) and one.group == group]
        to = next((one for one in self.stations if wish and one.name == wish.station), None)
        if wish is None or to is None or (self.variant.waits_for_release and not is_free(leases, releases)):
            return False
        if not self.variant.waits_for_release:
            held = max(leases, key=_epoch)
            by.own.append(Release(group, held.station, held.epoch, self.now + by.wrong))
        before = self.count["grants"]
        self._grant_group(group, to, self.chance.choice(VALID), by)
        return self.count["grants"] > before

    def _granted(self, by: Station, group: str, to: str, at: datetime, what: Handover, valid: timedelta) -> Lease:
        """Return the next lease: the authority's, or its heir's after a restore."""
        if not by.losses:
            return granted(group, to, by=by.name, now=at, what=what, valid=valid)
        confirm(by.losses)
        heard = {one.name: self._heard(by).get(one.name) for one in by.losses}
        counted = self.variant.counts_lost_days
        losses = [(one, unheard_days(one, heard, SLOTS) if counted else frozenset[date]()) for one in by.losses]
        lease = inherited(Asked(group, to, by.name, at), what, losses, SLOTS, valid)
        newest = max((one.epoch for one in what.leases), default=0)
        self.count["inherited"] += 1
        return lease if self.variant.raises_epoch else replace(lease, epoch=newest + 1)

    def _handover(self, by: Station, group: str, leases: tuple[Lease, ...], releases: tuple[Release, ...]) -> Handover:
        """Return what the authority knows of a group."""
        made = by.made(group)
        cases = [
            Dialed(
                self._used(made, case),
                {one.epoch: self._used([m for m in made if m.epoch == one.epoch], case) for one in leases},
            )
            for case in self.groups[group]
        ]
        heard = {name: Known(at) for name, at in {**self._heard(by), by.name: self.now + by.wrong}.items()}
        releases = (*releases, *ended(leases, by.losses))
        if not self.variant.counts_lost:
            leases = leases[-1:]
        found = handover(
            (leases, releases), cases, limit=self.policy.attempts, per_day=self.policy.per_day, heard=heard, slots=SLOTS
        )
        return found if self.variant.counts_unseen else replace(found, unseen_days=0)

    def _heard(self, by: Station) -> dict[str, datetime]:
        """Return when the last dial of each station was that is known here."""
        heard: dict[str, datetime] = {}
        for one in (one.attempt for one in by.facts() if isinstance(one, Made)):
            heard[one.station] = max(one.at, heard.get(one.station, one.at))
        return heard

    def _used(self, made: Sequence[Made], case: str) -> int:
        return len(sessions([one.attempt for one in made if one.case == case], TABLE))

    def _release(self, station: Station) -> None:
        self._release_group(self.chance.choice(list(self.groups)), station)

    def _release_group(self, group: str, station: Station) -> None:
        held = station.held(group, self.variant)
        if held is not None and held.station == station.name:
            station.own.append(Release(group, station.name, held.epoch, self.now + station.wrong))
            self.count["releases"] += 1

    def _dial(self, _: Station) -> None:
        """Every station tries to dial somebody of every group."""
        for station in self.chance.sample(self.stations, len(self.stations)):
            for group, cases in self.groups.items():
                self._try(station, group, self.chance.choice(list(cases)))

    def _try(self, station: Station, group: str, case: str) -> None:
        """A station dials a case if it may; the attempt is written before the telephone rings."""
        clock, number = self.now + station.wrong, self.groups[group][case]
        held, made = station.held(group, self.variant), station.made(group)
        if not self._may(station, case, number, made, held, clock):
            return
        seq = sum(isinstance(one, Made) for one in station.own) + 1
        attempt = Attempt(station.name, seq, clock, number, slot=SLOTS.at(clock))
        one = Made(case, group, held.epoch if held else 0, attempt)
        crash = self.chance.random()
        if self.variant.writes_first or crash >= 0.2:
            station.own.append(one)
        if crash < 0.1 and self.variant.writes_first:
            self.count["crashed before dialing"] += 1
            return
        self.dials.append(Dial(self.now, station.name, one))
        self.look.at_last(self.dials, self.codes)

    def _may(
        self, station: Station, case: str, number: str, made: list[Made], held: Lease | None, clock: datetime
    ) -> bool:
        if not self.variant.lease_ends and held is not None:
            held = replace(held, until=held.until + timedelta(days=60))
        log = [one.attempt for one in made if one.case == case]
        same = [one.attempt for one in made if one.attempt.number == number]
        situation = Situation(log, same if self.variant.cases_together else log, fold(log, TABLE))
        under = self._used([one for one in made if held and one.epoch == held.epoch], case)
        if self.variant.asks_lease and right_to_dial(held, station.name, clock, under):
            return False
        return not self.judge.refusals(clock, situation)

    def _finish(self, station: Station) -> None:
        """Outcomes are written, some of them never."""
        open_ones = {one.attempt.key for one in station.own if isinstance(one, Made)} - {
            one.key for one in station.own if isinstance(one, Outcome)
        }
        for key in sorted(open_ones):
            if code := self.chance.choice(_CODES):
                station.own.append(Outcome(key, code))
                self.codes[key] = code


def _epoch(one: Lease) -> int:
    return one.epoch


MUTANTS = tuple(one.name for one in fields(Variant))


def failing_seeds(
    seeds: Iterable[int], variant: Variant | None = None, *, enough: int = 0
) -> tuple[dict[int, str], Counter[str]]:
    """Run seeds and return those in which somebody was called twice, with how; stop after ``enough`` (0: never)."""
    failed: dict[int, str] = {}
    count: Counter[str] = Counter()
    for seed in seeds:
        try:
            count += World(seed, variant or Variant()).run()
        except CalledTwice as error:
            failed[seed] = str(error)
            if enough and len(failed) >= enough:
                break
    return failed, count


def mutant(name: str) -> Variant:
    """Return the protocol with one defense switched off."""
    return replace(Variant(), **{name: False})


def noticed(name: str, seeds: Iterable[int]) -> str:
    """Return how a missing defense shows, in its own course of events or in a world of chance; empty if nowhere."""
    from benchmarks import lease_cases

    if name in lease_cases.CASES and (how := lease_cases.called_twice(name, mutant(name))):
        return f"noticed in its own case: {how}"
    failed, _ = failing_seeds(seeds, mutant(name), enough=1)
    return "".join(f"noticed in seed {seed}: {how}" for seed, how in failed.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run many seeds, or every mutant."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lease_worlds", description=__doc__)
    parser.add_argument("--seeds", type=int, default=1000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--mutants", action="store_true", help="switch each defense off and see that it is noticed")
    given: Any = parser.parse_args(arguments)
    seeds = range(given.first, given.first + given.seeds)
    if given.mutants:
        found = {name: noticed(name, seeds) for name in MUTANTS}
        for name, how in found.items():
            print(f"without {name:22} {how or 'NOT NOTICED'}", flush=True)
        return 0 if all(found.values()) else 1
    failed, count = failing_seeds(seeds)
    print(f"{len(seeds)} seeds, somebody was called twice in {len(failed)}")
    print(", ".join(f"{number:,} {name}" for name, number in sorted(count.items())))
    for seed, how in failed.items():
        print(f"seed {seed}: {how}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
