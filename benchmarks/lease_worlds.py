"""``python -m benchmarks.lease_worlds [--seeds N] [--first S] [--mutants]``: nobody is called twice, whatever fails.

Several stations dial people of several contact groups, some of whom share a number. One seed decides everything: which
exchange with the hub is lost on its way there or back, who is cut off and for how long, whose clock is wrong by up to
ten minutes and when it jumps, who crashes between writing an attempt and dialing, between dialing and the outcome, who
is gone for good with what nobody has heard yet, who comes back from a backup (the station that grants leases too), and
when the hub loses everything or goes back to a backup. Stations
decide by the program's own rules (``leases``, ``retry_rules``) and by what they know; the world alone sees every dial.
Then: each epoch of a group was dialed by one station, epochs never overlap, no case has more attempts than its limit,
no number more than a day allows, and never two dials within twenty minutes. ``--mutants`` switches one defense off at
a time; each must be noticed.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.models.attempts import Attempt, fold, sessions, united
from app.models.errors import CannotNow
from app.models.leases import (
    SKEW,
    Dialed,
    Handover,
    Lease,
    Release,
    granted,
    handover,
    right_to_dial,
)
from app.models.retry_policy import CAMPAIGN
from app.models.retry_rules import Judge, Situation
from app.models.slots import SlotPlan, Slots
from app.models.succession import Asked, Loss, confirm, ended, inherited, unheard_days
from app.services.callback_rules import table
from benchmarks.lease_stations import Dial, Fact, Made, Outcome, Station, Variant

START = datetime(2026, 10, 9, 1, 0, tzinfo=UTC)
#: For how long a lease is given: short ones too, so that groups move often.
VALID = (timedelta(hours=7), timedelta(days=1), timedelta(days=2))
ACTS = 400
_OFF = {date(2026, 10, 1)}
_CODES = ("201", "201", "202", "203", "204", "207", "")
#: What may happen at a station, and how often.
_OFTEN = {"dial": 40, "exchange": 26, "grant": 14, "finish": 14, "release": 6, "cut": 3, "jump": 3, "hub": 3, "die": 1}
_ACTS = _OFTEN | {"copy": 6, "restore": 2}


def _is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in _OFF


SLOTS = Slots(SlotPlan(), ZoneInfo("Asia/Shanghai"), _is_workday)
TABLE = table()
#: Policies of which a third of the worlds have each: one whose limits are reached soon, and one with many dials.
QUICK = replace(CAMPAIGN, attempts=3, slots=0, at_home_by=0, span_days=0, rotate_days=0)
BUSY = replace(QUICK, attempts=9)


class CalledTwice(Exception):
    """Somebody was dialed who must not be: what, where."""


class World:
    """Stations, a hub that carries what they write, and everything that was really dialed."""

    def __init__(self, seed: int, variant: Variant) -> None:
        self.chance = random.Random(seed)
        self.variant = variant
        self.now: datetime = START
        self.policy = self.chance.choice([CAMPAIGN, QUICK, BUSY])
        self.judge = Judge(self.policy, SLOTS, TABLE)
        self.stations = [Station(f"s{place}", self._wrong()) for place in range(self.chance.randint(3, 5))]
        self.authority = self.stations[0]
        self.hub: dict[str, tuple[Fact, ...]] = {}
        self.kept: dict[str, tuple[Fact, ...]] = {}
        self.hub_life = 0
        self.dials: list[Dial] = []
        self.codes: dict[tuple[str, int], str] = {}
        self.count: Counter[str] = Counter()
        #: group → its cases → their numbers; the cases of a group share the first one.
        self.groups = {
            f"g{place}": {f"g{place}c{case}": f"+86138{place:04}{case // 2:04}" for case in range(count)}
            for place, count in enumerate(self.chance.choices((1, 2, 3), k=self.chance.randint(1, 3)))
        }

    def _wrong(self) -> timedelta:
        return timedelta(minutes=self.chance.randint(-10, 10))

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

    def _exchange(self, station: Station) -> None:
        """A sync: what is written goes to the hub, what the hub has comes back; either may be lost."""
        if station.cut_until is not None and self.now < station.cut_until:
            self.count["cut off"] += 1
            return
        if self.chance.random() < 0.75:
            there = self.hub.get(station.name, ())
            self.hub[station.name] = max(there, tuple(station.own), key=len)
            for one in station.losses:
                self.hub[one.name] = max(self.hub.get(one.name, ()), station.heard.get(one.name, ()), key=len)
        if self.chance.random() < 0.75:
            station.hears(self.hub, self.hub_life)
        else:
            self.count["answers lost"] += 1

    def _cut(self, station: Station) -> None:
        station.cut_until = self.now + timedelta(hours=self.chance.choice([2, 12, 60]))

    def _jump(self, station: Station) -> None:
        station.wrong = self._wrong()

    def _hub(self, _: Station) -> None:
        """The hub is backed up, goes back to its backup, or loses everything."""
        what = self.chance.choice(["keep", "restore", "lose"])
        if what == "keep":
            self.kept = dict(self.hub)
        else:
            self.hub = dict(self.kept) if what == "restore" else {}
            self.hub_life += 1
            self.count["hub restored" if what == "restore" else "hub lost"] += 1

    def _die(self, station: Station) -> None:
        """A station is gone for good, and with it what nobody has heard; another one is set up."""
        if station is not self.authority and len(self.stations) < 9:
            self.stations.remove(station)
            self.count["gone for good"] += 1
            self.stations.append(Station(f"n{self.count['gone for good']}", self._wrong()))

    def _copy(self, station: Station) -> None:
        station.copy(self.now, self.hub_life)

    def _restore(self, station: Station) -> None:
        """A station breaks and comes back from its backup, the authority of the leases too."""
        if (kept := station.backup) is None:
            return
        fresh = self.variant.fresh_name
        self.count["authority restored" if station is self.authority else "station restored"] += 1
        name = f"r{self.count['authority restored'] + self.count['station restored']}" if fresh else kept.name
        again = Station(name, self._wrong(), heard=dict(kept.heard), hub_life=kept.hub_life)
        again.losses = kept.losses
        if fresh:
            again.heard[kept.name] = kept.own
            confirmed = not self.variant.waits_for_hub
            again.losses += (Loss(kept.name, kept.at, self.now + again.wrong, confirmed),)
        else:
            again.own = list(kept.own)
        self.stations[self.stations.index(station)] = again
        if station is self.authority:
            self.authority = again

    def _grant(self, station: Station) -> None:
        """The station that granted first, and no other, gives a group to somebody, by what it knows."""
        self._grant_group(self.chance.choice(list(self.groups)), station, self.chance.choice(VALID))

    def _grant_group(self, group: str, station: Station, valid: timedelta) -> None:
        by = self.authority if self.variant.one_authority else self.chance.choice(self.stations)
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
        if not self.variant.waits_for_end or not self.variant.waits_for_midnight:
            lease = replace(lease, from_at=now, until=now + valid)
        if not self.variant.epochs_grow and newest:
            lease = replace(lease, epoch=newest.epoch)
        by.own.append(lease)
        self.count["grants"] += 1

    def _granted(self, by: Station, group: str, to: str, at: datetime, what: Handover, valid: timedelta) -> Lease:
        """Return the next lease: the authority's, or its heir's after a restore."""
        if not by.losses:
            return granted(group, to, by=by.name, now=at, what=what, valid=valid)
        confirm(by.losses)
        heard = {one.name: self._heard(by).get(one.name) for one in by.losses}
        counted = self.variant.counts_lost_days
        losses = [(one, unheard_days(one, heard, SLOTS) if counted else 0) for one in by.losses]
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
        heard: dict[str, datetime | None] = {**self._heard(by), by.name: self.now + by.wrong}
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
        self._look(self.dials[-1])

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

    # ---- what must be true

    def _look(self, last: Dial) -> None:
        """Hold the last dial against all that were made before. Raises ``CalledTwice``."""
        made, before = last.made, self.dials[:-1]
        group = [one for one in before if one.made.group == made.group]
        if any(one.made.epoch == made.epoch and one.station != last.station for one in group):
            raise CalledTwice(f"{made.group}: two stations dial in epoch {made.epoch}")
        if any(one.made.epoch > made.epoch for one in group):
            raise CalledTwice(f"{made.group}: epoch {made.epoch} is dialed after a later one")
        case = [one for one in self.dials if one.made.case == made.case]
        if len(self._counted(case)) > self.policy.attempts:
            raise CalledTwice(f"{made.case}: more than {self.policy.attempts} attempts")
        number = [one for one in self.dials if one.made.attempt.number == made.attempt.number]
        today = self._counted(one for one in number if _day(one.at) == _day(last.at))
        if len(today) > self.policy.per_day:
            raise CalledTwice(f"{made.attempt.number}: {len(today)} attempts in a day")
        sooner = number[-2] if len(number) > 1 else None
        busy = sooner is not None and self.codes.get(sooner.made.attempt.key) == "202"
        if sooner and not busy and last.at - sooner.at < timedelta(minutes=self.policy.gap_min) - 2 * SKEW:
            raise CalledTwice(f"{made.attempt.number}: two dials within {last.at - sooner.at}")

    def _counted(self, dials: Iterable[Dial]) -> list[Attempt]:
        known = (one.made.attempt for one in dials)
        return sessions(united(replace(one, code=self.codes.get(one.key, "")) for one in known), TABLE)


def _epoch(one: Lease) -> int:
    return one.epoch


def _day(at: datetime) -> date:
    return at.astimezone(SLOTS.zone).date()


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
