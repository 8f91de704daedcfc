"""Whose turn it is: which institution within the hour, who of it, and by which of the two ways of choosing.

One dial in five is chosen in turn and not by what was learned, for ever: so what learning brings is measured and not
believed. Dials alternate in blocks of five, as Michigan's survey center interleaves its experiments, so that both ways
work at the same hours.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import sha256

#: Dials of a block, and blocks of a round, of which one is the control.
BLOCK, BLOCKS = 5, 5


class Arm(StrEnum):
    """The way in which a call was chosen."""

    LEARNED = "learned"
    CONTROL = "control"


def arm_of(station: str, dial: int) -> Arm:
    """Return how a station chooses its so manieth dial (from 1): drawn by a hash, so that nobody can choose it."""
    block = (max(1, dial) - 1) // BLOCK
    drawn = sha256(f"{station}|{block // BLOCKS}".encode()).digest()[0] % BLOCKS
    return Arm.CONTROL if block % BLOCKS == drawn else Arm.LEARNED


def places(waiting: Mapping[str, int], worked: Mapping[str, int]) -> list[str]:
    """Return the institutions in the order in which they come next: who is furthest behind its share of this hour.

    ``waiting`` are the open cases of each, ``worked`` its dials in this hour. Learning chooses within an institution
    and can starve none.
    """
    total, dials = sum(waiting.values()), sum(worked.get(name, 0) for name in waiting)
    if not total:
        return []
    behind = {name: count * (dials + 1) / total - worked.get(name, 0) for name, count in waiting.items()}
    return sorted(waiting, key=lambda name: (-behind[name], name))


Candidate = tuple[float, int, str, bytes]


def best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates (chance, attempts, last attempt, id) by their chance, then fewest attempts, then the oldest."""
    return sorted(candidates, key=_key)


def _key(one: Candidate) -> tuple[float, int, str, bytes]:
    return (-round(one[0], 6), *one[1:])
