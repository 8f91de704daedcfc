"""Samples that anybody can draw again: permanent random numbers, allocation to strata, replicates, contact groups.

Sources: Ohlsson, "Coordination of samples using permanent random numbers" (1995); Cochran, Sampling Techniques, chapter
5 (proportional and Neyman allocation); CMS, HCAHPS Quality Assurance Guidelines, chapter on sampling (no person and no
household twice, nobody in place of those who do not answer, replicates).
"""

import hmac
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

_WHOLE = float(1 << 64)
#: Replicates of a sample: each is about a tenth, so that stopping never leaves half-worked cases.
REPLICATES = 10


class Allocation(StrEnum):
    """How a sample is shared among strata."""

    EQUAL = "equal"
    PROPORTIONAL = "proportional"
    NEYMAN = "neyman"
    FIXED = "fixed"  # the same number of completed interviews is wanted in each


@dataclass(frozen=True, slots=True)
class Encounter:
    """One row of a frame: a stay or a visit of a person. ``person`` and ``phones`` are keys, never plain text."""

    id: str
    person: str
    phones: tuple[str, ...]
    stratum: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sampled encounter: its place in the order of its stratum (from 0), and the replicate that releases it (1…)."""

    id: str
    stratum: str
    place: int
    replicate: int
    group: int


@dataclass(frozen=True, slots=True)
class StratumDraw:
    """One stratum of a draw: ``size`` persons to draw from, how many were wanted, and how many were drawn."""

    name: str
    size: int
    wanted: int
    drawn: int

    @property
    def weight(self) -> float:
        """Return N/n: how many persons each sampled one stands for."""
        return self.size / self.drawn if self.drawn else 0.0

    @property
    def is_census(self) -> bool:
        """Say whether everybody was drawn because fewer are there than were wanted."""
        return self.drawn == self.size


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample: those drawn, the strata, and how many encounters gave way to another one of their contact group."""

    drawn: tuple[Drawn, ...]
    strata: tuple[StratumDraw, ...]
    gave_way: int

    @property
    def censuses(self) -> tuple[str, ...]:
        """Return the strata of which everybody was drawn: the warning to show before the draw is kept."""
        return tuple(one.name for one in self.strata if one.is_census)


def permanent_number(seed: bytes, person: str) -> bytes:
    """Return the random number that a person keeps under a seed: HMAC-SHA256(seed, person), compared as bytes."""
    return hmac.digest(seed, person.encode(), "sha256")


def in_order(seed: bytes, persons: Iterable[str], *, start: float = 0.0) -> list[str]:
    """Return persons in the order of their numbers, wherever they stood before.

    ``start`` (0 ≤ start < 1) is where the order begins: another quarter that starts elsewhere asks others first.
    """
    return sorted(persons, key=lambda one: _after(permanent_number(seed, one), start))


def _after(number: bytes, start: float) -> tuple[bool, bytes]:
    """Return a key that puts the numbers from ``start`` on first, then those before it."""
    return start > 0 and int.from_bytes(number[:8], "big") / _WHOLE < start, number


def draws_needed(completes: float, response_rate: float, ineligible: float = 0.0) -> int:
    """Return how many to draw for so many completed interviews. Raises ``ValueError`` where nobody would answer."""
    answering = response_rate * (1 - ineligible)
    if answering <= 0:
        raise ValueError((response_rate, ineligible))
    return math.ceil(completes / answering - 1e-9)


def quotas(sizes: Sequence[float], total: float, spreads: Sequence[float] | None = None) -> list[float]:
    """Return the exact shares of a sample by size, or by size × spread (Neyman) where ``spreads`` are given."""
    parts = list(sizes) if spreads is None else [size * one for size, one in zip(sizes, spreads, strict=True)]
    whole = sum(parts)
    return [total * part / whole for part in parts] if whole else [0.0] * len(parts)


def largest_remainder(shares: Sequence[float]) -> list[int]:
    """Return whole numbers with the same sum, rounded; what is left goes to the largest remainders."""
    whole = [math.floor(one + 1e-9) for one in shares]
    left = round(sum(shares)) - sum(whole)
    order = sorted(range(len(shares)), key=lambda place: (whole[place] - shares[place], place))
    for place in order[: max(0, left)]:
        whole[place] += 1
    return whole


def allocate(
    sizes: Sequence[int],
    total: int,
    how: Allocation,
    *,
    minimum: int = 0,
    spreads: Sequence[float] | None = None,
) -> list[int]:
    """Return how many to draw from each stratum: at least ``minimum``, never more than there are.

    ``total`` is the whole sample; with FIXED it is the number for each stratum. ``spreads`` are the standard
    deviations that NEYMAN needs. Raises ``ValueError`` where they are missing.
    """
    if how is Allocation.FIXED:
        wanted = [total] * len(sizes)
    elif how is Allocation.EQUAL:
        wanted = largest_remainder([total / len(sizes)] * len(sizes)) if sizes else []
    elif how is Allocation.PROPORTIONAL:
        wanted = largest_remainder(quotas(sizes, total))
    elif spreads is None:
        raise ValueError("Neyman's allocation needs the spread of each stratum")
    else:
        wanted = largest_remainder(quotas(sizes, total, spreads))
    return [min(size, max(minimum, one)) for size, one in zip(sizes, wanted, strict=True)]


def contact_groups(encounters: Sequence[Encounter]) -> list[int]:
    """Return the contact group of each encounter: those joined by a person or a phone, through any number of steps.

    A group is named by the place of its first encounter.
    """
    above = list(range(len(encounters)))
    first_with: dict[str, int] = {}

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    for place, one in enumerate(encounters):
        for key in (f"p{one.person}", *(f"t{phone}" for phone in one.phones)):
            other = first_with.setdefault(key, place)
            if other != place:
                low, high = sorted((top(other), top(place)))
                above[high] = low
    return [top(place) for place in range(len(encounters))]


#: Who of a stratum comes when: number, encounter and contact group.
_Ranked = dict[str, list[tuple[tuple[bool, bytes], str, int]]]


def after_all(seed: bytes, persons: Iterable[str], start: float = 0.0) -> float:
    """Return where an order begins that has these persons last, who came first from ``start`` on."""
    last = max((_after(permanent_number(seed, one), start) for one in persons), default=None)
    if last is None:
        return start
    found = math.nextafter(int.from_bytes(last[1][:8], "big") / _WHOLE, 1.0)
    return found if found < 1 else 0.0


class Pool:
    """Encounters to draw from under a seed: of each contact group only that with the smallest number of its own.

    ``groups`` are the contact groups of all of them, in their order.
    """

    def __init__(self, encounters: Sequence[Encounter], seed: bytes) -> None:
        self._seed = seed
        self.groups = contact_groups(encounters)
        kept: dict[int, Encounter] = {}
        for group, one in zip(self.groups, encounters, strict=True):
            rival = kept.get(group)
            if rival is None or permanent_number(seed, one.id) < permanent_number(seed, rival.id):
                kept[group] = one
        self._kept = kept
        self._ranked: tuple[object, _Ranked] = (None, {})

    def sizes(self) -> dict[str, int]:
        """Return how many persons each stratum has."""
        return dict(sorted(Counter(one.stratum for one in self._kept.values()).items()))

    def draw(self, wanted: Mapping[str, int], *, start: float = 0.0, starts: Mapping[str, float] | None = None) -> Draw:
        """Draw from each stratum so many persons; the rest are never replaced.

        The order begins at ``start``, in the strata of ``starts`` there. The result does not depend on the order of the
        rows, and asking for more gives the same persons first.
        """
        drawn: list[Drawn] = []
        strata: list[StratumDraw] = []
        ranked = self._in_order(start, starts or {})
        for name in wanted:
            there = ranked.get(name, [])
            taken = there[: wanted[name]]
            strata.append(StratumDraw(name, len(there), wanted[name], len(taken)))
            drawn.extend(
                Drawn(row, name, place, replicate_of(place, len(taken)), group)
                for place, (_, row, group) in enumerate(taken)
            )
        return Draw(tuple(drawn), tuple(strata), len(self.groups) - len(self._kept))

    def _in_order(self, start: float, starts: Mapping[str, float]) -> _Ranked:
        """Return everybody by stratum in the order in which they are drawn; reckoned once for one start."""
        if self._ranked[0] != (start, starts):
            ranked: _Ranked = {}
            for group, one in self._kept.items():
                place = _after(permanent_number(self._seed, one.person), starts.get(one.stratum, start))
                ranked.setdefault(one.stratum, []).append((place, one.id, group))
            for there in ranked.values():
                there.sort()
            self._ranked = ((start, dict(starts)), ranked)
        return self._ranked[1]


def replicate_of(place: int, drawn: int) -> int:
    """Return the replicate (1 … 10) of a place in the order of a stratum of which so many were drawn."""
    return place * min(REPLICATES, drawn) // drawn + 1


def fingerprint(rows: Iterable[bytes]) -> str:
    """Return the SHA-256 of rows in the order given, each with its length: what a snapshot is known by."""
    known = sha256()
    for row in rows:
        known.update(len(row).to_bytes(4, "big") + row)
    return known.hexdigest()
