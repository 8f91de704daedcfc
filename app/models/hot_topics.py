"""Topics and words that rise against their own past, with care for how many were looked at.

What is expected comes from the periods before as a negative binomial: the predictive of a Poisson rate with Jeffreys'
prior (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6), made wider where the periods differ more than a Poisson
rate would (size by the method of moments: Cameron and Trivedi, Regression Analysis of Count Data, 3.3). Of all that
are looked at, those are told whose share of false alarms stays below 5 % (Benjamini and Hochberg 1995).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, inf, lgamma, log, log1p

#: Share of false alarms among what is told.
FALSE_ALARMS = 0.05
#: Fewer than this say nothing, however rare they were before.
LEAST = 5
_PRIOR = 0.5


@dataclass(frozen=True, slots=True)
class Rise:
    """A topic or word: how often it came, how often that was expected, and how likely so many are by chance.

    ``is_new``: it never came in the periods before.
    """

    key: str
    count: int
    expected: float
    chance: float
    is_new: bool = False

    @property
    def ratio(self) -> float:
        """Return how many times as often as expected."""
        return self.count / self.expected if self.expected else inf


def chance_of(count: int, mean: float, size: float) -> float:
    """Return the probability of at least so many under a negative binomial (variance ``mean + mean² / size``)."""
    if count <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    odds = log(mean) - log(size + mean)
    start = -size * log1p(mean / size) - lgamma(size)
    below = sum(exp(start + lgamma(size + one) - lgamma(one + 1) + one * odds) for one in range(count))
    return min(1.0, max(0.0, 1.0 - below))


def rise(key: str, count: int, before: Sequence[int], *, exposure: float | None = None) -> Rise:
    """Return how a count stands against those of the periods before.

    ``exposure``: how long (or large) this period is, as a share of all periods before together; without it all are
    taken to be equally long.
    """
    total = sum(before)
    share = exposure if exposure is not None else 1 / max(1, len(before))
    mean = (total + _PRIOR) * share
    size = total + _PRIOR
    if len(before) > 2:
        average = total / len(before)
        spread = sum((one - average) ** 2 for one in before) / (len(before) - 1)
        if spread > average > 0:
            size = min(size, average * average / (spread - average))
    return Rise(key, count, mean, chance_of(count, mean, size), total == 0)


def rising(found: Iterable[Rise], *, false_alarms: float = FALSE_ALARMS, least: int = LEAST) -> tuple[Rise, ...]:
    """Return what rises beyond chance, the surest first (Benjamini and Hochberg over all that were looked at)."""
    looked_at = sorted(found, key=_surest)
    kept = 0
    for place, one in enumerate(looked_at, 1):
        if one.chance <= false_alarms * place / len(looked_at):
            kept = place
    return tuple(one for one in looked_at[:kept] if one.count >= least and one.count > one.expected)


def _surest(one: Rise) -> tuple[float, str]:
    return one.chance, one.key
