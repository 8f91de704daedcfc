"""What English words mean, as a row of small numbers each: words that are said of the same things have similar rows.

The rows of 20,000 stems come with the program (docs/dependencies.md says from where). By them a caller's word is
understood that nobody has said yet. What that is worth was measured: docs/decisions/0015-learning-and-the-gate.md.
"""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from math import sqrt
from operator import mul

from resources import FOLDER

#: How many numbers a row has. Each is -7 to 7 and takes half a byte.
NUMBERS = 192
_BYTES = NUMBERS // 2
_MIDDLE = 8
#: What a byte holds.
_HALVES = tuple((byte // 16 - _MIDDLE, byte % 16 - _MIDDLE) for byte in range(256))


@cache
def _shipped() -> tuple[Mapping[str, int], bytes]:
    """The place of each stem, and all rows one after the other."""
    folder = FOLDER / "scripts"
    stems = (folder / "word_meanings.txt").read_text(encoding="utf-8").split()
    return {one: at for at, one in enumerate(stems)}, (folder / "word_meanings.bin").read_bytes()


def row_of(stem: str) -> tuple[int, ...]:
    """The row of a stem; empty for one that is not known."""
    places, rows = _shipped()
    at = places.get(stem)
    return (
        ()
        if at is None
        else tuple(chain.from_iterable(map(_HALVES.__getitem__, rows[at * _BYTES : (at + 1) * _BYTES])))
    )


def meaning_of(stems: Mapping[str, float]) -> list[float]:
    """What stems mean together, each with its weight, as a row of length 1; empty where none is known."""
    total = [0.0] * NUMBERS
    for stem, weight in stems.items():
        if row := row_of(stem):
            total = [had + weight * one for had, one in zip(total, row, strict=True)]
    length = sqrt(sum(map(mul, total, total)))
    return [one / length for one in total] if length else []
