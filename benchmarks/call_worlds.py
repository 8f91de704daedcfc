"""Simulated worlds of people who answer or do not: read from a file, drawn from a seed, dialed by a policy.

A person answers in a slot with the chance logit⁻¹(slot + kind × slot + person + person × slot); a share of the numbers
is dead.
The kind is visible to a policy, the rest is not. The file is JSON with the fields that ``World.read`` takes; every
policy dials the same people on the same draws (common random numbers).
"""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from app.models.scoring import representativity

#: Least slots and days over which the attempts on somebody who never answers are spread.
LEAST_SLOTS, LEAST_DAYS = 3, 8


@dataclass(frozen=True)
class Session:
    """One slot of one day: so many dials can be made from its beginning (hours since the first day) on."""

    day: int
    slot: int
    hour: float
    capacity: int


@dataclass(frozen=True)
class World:
    """The parameters of a world."""

    name: str
    cases: int
    institutions: int
    kinds: tuple[str, ...]
    shares: tuple[float, ...]
    slots: tuple[str, ...]
    sessions: tuple[Session, ...]
    slot_logit: Any
    kind_slot_logit: Any
    person_sd: float
    person_slot_sd: float
    dead_share: float
    complete: float
    most: int
    gap_hours: float

    @classmethod
    def read(cls, path: Path, *, cases: int | None = None) -> "World":
        """Return the world of a file, shrunk to so many cases (and dials) where that is asked for."""
        told = json.loads(path.read_text(encoding="utf-8"))
        share = 1.0 if cases is None else cases / told["cases"]
        slots = told["slots"]
        return cls(
            told.get("name", path.stem), cases or told["cases"], told["institutions"], tuple(told["classes"]),
            tuple(told["class_shares"]), tuple(one["name"] for one in slots),
            tuple(_sessions(slots, told["days"], share)), np.array(told["slot_logit"]),
            np.array(told["class_slot_logit"]), told["person_sd"], told["person_slot_sd"], told["dead_share"],
            told["complete_given_contact"], told["max_attempts"], told["min_gap_hours"],
        )  # fmt: skip


def _sessions(slots: Sequence[dict[str, Any]], days: int, share: float) -> list[Session]:
    found: list[Session] = []
    for day in range(days):
        kind = "work" if day % 7 < 5 else "rest"
        for place, slot in enumerate(slots):
            if slot["days"] == kind:
                hours, minutes = map(int, slot["time"].split(":"))
                capacity = max(1, round(slot["capacity"] * share))
                found.append(Session(day, place, day * 24 + hours + minutes / 60, capacity))
    return found


class People:
    """Everybody of a world, drawn once for all policies. ``chances`` are what only an oracle knows."""

    def __init__(self, world: World, seed: int) -> None:
        draw, count = np.random.default_rng(seed), world.cases
        self.world = world
        self.institution: list[int] = draw.integers(0, world.institutions, count).tolist()
        kinds = draw.choice(len(world.kinds), count, p=world.shares)
        self.kind: list[int] = kinds.tolist()
        slots = len(world.slots)
        logit = world.slot_logit[None, :] + world.kind_slot_logit[kinds]
        logit = logit + draw.normal(0, world.person_sd, (count, 1))
        logit = logit + draw.normal(0, world.person_slot_sd, (count, slots))
        self.chances = 1 / (1 + np.exp(-logit))
        self.chances[draw.random(count) < world.dead_share] = 0.0
        self.luck = draw.random((count, len(world.sessions), 2), dtype=np.float32)
        self.agrees = draw.random(count) < world.complete


class Field:
    """Where calling stands. ``tried[case][slot]`` counts attempts; a policy reads this and nothing of the people's."""

    def __init__(self, people: People) -> None:
        world = people.world
        self.people = people
        self.attempts = [0] * world.cases
        self.last = [-1e9] * world.cases
        self.done = [False] * world.cases
        self.tried = [[0] * len(world.slots) for _ in range(world.cases)]
        self.completed = [False] * world.cases
        self.first = [math.inf] * world.cases
        self.dials = self.twice = self.beyond = 0

    def free(self, at: float, *, gap: float) -> list[int]:
        """Return the cases that may be dialed at an hour, in the order of the list."""
        most = self.people.world.most
        last, attempts = self.last, self.attempts
        return [
            case for case, done in enumerate(self.done) if not done and attempts[case] < most and at - last[case] >= gap
        ]

    def dial(self, case: int, place: int, session: Session, turn: int) -> bool:
        """Dial a case in a session (its place; turn 0 or 1) and return whether somebody answered."""
        people, at = self.people, session.hour + turn / 2
        self.twice += self.done[case] or (turn == 0 and at - self.last[case] < people.world.gap_hours)
        self.beyond += self.attempts[case] >= people.world.most
        contact = bool(people.luck[case, place, turn] < people.chances[case, session.slot])
        self.attempts[case] += 1
        self.first[case] = min(self.first[case], at)
        self.tried[case][session.slot] += 1
        self.last[case] = at
        self.dials += 1
        if contact:
            self.done[case] = True
            self.completed[case] = bool(people.agrees[case])
        return contact

    def outcome(self) -> "Outcome":
        """Return what was reached."""
        cases = self.people.world.cases
        never = sum(one == 0 for one in self.attempts) / cases
        completes = sum(self.completed)
        broken = self.twice + self.beyond
        return Outcome(completes, completes / cases, self.dials, never, broken, self._spread(), self._even())

    def _spread(self) -> float:
        """Return the share of cases without an answer after their last attempt that were tried widely enough."""
        ended = [
            case
            for case, attempts in enumerate(self.attempts)
            if attempts >= self.people.world.most and not self.done[case]
        ]
        wide = sum(
            sum(map(bool, self.tried[case])) >= LEAST_SLOTS and self.last[case] - self.first[case] >= LEAST_DAYS * 24
            for case in ended
        )
        return wide / len(ended) if ended else 1.0

    def _even(self) -> float:
        """Return how evenly kinds of people in each institution answered (1 − 2S over kind × institution)."""
        groups: dict[tuple[int, int], list[bool]] = {}
        for case, completed in enumerate(self.completed):
            groups.setdefault((self.people.kind[case], self.people.institution[case]), []).append(completed)
        found = representativity((sum(one) / len(one), len(one)) for one in groups.values())
        return found.r if found is not None else 1.0


class Policy(Protocol):
    """A way of choosing. ``turns`` is how often a slot is gone through (list-order recycling goes twice)."""

    turns: int

    def choose(self, field: Field, free: list[int], session: Session, count: int) -> list[int]:
        """Return at most ``count`` of the free cases in the order in which they are dialed."""
        ...

    def learn(self, field: Field, case: int, slot: int, contact: bool) -> None:
        """Take note of a dial, before it is counted as tried."""
        ...

    def rest(self) -> None:
        """A day is over."""
        ...


@dataclass(frozen=True)
class Outcome:
    """What a policy reached: share completed, dials, share never dialed, how often it broke the world's rules.

    ``spread`` is the share of those who never answered that were tried in enough slots over enough days, ``even`` the
    R-indicator over kind × institution.
    """

    completes: int
    rate: float
    dials: int
    never: float
    violations: int
    spread: float
    even: float

    @property
    def per_hundred(self) -> float:
        """Return how many are completed with a hundred dials."""
        return 100 * self.completes / self.dials if self.dials else 0.0


def play(people: People, policy: Policy) -> Outcome:
    """Let a policy call these people for the whole field period."""
    field, world = Field(people), people.world
    for place, session in enumerate(world.sessions):
        left = session.capacity
        for turn in range(policy.turns):
            count = left if turn == policy.turns - 1 else -(-left // 2)
            gap = world.gap_hours if policy.turns == 1 else 0.5
            free = field.free(session.hour + turn / 2, gap=gap)
            for case in policy.choose(field, free, session, count):
                before = list(field.tried[case])
                contact = field.dial(case, place, session, turn)
                field.tried[case], after = before, field.tried[case]
                policy.learn(field, case, session.slot, contact)
                field.tried[case] = after
                left -= 1
        if place + 1 == len(world.sessions) or world.sessions[place + 1].day != session.day:
            policy.rest()
    return field.outcome()


Maker = Callable[[People], Policy]
