"""``python -m benchmarks simulated_accounts [--seeds N] [--first S]``: machines that join with an account of their own.

Everything else of the simulation happens, too. Who administers a machine that has settled hires others and dismisses
them, also each other at two machines without a line, and also under names with which machines are set up. At the end
no account is open that nobody of its center vouched for, none opens by a password that only a newcomer said, whoever
was hired has the password of the center, nobody is asked about what a newcomer said, every center has somebody who
manages accounts, and every machine of a center shows the same.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from app.models.accounts import PERSON, Person, Role
from app.models.errors import AppError
from app.models.ids import derived_id
from app.models.journal import Record, Value, fold
from app.models.newcomers import Told, of_center
from app.services import newcomers as settling
from app.store import accounts as account_rows
from app.store import newcomers
from app.store.journal import Rows, Tx, record_of
from benchmarks import simulated_disks
from benchmarks.simulation import Broken, Crash, Machine, Variant, World

#: Every machine is set up by one of these, as in real life.
_NAMES = ("admin", "chief", "owner", "root")
_HIRED = ("wang", "li", "chen", "zhao")


class Staffed(World):
    """One run with accounts."""

    def __init__(self, seed: int, template: Any, variant: Variant, steps: int = 45) -> None:
        #: center → accounts that its first machines brought or somebody of it made → passwords said there.
        self.vouched: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        super().__init__(seed, template, variant, steps)

    def join(self) -> None:
        """A new PC, set up by somebody who is its administrator, which has not asked yet."""
        super().join()
        machine, before = self.machines[-1], self.sound
        self.sound = True  # what was never there is no crash
        name = self.random.choice(_NAMES)
        with machine.disk.write(name) as tx:
            _make(tx, name, machine.name, Role.ADMINISTRATOR)
            newcomers.begin(tx)
        self.sound = before

    def _exchange(self, machine: Machine, *, whole: bool, check: bool = False) -> None:
        """Sync, and note whom a machine brings that turned out to be its center's first."""
        asking = newcomers.is_new(_rows(machine)) and not self._is_managed(machine)
        own = {one.name: _password(machine, one) for one in _open(machine)} if asking else dict[str, str]()
        try:
            synced = self.count["syncs"]
            super()._exchange(machine, whole=whole, check=check)
            if whole and self.count["syncs"] > synced:  # it was not cut
                self._finish(machine)
        finally:  # it may have been told that it is the first, and been cut after that
            if asking and not newcomers.settled(_rows(machine)) and self._has_come(machine):
                open_still = {one.name for one in _open(machine)}
                for name, password in own.items() if own.keys() <= open_still else ():
                    self.vouched[machine.center][name].add(password)

    def _finish(self, machine: Machine) -> None:
        """What follows once everything came, as in a sync of the program."""
        try:
            with machine.disk.write("") as tx:
                said = settling.finish(tx)
        except Crash:
            return
        if said:
            self.count["opened again"] += said
            super()._exchange(machine, whole=False)

    def _has_come(self, machine: Machine) -> bool:
        """Say whether the hub has anything of a machine."""
        origin = machine.disk.connection.execute("SELECT v FROM meta WHERE k='origin'").fetchone()[0]
        replica = self.hub.kept.replicas.get(bytes(origin))
        return replica is not None and bool(replica.rows)

    def _is_managed(self, machine: Machine) -> bool:
        """Say whether somebody open manages accounts of a machine's center, by what the hub has now."""
        records: dict[bytes, list[Record]] = defaultdict(list)
        for one in self.hub.login(machine.name).people(machine.center):
            records[one.row_id].append(record_of(one.uid, one.hlc, one.payload, one.entity, one.sv))
        people = [fold(PERSON, one).values for one in records.values()]
        return any("administrator" in str(one.get("roles")) and not one.get("disabled_at") for one in people)

    def write(self) -> None:
        """Somebody saves something, or makes an account."""
        chance = self.random.random()
        if chance < 0.25:
            self.hire()
        elif chance < 0.5:
            self.dismiss()
        else:
            super().write()

    def hire(self) -> None:
        """An administrator makes somebody an account at a machine that belongs to its center."""
        machine = self._one()
        makers = [one for one in _open(machine) if Role.ADMINISTRATOR in one.roles]
        if newcomers.is_new(_rows(machine)) or not makers:
            return
        maker, name = self.random.choice(makers).name, self.random.choice((*_HIRED, *_NAMES))
        if any(one.name == name for one in account_rows.everyone(_rows(machine))):
            return  # the program refuses a second one of that name
        self.vouched[machine.center][name].add(machine.name)
        try:
            with machine.disk.write(maker) as tx:
                _make(tx, name, machine.name, self.random.choice((Role.OPERATOR, Role.ADMINISTRATOR)))
        except Crash:
            return
        self.count["hired"] += 1

    def dismiss(self) -> None:
        """An administrator closes somebody else's account, or takes their rights; who says so goes on here."""
        machine = self._one()
        there = _open(machine)
        makers = [one for one in there if Role.ADMINISTRATOR in one.roles]
        if newcomers.is_new(_rows(machine)) or len(there) < 2 or not makers:
            return
        maker = self.random.choice(makers)
        others = [one for one in there if one.id != maker.id]
        other = self.random.choice([one for one in others if Role.ADMINISTRATOR in one.roles] or others)
        said: dict[str, Value] = {"disabled_at": "2026-03-02T08:00:00+00:00"}
        if self.random.random() < 0.5:
            said = {"roles": [Role.OPERATOR.value]}
        try:
            with machine.disk.write(maker.name) as tx:
                tx.put("person", other.id, said)
        except Crash:
            return
        self.count["dismissed"] += 1

    def _look(self) -> None:
        super()._look()
        for machine in self.machines:
            there = _open(machine)
            if not any(Role.ADMINISTRATOR in one.roles for one in there):
                raise Broken(f"{machine.center} has nobody who manages accounts")
            known = self.vouched[machine.center]
            if strangers := {one.name for one in there} - known.keys():
                raise Broken(f"{', '.join(sorted(strangers))} of no center may sign in at {machine.name}")
            for one in there:
                if _password(machine, one) not in known[one.name]:
                    raise Broken(f"a newcomer gave {one.name} a password at {machine.name}")
            if newcomers.is_new(_rows(machine)):
                raise Broken(f"{machine.name} never settled")
            self._look_at_names(machine)
            self.count["open"] += len(there)
            self.count["closed"] += len(account_rows.everyone(_rows(machine))) - len(there)

    def _look_at_names(self, machine: Machine) -> None:
        """See that nobody of the center lost anything to a newcomer of their name, and nobody is asked about one."""
        for one in account_rows.everyone(_rows(machine)):
            told = newcomers.records(_rows(machine), one.id)
            if not _password(machine, one) and _was_hired(one, told):
                raise Broken(f"a newcomer took the password of {one.name} at {machine.name}")
            heard = {each.record.uid for each in of_center(told)}
            asked = fold(PERSON, (each.record for each in told)).conflicts
            if any(uid not in heard for heads in asked.values() for uid, _ in heads):
                raise Broken(f"people of {machine.name} are asked what a newcomer said of {one.name}")


def _was_hired(one: Person, told: Sequence[Told]) -> bool:
    """Say whether somebody else of a machine's center made an account."""
    return any("name" in each.record.values and each.actor not in ("", one.name) for each in told)


def _make(tx: Tx, name: str, told: str, role: Role) -> None:
    values: dict[str, Value] = {"name": name, "display": told, "password": told, "roles": [role.value]}
    tx.put("person", derived_id("person", name), values)


def _rows(machine: Machine) -> Rows:
    return Rows(machine.disk.connection)


def _password(machine: Machine, one: Person) -> str:
    return account_rows.password_of(_rows(machine), one.id)


def _open(machine: Machine) -> list[Person]:
    return [one for one in account_rows.everyone(_rows(machine)) if one.disabled_at is None]


def main(arguments: list[str] | None = None) -> int:
    """Run many seeds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks simulated_accounts", description=__doc__)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=1)
    given = parser.parse_args(arguments)
    template, count, failed = simulated_disks.blank(), Counter[str](), 0
    for seed in range(given.first, given.first + given.seeds):
        try:
            count += Staffed(seed, template, Variant()).run()
        except (Broken, AppError, Crash) as error:
            failed += 1
            print(f"seed {seed}: {type(error).__name__}: {error}")
    print(f"{given.seeds} seeds, {failed} failed")
    print(", ".join(f"{number} {name}" for name, number in sorted(count.items())))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
