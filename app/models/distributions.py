"""Tails and quantiles of the normal, χ² and t distributions from the standard library alone.

Sources: Numerical Recipes, third edition, 6.2 (incomplete gamma) and 6.4 (incomplete beta); modified Lentz method
for the continued fractions.
"""

import math
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statistics import NormalDist

_TINY, _CLOSE, _TERMS = 1e-300, 1e-15, 1000


def z_of(confidence: float = 0.95) -> float:
    """Return the two-sided normal quantile of a confidence: 1.959964 of 0.95."""
    return _normal().inv_cdf((1 + confidence) / 2)


def normal_quantile(share: float) -> float:
    """Return the value below which this share of the standard normal distribution lies."""
    return _normal().inv_cdf(share)


@cache
def _normal() -> "NormalDist":
    # A desk that takes calls reckons no intervals: what this brings along stays out of its memory.
    from statistics import NormalDist

    return NormalDist()


def normal_tail(z: float) -> float:
    """Return the two-sided p value of a standard normal statistic."""
    return math.erfc(abs(z) / math.sqrt(2))


def chi2_tail(statistic: float, freedom: int = 1) -> float:
    """Return the p value of a χ² statistic. ``freedom`` is its degrees of freedom, at least 1."""
    if statistic <= 0:
        return 1.0
    if freedom == 1:
        return math.erfc(math.sqrt(statistic / 2))
    half, x = freedom / 2, statistic / 2
    scale = math.exp(half * math.log(x) - x - math.lgamma(half))
    if x < half + 1:
        return 1 - scale * _gamma_series(half, x)
    return scale * _fraction(_gamma_terms(half, x), x + 1 - half)


def _gamma_series(half: float, x: float) -> float:
    term = total = 1 / half
    for step in range(1, _TERMS):
        term *= x / (half + step)
        total += term
        if term < total * _CLOSE:
            break
    return total


def _gamma_terms(half: float, x: float) -> Iterator[tuple[float, float]]:
    start = x + 1 - half
    for step in range(1, _TERMS):
        yield step * (half - step), start + 2 * step


def _fraction(terms: Iterator[tuple[float, float]], first: float) -> float:
    """Return 1 / (first + a1 / (b1 + a2 / (b2 + …))) of the pairs (a, b)."""
    value = first or _TINY
    up, down = value, 0.0
    for above, below in terms:
        down = 1 / (below + above * down or _TINY)
        up = below + above / up or _TINY
        value *= up * down
        if abs(up * down - 1) < _CLOSE:
            break
    return 1 / value


def t_tail(t: float, freedom: float) -> float:
    """Return the two-sided p value of a t statistic."""
    return _beta_share(freedom / 2, 0.5, freedom / (freedom + t * t))


def t_of(freedom: float, confidence: float = 0.95) -> float:
    """Return the two-sided t quantile of a confidence: 1.978820 of 0.95 with 127 degrees of freedom."""
    return rising_root(lambda t: (1 - confidence) - t_tail(t, freedom), 0.0, 1e4)


def rising_root(value: Callable[[float], float], low: float, high: float) -> float:
    """Return where a rising function crosses zero between two points, by halving."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if value(middle) < 0 else (low, middle)
    return (low + high) / 2


def beta_quantile(share: float, a: float, b: float) -> float:
    """Return the quantile of a beta distribution, to nine digits: 0.5 of (2, 2) is 0.5."""
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if _beta_share(a, b, middle) < share else (low, middle)
    return (low + high) / 2


def _beta_share(a: float, b: float, x: float) -> float:
    """Return the regularized incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    scale = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return scale * _fraction(_beta_terms(a, b, x), 1.0) / a
    return 1 - scale * _fraction(_beta_terms(b, a, 1 - x), 1.0) / b


def _beta_terms(a: float, b: float, x: float) -> Iterator[tuple[float, float]]:
    yield -(a + b) * x / (a + 1), 1.0
    for step in range(1, _TERMS):
        yield step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step)), 1.0
        yield -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1)), 1.0
