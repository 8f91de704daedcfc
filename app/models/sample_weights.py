"""Weights of a sample: for how it was drawn, for who did not answer, toward known margins, trimmed.

Sources: Valliant, Dever and Kreuter, Practical Tools for Designing and Weighting Survey Samples, chapters 13–14 (cells
of non-response, raking, trimming); Kish (1992) for the price of unequal weights (``intervals.kish_effect``).
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

#: A weight may be at most so many times the median of all.
TRIM_AT = 5.0


@dataclass(frozen=True, slots=True)
class Worked:
    """A stratum after the field: its size, how many were drawn, how many of them were eligible, and who responded."""

    size: int
    drawn: int
    eligible: int
    responded: int

    @property
    def base_weight(self) -> float:
        """Return N/n of the draw."""
        return self.size / self.drawn if self.drawn else 0.0

    @property
    def people(self) -> float:
        """Return how many of the stratum are eligible, as far as the sample says."""
        return self.base_weight * self.eligible

    @property
    def weight(self) -> float | None:
        """Return the weight of each who responded: for the draw and for those who did not; None without any."""
        return self.people / self.responded if self.responded else None


def trimmed(weights: Sequence[float], *, most: float = TRIM_AT) -> list[float]:
    """Return weights cut at ``most`` times their median; what is cut off is spread over the others in proportion.

    The sum stays, unless not even all at the limit would reach it: then they are only cut.
    """
    found = list(weights)
    limit = most * median(found) if found else 0.0
    for _ in range(len(found) if sum(found) < limit * len(found) else 0):
        over = sum(one - limit for one in found if one > limit)
        below = sum(one for one in found if one < limit)
        if over <= 1e-9 * limit or not below:
            break
        found = [limit if one >= limit else one * (1 + over / below) for one in found]
    return [min(limit, one) for one in found]


def raked(
    weights: Sequence[float], margins: Sequence[tuple[Sequence[Hashable], Mapping[Hashable, float]]], rounds: int = 100
) -> list[float]:
    """Return weights whose sums meet each margin: (the kind of every row, the wanted total of each kind).

    Kinds without a row, and those without a wanted total, are passed over. Stops when no total is off by more than a
    millionth.
    """
    found = list(weights)
    for _ in range(rounds):
        worst = 0.0
        for kinds, wanted in margins:
            factors = _factors(kinds, found, wanted)
            worst = max([worst, *(abs(one - 1) for one in factors.values())])
            found = [weight * factors.get(kind, 1.0) for kind, weight in zip(kinds, found, strict=True)]
        if worst < 1e-6:
            break
    return found


def _factors(
    kinds: Sequence[Hashable], weights: Sequence[float], wanted: Mapping[Hashable, float]
) -> dict[Hashable, float]:
    sums: dict[Hashable, float] = {}
    for kind, weight in zip(kinds, weights, strict=True):
        sums[kind] = sums.get(kind, 0.0) + weight
    return {kind: wanted[kind] / total for kind, total in sums.items() if total and kind in wanted}
