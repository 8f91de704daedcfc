"""Pass marks by judges: what share of operators who can just do the work would answer each question right.

Angoff (1971), Scales, norms, and equivalent scores: the pass mark is the mean over the questions of what the judges
expect. A judge who left a question of a form out counts for that form with none of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from app.models.errors import CannotNow
from app.models.journal import Entity, Field, Kind


class RatedAfterResults(CannotNow):
    """A question is rated when the results of its exam are out. Facts: ``name``."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What a judge expects: the share (0 to 1) of operators who can just do the work that answers a question right."""

    judge: bytes
    version: bytes
    share: float


@dataclass(frozen=True, slots=True)
class JudgedCut:
    """The pass mark of a form by its judges: each one's own mark, their mean, and how far they lie apart.

    ``spread`` is the standard deviation between the judges (n − 1), None for a single one; ``begun`` counts judges who
    have not rated every question yet and do not count.
    """

    cut: float
    judges: Mapping[bytes, float]
    spread: float | None
    begun: int


def judged(form: Sequence[bytes], ratings: Iterable[Rating]) -> JudgedCut | None:
    """Return the pass mark of a form, None while no judge has rated every question of it."""
    said: defaultdict[bytes, dict[bytes, float]] = defaultdict(dict)
    for one in ratings:
        if one.version in form:
            said[one.judge][one.version] = one.share
    whole = {judge: sum(found.values()) / len(form) for judge, found in said.items() if len(found) == len(set(form))}
    if not whole:
        return None
    mean = sum(whole.values()) / len(whole)
    apart = sum((one - mean) ** 2 for one in whole.values())
    spread = sqrt(apart / (len(whole) - 1)) if len(whole) > 1 else None
    return JudgedCut(mean, whole, spread, len(said) - len(whole))


def differing(ratings: Iterable[Rating]) -> list[tuple[bytes, float]]:
    """Return questions by how far their judges lie apart (largest less smallest share), the widest first."""
    said: defaultdict[bytes, list[float]] = defaultdict(list)
    for one in ratings:
        said[one.version].append(one.share)
    ranges = [(version, max(found) - min(found)) for version, found in said.items() if len(found) > 1]
    return sorted(ranges, key=lambda one: (-one[1], one[0]))


EXAM_RATING = Entity(
    "exam_rating",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (("exam", "REF"), ("item", "REF"), ("share", "REAL"), ("at", "TEXT"), ("by", "REF"))
    ),
    fact=True,
)
