"""``python -m benchmarks simulation [--seeds N] [--first S] [--mutants]``: syncs among machines that fail in every way.

One seed decides everything: who writes what, whose clock jumps, which request or answer is lost, where a process is
killed, whose disk is cloned or restored, when the hub goes back to a backup, who dies. At the end the line is sound for
some rounds, and then: no acknowledged record that a living disk holds is missing at the hub; every machine holds just
what the hub holds of its scopes and shows exactly what the fold makes of that, conflicts included; who saw a value and
changed it comes after it; every chain holds. ``--mutants`` switches one defense off at a time; each must be noticed.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app.models.entities import ENTITIES
from app.models.errors import AppError
from app.models.ids import derived_id
from app.models.journal import fold
from app.models.sync import Wire
from app.services.syncing import Exchange
from app.store import projections, rosters
from app.store.journal import NEW_RECORD, Rows, Tx, record_of, records_of
from app.store.rebuild import check_chain
from benchmarks import simulated_disks
from benchmarks.memory_hub import Kept, MemoryHub
from benchmarks.simulated_disks import Crash, Disk, Line

_START_MS = 1_772_000_000_000
_YEAR_MS = 365 * 24 * 3600 * 1000
_CENTERS = ("north", "south")
_WORDS = ("a", "b", "c", "d")
#: What a caller is deleted with, and taken back with.
_DELETING = {"c": None, "d": "d"}
_URGENCIES = ("low", "normal", "high", "critical")
_STATES = ("new", "accepted", "in_progress", "closed")
#: What may happen, and how often.
_EVENTS = {
    "write": 50, "sync": 30, "push": 5, "clone": 3, "keep": 4, "restore": 3,
    "hub_keep": 4, "hub_restore": 3, "jump": 3, "die": 2, "join": 2, "reenroll": 1,
}  # fmt: skip
_ROUNDS = 6
_SHOWN = ("caller", "caller_flag", "inquiry", "roster", "person")
_CALLS = [derived_id("call", str(n)) for n in range(20)]


class Broken(AssertionError):
    """An invariant does not hold."""


@dataclass
class Variant:
    """How the parts of one run are made; mutants replace some."""

    exchange: type[Exchange] = Exchange
    disk: type[Disk] = Disk
    hub: type[MemoryHub] = MemoryHub
    trusting: bool = False


@dataclass
class Machine:
    """One PC."""

    name: str
    center: str
    disk: Disk
    offset_ms: int = 0
    kept: list[Any] = field(default_factory=list)


class World:
    """One run."""

    def __init__(self, seed: int, template: Any, variant: Variant, steps: int = 45) -> None:
        self.random = Random(seed)
        self.template = template
        self.variant = variant
        self.steps = steps
        self.time_ms = _START_MS
        self.loss = self.random.choice((0.0, 0.05, 0.2))
        self.kill = self.random.choice((0.0, 0.05, 0.15))
        self.sound = False
        self.nested = False
        self.hub = variant.hub(lambda: simulated_disks.datetime.fromtimestamp(self.time_ms / 1000, simulated_disks.UTC))
        self.hub.trusting, self.hub.common = variant.trusting, None
        self.hub.chunk = self.random.choice((1, 3, 5000))
        self.hub_kept: list[Kept] = []
        self.acknowledged: set[bytes] = set()
        self.machines: list[Machine] = []
        self.count: Counter[str] = Counter()
        for _ in range(self.random.randint(2, 4)):
            self.join()

    def run(self) -> Counter[str]:
        """Let things happen, settle, and look."""
        names, weights = list(_EVENTS), list(_EVENTS.values())
        for _ in range(self.steps):
            self.time_ms += self.random.randint(1, 4_000_000)
            event: Callable[[], None] = getattr(self, self.random.choices(names, weights)[0])
            event()
        self._settle()
        self._look()
        return self.count

    # ---- what happens

    def join(self) -> None:
        """A new PC."""
        machine = Machine(f"pc{self.count['machines']}", self.random.choice(_CENTERS), None)  # type: ignore[arg-type]
        self._start(machine, simulated_disks.copied(self.template))
        machine.disk.install(self.hub.hub_id)

    def _start(self, machine: Machine, connection: Any) -> None:
        self.count["machines"] += 1
        self.hub.enroll(machine.name, machine.center, ("program",))
        machine.disk = self.variant.disk(connection, lambda: self.time_ms + machine.offset_ms, self._fate)
        self.machines.append(machine)

    def _fate(self) -> str:
        if self.sound or self.random.random() >= self.kill:
            return ""
        self.count["crashes"] += 1
        return self.random.choice(("before", "after"))

    def write(self) -> None:
        """Somebody saves something; a crash before the commit is no save."""
        self._save_at(self._one())

    def _save_at(self, machine: Machine) -> None:
        scope = "program" if self.random.random() < 0.2 else "center"
        saved: list[bytes] = []
        try:
            with machine.disk.write(machine.name, scope=scope) as tx:
                place = "program" if scope == "program" else machine.center
                saved = [self._save(tx, place) for _ in range(self.random.randint(1, 3))]
        except Crash:
            known = machine.disk.connection.execute("SELECT uid FROM journal ORDER BY id DESC LIMIT 3").fetchall()
            saved = [uid for uid in saved if (uid,) in known]
        self.acknowledged.update(saved)
        self.count["writes"] += len(saved)

    def _save(self, tx: Tx, place: str) -> bytes:
        entity, row_id, values = self._chosen(tx, place)
        before = records_of(tx, row_id)
        if entity not in ENTITIES:
            _, columns = tx.chain.seal(entity, row_id, values, {}, tx.writer.now_ms << 16)
            tx.connection.execute(NEW_RECORD, columns)
        else:
            tx.put(entity, row_id, values)
        after = records_of(tx, row_id)
        newest = max(after, key=lambda one: one.uid) if len(after) == len(before) else after[-1]
        if before and len(after) > len(before) and newest.hlc <= max(one.hlc for one in before):
            raise Broken("a successor is stamped before what it saw")
        return newest.uid

    def _chosen(self, tx: Tx, place: str) -> tuple[str, bytes, dict[str, Any]]:
        random = self.random
        row = derived_id(place, str(random.randint(0, 4)))
        kind = random.random()
        if kind < 0.5:
            name, word = random.choice(("name", "kind", "note", "tomorrows_field")), random.choice(_WORDS)
            deleting = name == "kind" and word in _DELETING
            return "caller", derived_id("caller", row), {"deleted_at": _DELETING[word]} if deleting else {name: word}
        if kind < 0.85:
            chosen = {
                "urgency": random.choice(_URGENCIES),
                "state": random.choice(_STATES),
                "number": random.choice(_WORDS),
            }
            name = random.choice(list(chosen))
            return "inquiry", derived_id("inquiry", row), {name: chosen[name], "opened_at": "2026-03-01T08:00:00+00:00"}
        if kind < 0.93:
            word = random.choice(_WORDS)
            return ("caller_flag", derived_id("flag", row), {"code": word}) if kind < 0.89 else _roster(place, word)
        return "of_tomorrow", tx.new_id(), {"word": random.choice(_WORDS)}

    def sync(self) -> None:
        """A whole sync, which may be cut anywhere."""
        self._exchange(self._one(), whole=True)

    def push(self) -> None:
        """A push only."""
        self._exchange(self._one(), whole=False)

    def _exchange(self, machine: Machine, *, whole: bool, check: bool = False) -> None:
        line = Line(
            self.hub.login(machine.name), self.random, 0.0 if self.sound else self.loss, _Between(self, machine)
        )
        exchange = self.variant.exchange(machine.disk, line, machine.disk.now)
        try:
            outcome = exchange.run(check=check) if whole else exchange.push_only()
            self.count["syncs"] += 1
            self.count["readdressed"] += outcome.readdressed
            self.count["repaired"] += outcome.repaired
            self.count["rewound"] += outcome.rewound
        except (Crash, AppError):
            if self.sound:
                raise
        self.count["lost"] += line.lost

    def come_between(self, machine: Machine) -> None:
        """Another machine, a twin of this one if there is any, saves and pushes between two round trips."""
        if self.sound or self.nested or self.random.random() >= 0.1:
            return
        self.nested = True
        try:
            twins = [one for one in self.machines if one.name == machine.name and one is not machine]
            other = self.random.choice(twins) if twins else self._one()
            if self.random.random() < 0.5:
                self._save_at(other)
            self._exchange(other, whole=False)
        finally:
            self.nested = False

    def _one(self) -> Machine:
        return self.random.choice(self.machines)

    def clone(self) -> None:
        """A disk is copied into another PC, and both work on, under one login or each its own."""
        source = self._one()
        name = source.name if self.random.random() < 0.5 else f"pc{self.count['machines']}"
        self._start(
            Machine(name, source.center, None, source.offset_ms), simulated_disks.copied(source.disk.connection)
        )  # type: ignore[arg-type]
        self.count["clones"] += 1

    def keep(self) -> None:
        """A PC is backed up."""
        machine = self._one()
        machine.kept.append(simulated_disks.copied(machine.disk.connection))

    def restore(self) -> None:
        """A PC goes back to a backup."""
        machine = self._one()
        if machine.kept:
            machine.disk.insert(simulated_disks.copied(self.random.choice(machine.kept)))
            self.count["restores"] += 1

    def hub_keep(self) -> None:
        """The hub is backed up."""
        self.hub_kept.append(self.hub.backup())

    def hub_restore(self) -> None:
        """The hub goes back to a backup."""
        if self.hub_kept:
            self.hub.restore(self.random.choice(self.hub_kept))
            self.count["hub restores"] += 1

    def jump(self) -> None:
        """A clock jumps by up to a year."""
        self._one().offset_ms = self.random.randint(-_YEAR_MS, _YEAR_MS)
        self.count["clock jumps"] += 1

    def die(self) -> None:
        """A PC is gone for good."""
        if len(self.machines) > 2:
            self.machines.remove(self._one())
            self.count["deaths"] += 1

    def reenroll(self) -> None:
        """A PC gets another login of its center; what it wrote belongs to the former one."""
        machine = self._one()
        machine.name = f"pc{self.count['machines']}"
        self.count["machines"] += 1
        self.hub.enroll(machine.name, machine.center, ("program",))

    # ---- what must be true at the end

    def _settle(self) -> None:
        self.sound = True
        for _ in range(_ROUNDS):
            before = self.count["repaired"], sum(len(one.rows) for one in self.hub.kept.replicas.values())
            for machine in self.machines:
                self._exchange(machine, whole=True)
            if before == (self.count["repaired"], sum(len(one.rows) for one in self.hub.kept.replicas.values())):
                break
        for machine in self.machines:
            self._exchange(machine, whole=True)

    def _look(self) -> None:
        held = {uid for machine in self.machines for uid in _uids(machine.disk)}
        here = {row.uid for replica in self.hub.kept.replicas.values() for row in replica.rows}
        if lost := (self.acknowledged & held) - here:
            raise Broken(f"{len(lost)} acknowledged records are missing at the hub")
        for machine in self.machines:
            self._look_at(machine)
        self._look_at_rosters()

    def _look_at_rosters(self) -> None:
        """Let every station of a center say who makes which call without a hub: everywhere the same person."""
        for center in _CENTERS:
            said = {
                tuple(roster.owner(call) if roster else None for call in _CALLS)
                for machine in self.machines
                if machine.center == center
                for roster in (rosters.latest(Rows(machine.disk.connection), center),)
            }
            if len(said) > 1:
                raise Broken(f"stations of {center} divide the calls differently")

    def _look_at(self, machine: Machine) -> None:
        scopes = self.hub.members[machine.name][1]
        visible = {
            row.uid: row
            for replica in self.hub.kept.replicas.values()
            for row in replica.rows
            if self.hub.scope_of(replica, row) in scopes
        }
        if _uids(machine.disk) != set(visible):
            raise Broken(f"{machine.name} holds other records than the hub")
        if not check_chain(Rows(machine.disk.connection)).sound:
            raise Broken(f"the journal of {machine.name} does not hold")
        for entity, expected in _folded(visible.values()).items():
            if _shown(machine.disk, entity) != expected:
                raise Broken(f"{machine.name} shows another {entity} than the fold of what the hub holds")


@dataclass(frozen=True)
class _Between:
    """Lets another machine come between the round trips of one."""

    world: World
    machine: Machine

    def __call__(self) -> None:
        self.world.come_between(self.machine)


def _roster(place: str, word: str) -> tuple[str, bytes, dict[str, Any]]:
    """Return a roster of one of two days: stations that draw one for the same day write the same row."""
    day = "1" if word in "ab" else "2"
    people = [derived_id("person", one).hex() for one in _WORDS if one != word]
    return "roster", derived_id("roster", place + day), {"of_center": place, "day": day, "people": people}


def _uids(disk: Disk) -> set[bytes]:
    return {row[0] for row in disk.connection.execute("SELECT uid FROM journal")}


def _folded(rows: Iterable[Wire]) -> dict[str, dict[bytes, list[Any]]]:
    """Return what projections must say: entity → row → columns."""
    gathered: dict[tuple[str, bytes], list[Any]] = {}
    for row in rows:
        gathered.setdefault((row.entity, row.row_id), []).append(
            record_of(row.uid, row.hlc, row.payload, row.entity, row.sv)
        )
    found: dict[str, dict[bytes, list[Any]]] = {name: {} for name in _SHOWN}
    for (entity, row_id), records in gathered.items():
        if entity in found:
            state = fold(ENTITIES[entity], records)
            found[entity][row_id] = projections.row_of(entity, state.values, projections.conflicts_text(state))
    return found


def _shown(disk: Disk, entity: str) -> dict[bytes, list[Any]]:
    names = ", ".join(("id", *(f'"{one.name}"' for one in ENTITIES[entity].fields), "conflicts"))
    return {row[0]: list(row[1:]) for row in disk.connection.execute(f"SELECT {names} FROM {entity}")}


def failing_seeds(seeds: Iterable[int], variant: Variant, *, enough: int = 0) -> tuple[dict[int, str], Counter[str]]:
    """Run seeds and return those whose invariants do not hold, with why; stop after ``enough`` of them (0: never)."""
    template = simulated_disks.blank()
    failed, count = dict[int, str](), Counter[str]()
    for seed in seeds:
        try:
            count += World(seed, template, variant).run()
        except (Broken, AppError, Crash) as error:
            failed[seed] = f"{type(error).__name__}: {error}"
            if enough and len(failed) >= enough:
                break
    return failed, count


def main(arguments: list[str] | None = None) -> int:
    """Run many seeds, or every mutant."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=3000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--mutants", action="store_true", help="switch each defense off and see that it is noticed")
    given = parser.parse_args(arguments)
    seeds = range(given.first, given.first + given.seeds)
    started = time.monotonic()
    if given.mutants:
        from benchmarks import mutants

        return mutants.report(seeds)
    failed, count = failing_seeds(seeds, Variant())
    print(f"{len(seeds)} seeds in {time.monotonic() - started:.0f} s, {len(failed)} failed")
    print(", ".join(f"{number} {name}" for name, number in sorted(count.items())))
    for seed, why in failed.items():
        print(f"seed {seed}: {why}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
