"""A hub in a world of leases: it carries what stations write, counts comebacks, and goes back to backups.

A sync goes as the program's does (``services.comebacks``), trip by trip; each may be lost on its way there or back, and
others may come between. Who may succeed to whom is the program's own rule (``models.succession``).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from app.models.succession import Claimed, Heard, Seat, confirmed, waiting
from benchmarks.lease_stations import Fact, Gone, Station, Variant

T = TypeVar("T")
#: How often a request gets lost, and as often an answer.
CUT = 0.02


class Lost(Exception):
    """The line was cut: a request did not arrive, or its answer."""


@dataclass
class Hub:
    """What every station wrote, whom it knows, and at which count of comebacks it last heard each of them whole.

    ``number`` tells one hub from another that stands in its place after everything was lost; ``between`` lets others
    come between two trips.
    """

    chance: random.Random
    between: Callable[[], None]
    records: dict[str, tuple[Fact, ...]] = field(default_factory=dict[str, tuple[Fact, ...]])
    heard: dict[str, int] = field(default_factory=dict[str, int])
    count: int = 0
    number: int = 0

    def copied(self) -> "Hub":
        """Return a backup."""
        return replace(self, records=dict(self.records), heard=dict(self.heard))

    def go_back(self, kept: "Hub") -> None:
        """Go back to a backup, and say so to nobody."""
        self.records, self.heard, self.count = dict(kept.records), dict(kept.heard), kept.count

    def lose(self) -> None:
        """Lose everything: a new hub stands in its place."""
        self.records, self.heard, self.count, self.number = {}, {}, 0, self.number + 1

    def sync(self, station: Station, variant: Variant) -> None:
        """Let a station sync whole. Raises ``Lost``."""
        begun = self._trip(lambda: self.count)
        returned = station.claims() and self.number == station.hub_number
        self._trip(lambda: self._append(station.name, station.own))
        self._trip(lambda: self.heard.setdefault(station.name, 0))
        if returned and (not station.count or station.count > begun):
            station.count = self._trip(self._raise)
        seats = self._trip(lambda: [Seat(name, name, heard) for name, heard in self.heard.items()])
        if variant.gives_back:
            self._trip(lambda: self._give_back(station))
        station.hears(self._trip(lambda: dict(self.records)))
        self._trip(lambda: self._note(station.name, begun))
        if returned:
            _confirm(station, seats, variant)

    def _trip(self, asked: Callable[[], T]) -> T:
        if self.chance.random() < 0.05:
            self.between()
        if self.chance.random() < CUT:
            raise Lost
        answer = asked()
        if self.chance.random() < CUT:
            raise Lost
        return answer

    def _append(self, name: str, log: "list[Fact] | tuple[Fact, ...]") -> None:
        self.records[name] = max(self.records.get(name, ()), tuple(log), key=len)

    def _give_back(self, station: Station) -> None:
        for name, log in station.heard.items():
            self._append(name, log)

    def _raise(self) -> int:
        self.count += 1
        return self.count

    def _note(self, name: str, begun: int) -> None:
        self.heard[name] = max(begun, self.heard.get(name, 0))


def _confirm(station: Station, seats: list[Seat], variant: Variant) -> None:
    """Let a station succeed where everybody was heard, by what the hub said before it told what it knows."""
    facts, names = station.facts(), {one.name for one in station.losses}
    claims = [one for one in facts if isinstance(one, Claimed)]
    gone = {one.name: one.since for one in facts if isinstance(one, Gone)}
    if not variant.waits_for_all:
        seats = []
    if not variant.one_heir:
        claims, seats = [], [one for one in seats if one.name not in names]
    known = Heard(seats, claims, gone, station.count)
    if waiting(station.losses, station.name, known).over:
        done = confirmed(station.losses, station.name, known)
        station.losses = tuple(one for one in done if variant.counts_gone or one.inherits)
