"""How sure a suggestion may say to be: probabilities set right by how often suggestions like it were right before.

Suggestions of the near past are judged by what was known before each, sorted by the probability that was said, and
gathered into stretches so that the share that was right never falls where the probability rises (isotonic regression by
pooling adjacent violators; Ayer and others 1955, Zadrozny and Elkan 2002). A stretch says a little less than its share,
because it was counted on few.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

#: Suggestions in the narrowest stretch; with fewer judged in all, what was said stands.
NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Calibration:
    """Stretches from their ``edges`` (the least probability said in each) on, and the ``shares`` right in them."""

    edges: tuple[float, ...] = ()
    shares: tuple[float, ...] = ()
    judged: int = 0
    right: int = 0

    def of(self, said: float) -> float:
        """Return how often a suggestion that says this probability is right."""
        place = bisect_right(self.edges, said) - 1
        return self.shares[max(place, 0)] if self.shares else said


def calibrate(judged: Sequence[tuple[float, bool]]) -> Calibration:
    """Return the calibration that suggestions, each with the probability said and whether it was right, ask for."""
    right = sum(good for _, good in judged)
    if len(judged) < NARROWEST:
        return Calibration((), (), len(judged), right)
    stretches: list[tuple[float, int, int]] = []
    for edge, good, count in _cut(sorted(judged)):
        stretches.append((edge, good, count))
        while len(stretches) > 1 and _share(stretches[-2]) >= _share(stretches[-1]):
            (edge, good, count), (_, more, others) = stretches[-2], stretches[-1]
            stretches[-2:] = [(edge, good + more, count + others)]
    return Calibration(tuple(one[0] for one in stretches), tuple(map(_share, stretches)), len(judged), right)


def _cut(judged: list[tuple[float, bool]]) -> list[tuple[float, int, int]]:
    """Cut into stretches of (least probability, right, count); equal probabilities stay together."""
    found: list[tuple[float, int, int]] = []
    for said, good in judged:
        if found and (found[-1][2] < NARROWEST or said == _last(found, judged)):
            edge, right, count = found[-1]
            found[-1] = (edge, right + good, count + 1)
        else:
            found.append((said, int(good), 1))
    if len(found) > 1 and found[-1][2] < NARROWEST:
        (edge, good, count), (_, more, others) = found[-2], found[-1]
        found[-2:] = [(edge, good + more, count + others)]
    return found


def _last(found: list[tuple[float, int, int]], judged: list[tuple[float, bool]]) -> float:
    """Return the probability of the last suggestion taken."""
    return judged[sum(count for _, _, count in found) - 1][0]


def _share(stretch: tuple[float, int, int]) -> float:
    _, right, count = stretch
    return right / (count + 1)
