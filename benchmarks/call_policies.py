"""``python -m benchmarks.call_policies WORLD.json… [--replicates N] [--quick]``: ours against fixed baselines.

Ours is the program's own code: ``contact_chances.fit`` every night, ``call_turns`` for institutions and order. The
baselines never change: round robin (fewest attempts, then oldest), list order with recycling after 30 minutes, a
balance of slots, a quota of calls for each part of the day, chance, and an oracle that knows everybody's chances. All
dial the same people on the same draws; gains are paired differences of the share completed, with their 95 % interval.
Beside them: interviews a hundred dials, dials an interview, how evenly groups answered, and how many of those who never
answered were tried in three slots over eight days. Exit 1 where a target is missed.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import mean, stdev

from app.models import call_turns, contact_chances
from app.models.contact_chances import Chances, Facts
from benchmarks.call_worlds import Field, Maker, Outcome, People, Session, World, play

REPLICATES = 30
#: How long a quota of calls lasts, and from which hours noon and the later part of a day begin.
QUOTA_HOURS, PARTS_FROM = 48.0, (11.0, 14.0)


class Plain:
    """What a policy that learns nothing has in common with others."""

    turns = 1

    def __init__(self, people: People) -> None:
        self.people = people

    def learn(self, field: Field, case: int, slot: int, contact: bool) -> None:
        """Nothing is learned."""

    def rest(self) -> None:
        """Nothing is done at night."""

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return the cases of fewest attempts, of these the oldest."""
        return sorted(free, key=lambda case: (field.attempts[case], field.last[case], case))[:count]


class RoundRobin(Plain):
    """Fewest attempts first, then the longest not tried."""


class ListOrder(Plain):
    """The list from its top; no answers come back after half an hour."""

    turns = 2

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return the first of the list."""
        return free[:count]


class SlotBalance(Plain):
    """Fewest attempts in this slot, then fewest at all."""

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return those least tried in this slot."""
        slot = session.slot
        return sorted(free, key=lambda one: (field.tried[one][slot], field.attempts[one], field.last[one], one))[:count]


class CallQuota(Plain):
    """Whoever was begun is tried in each part of the day within two days before anybody else comes again.

    Then as round robin.
    """

    def __init__(self, people: People) -> None:
        super().__init__(people)
        self._tried: list[set[int]] = [set() for _ in range(people.world.cases)]
        self._part = {one.slot: _part_of_day(one) for one in people.world.sessions}

    def learn(self, field: Field, case: int, slot: int, contact: bool) -> None:
        """Keep the part of the day in which somebody was tried."""
        self._tried[case].add(self._part[slot])

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return those whose quota is open now first."""
        part, begun = _part_of_day(session), session.hour - QUOTA_HOURS
        owed = {one for one in free if begun <= field.first[one] < math.inf and part not in self._tried[one]}
        return sorted(free, key=lambda one: (one not in owed, field.attempts[one], field.last[one], one))[:count]


def _part_of_day(session: Session) -> int:
    """Return 0 for the morning, 1 for noon, 2 for the afternoon and evening."""
    return sum(session.hour % 24 >= hour for hour in PARTS_FROM)


class Chance(Plain):
    """Anybody."""

    def __init__(self, people: People) -> None:
        super().__init__(people)
        self._random = Random(11)

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return so many at random."""
        return self._random.sample(free, min(count, len(free)))


class Oracle(Plain):
    """Knows everybody's chance in every slot."""

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return those of the best chance."""
        chances = self.people.chances[:, session.slot]
        return sorted(free, key=lambda case: -float(chances[case]))[:count]


class Ours(Plain):
    """The program's own choosing, without the control arm."""

    def __init__(self, people: People) -> None:
        super().__init__(people)
        self._seen: Counter[tuple[Facts, bool]] = Counter()
        self._chances: Chances | None = None

    def _facts(self, field: Field, case: int, slot: int) -> Facts:
        world, tried = self.people.world, field.tried[case]
        kind = world.kinds[self.people.kind[case]]
        return Facts(world.slots[slot], age=kind, here=tried[slot], elsewhere=sum(tried) - tried[slot])

    def learn(self, field: Field, case: int, slot: int, contact: bool) -> None:
        """Keep what came of a dial."""
        self._seen[self._facts(field, case, slot), contact] += 1

    def rest(self) -> None:
        """Fit anew."""
        self._chances = contact_chances.fit_counts(self._seen)

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return the best of each institution, the institutions by how far each is behind."""
        if self._chances is None:
            return super().choose(field, free, session, count)
        groups: dict[str, list[call_turns.Candidate]] = {}
        for case in free:
            chance = self._chances.chance(self._facts(field, case, session.slot))
            one = (chance, field.attempts[case], f"{field.last[case]:012.2f}", case.to_bytes(4, "big"))
            groups.setdefault(f"{self.people.institution[case]:03}", []).append(one)
        waiting = {name: len(group) for name, group in groups.items()}
        turns = {name: iter(call_turns.best_first(group)) for name, group in groups.items()}
        worked: Counter[str] = Counter()
        chosen: list[int] = []
        while len(chosen) < count and turns:
            name = next(name for name in call_turns.places(waiting, worked) if name in turns)
            best = next(turns[name], None)
            if best is None:
                del turns[name]
                continue
            worked[name] += 1
            chosen.append(int.from_bytes(best[3], "big"))
        return chosen


MAKERS: dict[str, Maker] = {
    "ours": Ours,
    "round robin": RoundRobin,
    "list order": ListOrder,
    "slot balance": SlotBalance,
    "call quota": CallQuota,
    "chance": Chance,
    "oracle": Oracle,
}


def compared(world: World, replicates: int, makers: Sequence[str] = tuple(MAKERS)) -> dict[str, list[Outcome]]:
    """Return what every policy reached in each replicate of a world."""
    found: dict[str, list[Outcome]] = {name: [] for name in makers}
    for replicate in range(replicates):
        people = People(world, 20_260_000 + replicate)
        for name in makers:
            found[name].append(play(people, MAKERS[name](people)))
    return found


def gain(ours: Sequence[Outcome], theirs: Sequence[Outcome]) -> tuple[float, float]:
    """Return the mean gain in percentage points and half of its 95 % interval, pair by pair."""
    paired = [100 * (one.rate - other.rate) for one, other in zip(ours, theirs, strict=True)]
    half = 1.96 * stdev(paired) / math.sqrt(len(paired)) if len(paired) > 1 else math.inf
    return mean(paired), half


#: Least gains in points over round robin and over list order; a world without any effect of slots must lose nothing.
TARGETS = {"medium": (3.0, 6.0), "strong": (3.0, 6.0), "null": (-0.5, 0.0), "weak": (0.0, 0.0)}


def report(world: World, found: dict[str, list[Outcome]]) -> bool:
    """Print a table of a world and return whether its targets are met."""
    print(f"{world.name}: {world.cases} cases, {sum(one.capacity for one in world.sessions)} dials")
    for name, outcomes in found.items():
        points, half = gain(outcomes, found["round robin"])
        never, dials, rate, hundred, spread, even = (
            mean(getattr(one, what) for one in outcomes)
            for what in ("never", "dials", "rate", "per_hundred", "spread", "even")
        )
        print(
            f"  {name:13} {rate:.4f}  {points:+.2f} ± {half:.2f}  never dialed {never:.3f}  dials {dials:.0f}"
            f"  interviews/100 dials {hundred:.2f}  dials/interview {100 / hundred if hundred else math.inf:.2f}"
            f"  R {even:.3f}  spread {spread:.3f}"
        )
    over_robin, _ = gain(found["ours"], found["round robin"])
    over_list, _ = gain(found["ours"], found["list order"])
    broken = sum(one.violations for one in found["ours"])
    least = TARGETS.get(world.name, (-0.5, 0.0))
    met = over_robin >= least[0] and over_list >= least[1] and broken == 0
    print(f"  over list order {over_list:+.2f}, rules broken {broken}: {'met' if met else 'MISSED'} {least}")
    return met


def main(arguments: Sequence[str]) -> int:
    """Compare in every world that is named."""
    parser = argparse.ArgumentParser(prog="benchmarks.call_policies")
    parser.add_argument("worlds", nargs="+", type=Path)
    parser.add_argument("--replicates", type=int, default=REPLICATES)
    parser.add_argument("--cases", type=int)
    parser.add_argument("--quick", action="store_true", help="only what the targets need")
    given = parser.parse_args(arguments)
    makers = tuple(MAKERS)[:3] if given.quick else tuple(MAKERS)
    worlds = [World.read(path, cases=given.cases) for path in given.worlds]
    met = [report(one, compared(one, given.replicates, makers)) for one in worlds]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
