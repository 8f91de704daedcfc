"""Intervals that stay honest with few answers, small institutions and unequal samples.

Sources: Wilson (1927) as in Newcombe, Statistics in Medicine 17 (1998) 857–872 (one proportion, methods 3 and 4) and
873–890 (difference, method 10); Lohr, Sampling: Design and Analysis, chapter 3 (strata); Korn and Graubard (1998) and
Dean and Pagano (2015) for intervals on the effective sample. All shares are between 0 and 1.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.models.distributions import t_of, z_of

#: Fewer answers than these are not shown, shown as weak, shown with caution (HCAHPS: fewer than 25, 50, 100).
SUPPRESSED_BELOW, WEAK_BELOW, CAUTION_BELOW = 25, 50, 100


class Reliance(StrEnum):
    """How far a figure can be relied on, by the number of answers behind it.

    What is withheld has enough, but another with too few could be told from it.
    """

    FIRM = "firm"
    CAUTION = "caution"
    WEAK = "weak"
    SUPPRESSED = "suppressed"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its limits."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Stratum:
    """``size`` persons of whom ``sample`` answered with ``mean`` and the sample variance ``variance`` (over n − 1)."""

    size: float
    sample: int
    mean: float
    variance: float

    @property
    def weight(self) -> float:
        """Return how many persons each answer stands for."""
        return self.size / self.sample if self.sample else 0.0

    @property
    def is_census(self) -> bool:
        """Say whether everybody answered."""
        return self.sample >= self.size


@dataclass(frozen=True, slots=True)
class Stratified:
    """A mean or share over strata: ``v`` is the variance of the estimate, ``sample`` the answers behind it."""

    estimate: float
    v: float
    size: float
    sample: int
    strata: int
    collapsed: int = 0
    census: bool = False

    @property
    def se(self) -> float:
        """Return the standard error."""
        return math.sqrt(self.v)

    @property
    def effective(self) -> float:
        """Return n_eff of a share: the simple random sample that would know as much; all answers where v is 0."""
        return self.estimate * (1 - self.estimate) / self.v if self.v > 0 else float(self.sample)


def reliance(answers: int) -> Reliance:
    """Return how far a figure over so many answers can be relied on."""
    if answers < SUPPRESSED_BELOW:
        return Reliance.SUPPRESSED
    if answers < WEAK_BELOW:
        return Reliance.WEAK
    return Reliance.CAUTION if answers < CAUTION_BELOW else Reliance.FIRM


def wilson(hits: float, answers: float, *, population: float | None = None, confidence: float = 0.95) -> Interval:
    """Return Wilson's interval of a share; with a ``population``, corrected for how much of it was asked.

    Raises ``ValueError`` without answers, or where hits or answers are more than there can be.
    """
    _check(hits, answers, population)
    share = hits / answers
    if population is not None:
        answers = corrected(answers, population)
        if answers == math.inf:
            return Interval(share, share, share)
    return _score(share, answers, z_of(confidence))


def corrected(answers: float, population: float) -> float:
    """Return how many answers of an endless population are worth as much as these: n* = n(N − 1)/(N − n).

    Infinity where all of the population answered.
    """
    return answers * (population - 1) / (population - answers) if answers < population else math.inf


def _check(hits: float, answers: float, population: float | None = None) -> None:
    if answers <= 0 or not 0 <= hits <= answers or (population is not None and population < answers):
        raise ValueError((hits, answers, population))


def _score(share: float, n: float, z: float) -> Interval:
    below = 1 + z * z / n
    center = (share + z * z / (2 * n)) / below
    half = z / below * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    low = 0.0 if share <= 0 else max(0.0, center - half)
    return Interval(share, low, 1.0 if share >= 1 else min(1.0, center + half))


def wilson_continuity(hits: int, answers: int, *, confidence: float = 0.95) -> Interval:
    """Return Wilson's interval with continuity correction (Newcombe's method 4). Raises ``ValueError``."""
    _check(hits, answers)
    z, n, share = z_of(confidence), answers, hits / answers
    below, middle = 2 * (n + z * z), 2 * n * share + z * z

    def edge(sign: int) -> float:
        inside = z * z - sign * 2 - 1 / n + 4 * share * (n * (1 - share) + sign)
        return z * math.sqrt(max(0.0, inside))

    low = 0.0 if hits == 0 else max(0.0, (middle - 1 - edge(1)) / below)
    high = 1.0 if hits == answers else min(1.0, (middle + 1 + edge(-1)) / below)
    return Interval(share, low, high)


def newcombe(hits1: float, answers1: float, hits2: float, answers2: float, *, confidence: float = 0.95) -> Interval:
    """Return the difference of two independent shares, first − second, with its hybrid score interval."""
    one = wilson(hits1, answers1, confidence=confidence)
    two = wilson(hits2, answers2, confidence=confidence)
    gap = one.estimate - two.estimate
    low = math.hypot(one.estimate - one.low, two.high - two.estimate)
    return Interval(gap, gap - low, gap + math.hypot(one.high - one.estimate, two.estimate - two.low))


def stratum(size: float, sample: int, hits: float) -> Stratum:
    """Return the stratum of a share: of ``size`` persons ``sample`` answered, ``hits`` of them so."""
    share = hits / sample if sample else 0.0
    return Stratum(size, sample, share, share * (1 - share) * sample / (sample - 1) if sample > 1 else 0.0)


def stratified(strata: Iterable[Stratum]) -> Stratified:
    """Return the estimate over strata with its variance, corrected for how much of each was asked.

    Strata with fewer than two answers are put together with one another, or with the smallest other one; how many is
    kept in ``collapsed``. Raises ``ValueError`` without any answer.
    """
    given = [one for one in strata if one.size > 0]
    kept, collapsed = _collapsed(given)
    size, sample = sum(one.size for one in kept), sum(one.sample for one in kept)
    if not sample:
        raise ValueError("no answers")
    mean = sum(one.size / size * one.mean for one in kept)
    v = sum((one.size / size) ** 2 * (1 - one.sample / one.size) * one.variance / one.sample for one in kept)
    return Stratified(mean, max(0.0, v), size, sample, len(kept), collapsed, all(one.is_census for one in kept))


def _collapsed(given: Sequence[Stratum]) -> tuple[list[Stratum], int]:
    thin = [one for one in given if one.sample < 2 and not one.is_census]
    rest = sorted((one for one in given if one not in thin), key=lambda one: one.size)
    if not thin:
        return list(given), 0
    together = thin
    while rest and sum(one.sample for one in together) < 2:
        together = [*together, rest.pop(0)]
    return [*rest, _joined(together)], len(thin)


def _joined(parts: Sequence[Stratum]) -> Stratum:
    sample, size = sum(one.sample for one in parts), sum(one.size for one in parts)
    mean = sum(one.mean * one.sample for one in parts) / sample if sample else 0.0
    squares = sum((one.sample - 1) * one.variance + one.sample * (one.mean - mean) ** 2 for one in parts if one.sample)
    return Stratum(size, sample, mean, max(0.0, squares) / (sample - 1) if sample > 1 else 0.0)


def wald(found: Stratified, *, confidence: float = 0.95) -> Interval:
    """Return estimate ± z · standard error; may leave 0 … 1, right for means."""
    half = z_of(confidence) * found.se
    return Interval(found.estimate, found.estimate - half, found.estimate + half)


def wilson_effective(found: Stratified, *, confidence: float = 0.95) -> Interval:
    """Return Wilson's interval of a stratified share on its effective sample: the one that reports print."""
    if found.census:
        return Interval(found.estimate, found.estimate, found.estimate)
    return _score(found.estimate, found.effective, z_of(confidence))


def logit_t(found: Stratified, *, confidence: float = 0.95) -> Interval:
    """Return the interval on the logit scale with t of (answers − strata) degrees of freedom, for a check."""
    share = found.estimate
    if found.v <= 0 or found.sample <= found.strata:
        return wilson_effective(found, confidence=confidence)
    middle = math.log(share / (1 - share))
    half = t_of(found.sample - found.strata, confidence) * found.se / (share * (1 - share))
    return Interval(share, *(1 / (1 + math.exp(-(middle + sign * half))) for sign in (-1, 1)))


def kish_effect(weights: Sequence[float]) -> float:
    """Return Kish's design effect of unequal weights, n Σw² / (Σw)²: 1 where they are equal."""
    total = sum(weights)
    return len(weights) * sum(one * one for one in weights) / (total * total) if total else 1.0
