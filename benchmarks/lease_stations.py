"""A station in a world of leases: the facts that it wrote, what it has heard of others, and a clock that is wrong."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.models.attempts import Attempt, united
from app.models.lease_moves import Wish, is_to_give_back, standing
from app.models.leases import Lease, Release, current
from app.models.succession import Claimed, Loss


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a dial ended: a fact of its own, written after it."""

    key: tuple[str, int]
    code: str


@dataclass(frozen=True, slots=True)
class Made:
    """An attempt as a fact: on which case, under which epoch of its group."""

    case: str
    group: str
    epoch: int
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Gone:
    """A supervisor's word that a station calls nobody any more since then."""

    name: str
    since: datetime


Fact = Lease | Release | Wish | Made | Outcome | Claimed | Gone


@dataclass(frozen=True)
class Variant:
    """The defenses, all of them on; a mutant switches one off."""

    asks_lease: bool = True
    lease_ends: bool = True
    release_binds: bool = True
    epochs_grow: bool = True
    one_authority: bool = True
    waits_for_end: bool = True
    waits_for_midnight: bool = True
    counts_unseen: bool = True
    counts_lost: bool = True
    writes_first: bool = True
    cases_together: bool = True
    fresh_name: bool = True
    waits_for_hub: bool = True
    counts_lost_days: bool = True
    raises_epoch: bool = True
    gives_back: bool = True
    waits_for_all: bool = True
    one_heir: bool = True
    counts_gone: bool = True
    waits_for_release: bool = True
    keeps_waiting: bool = True


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a station: what it wrote and had heard, by its clock when, and which hub it knew."""

    name: str
    own: tuple[Fact, ...]
    heard: dict[str, tuple[Fact, ...]]
    losses: tuple[Loss, ...]
    at: datetime
    hub_number: int


@dataclass
class Station:
    """A station: its own facts, what it has heard of others, and a clock that is wrong.

    ``losses``: the names under which it was restored; ``hub_number``: the hub that it knew at its last backup;
    ``count``: the count of comebacks that it raised, 0 for none.
    """

    name: str
    wrong: timedelta
    own: list[Fact] = field(default_factory=list[Fact])
    heard: dict[str, tuple[Fact, ...]] = field(default_factory=dict[str, tuple[Fact, ...]])
    cut_until: datetime | None = None
    losses: tuple[Loss, ...] = ()
    hub_number: int = 0
    count: int = 0
    backup: Backup | None = None

    def copy(self, now: datetime, hub_number: int) -> None:
        """Make a backup."""
        at = now + self.wrong
        self.backup = Backup(self.name, tuple(self.own), dict(self.heard), self.losses, at, hub_number)

    def claims(self) -> bool:
        """Write down once whom this station succeeds to, and say whether that is open."""
        opened = [one for one in self.losses if not one.confirmed]
        told = {one.name for one in self.own if isinstance(one, Claimed)}
        self.own += [Claimed(self.name, one.name, one.until) for one in opened if one.name not in told]
        return bool(opened)

    def hears(self, records: dict[str, tuple[Fact, ...]]) -> None:
        """Take in what the hub has."""
        for name, log in records.items():
            if name != self.name and len(log) > len(self.heard.get(name, ())):
                self.heard[name] = log

    def facts(self) -> list[Fact]:
        """Return everything that is known here, others' first."""
        return [*(one for log in self.heard.values() for one in log), *self.own]

    def held(self, group: str, variant: Variant) -> Lease | None:
        """Return the lease of a group as this station knows it."""
        facts = self.facts()
        leases = [one for one in facts if isinstance(one, Lease) and one.group == group]
        releases = [one for one in facts if isinstance(one, Release) and one.group == group]
        if not variant.epochs_grow:
            leases = leases[-1:]
        return current(leases, releases if variant.release_binds else [])

    def wish(self, group: str) -> Wish | None:
        """Return the word that counts about moving a group."""
        facts = self.facts()
        wishes = [one for one in facts if isinstance(one, Wish) and one.group == group]
        return standing(wishes, [one for one in facts if isinstance(one, Lease) and one.group == group])

    def gives_up(self, group: str, at: datetime, variant: Variant) -> bool:
        """Give a group back that shall go elsewhere, and say whether it was given back."""
        held, wish = self.held(group, variant), self.wish(group)
        if held is None or not is_to_give_back(wish, held, self.name):
            return False
        self.own.append(Release(group, self.name, held.epoch, at))
        return True

    def made(self, group: str) -> list[Made]:
        """Return the attempts on a group that are known here, with what is known of their outcomes, in order."""
        facts = self.facts()
        codes = {one.key: one.code for one in facts if isinstance(one, Outcome)}
        known = {one.attempt.key: one for one in facts if isinstance(one, Made) and one.group == group}
        order = united(one.attempt for one in known.values())
        return [replace(known[one.key], attempt=replace(one, code=codes.get(one.key, ""))) for one in order]


@dataclass(frozen=True, slots=True)
class Dial:
    """A telephone that rang: when by the world's clock, where, under which epoch."""

    at: datetime
    station: str
    made: Made
