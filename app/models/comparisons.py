"""Whether a figure changed: tests of two shares, over institutions, against the others, and what could be seen at all.

Sources: Newcombe (1998) for differences; Mantel and Haenszel (1959), Robins, Breslow and Greenland (1986) and
Breslow and Day (1980) for several institutions; Holm (1979), Benjamini and Hochberg (1995) for many tests; Fleiss,
Levin and Paik (2003), formula 4.14 uncorrected, for sample sizes; Cochran, Sampling Techniques, for a single share.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.models.distributions import chi2_tail, normal_quantile, normal_tail, rising_root, z_of
from app.models.intervals import Interval, newcombe


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statistic and its two-sided p value; both None where nothing varies."""

    statistic: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Fourfold:
    """Hits and misses of two groups: (``a``, ``b``) of the first, (``c``, ``d``) of the second."""

    a: float
    b: float
    c: float
    d: float

    @property
    def total(self) -> float:
        """Return all answers."""
        return self.a + self.b + self.c + self.d

    @property
    def smallest_expected(self) -> float:
        """Return the smallest count that chance alone would give; below 5, Fisher's test is the one to read."""
        rows, columns = (self.a + self.b, self.c + self.d), (self.a + self.c, self.b + self.d)
        return min(row * column for row in rows for column in columns) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """A share after and before: the difference with its interval, and the test to read."""

    gap: Interval
    z: Evidence
    fisher: float | None
    exact: bool

    @property
    def p(self) -> float | None:
        """Return the p value that counts: Fisher's where an expected count is below 5."""
        return self.fisher if self.exact else self.z.p


def fourfold(hits1: float, answers1: float, hits2: float, answers2: float) -> Fourfold:
    """Return the table of two groups."""
    return Fourfold(hits1, answers1 - hits1, hits2, answers2 - hits2)


def z_test(hits1: float, answers1: float, hits2: float, answers2: float) -> Evidence:
    """Return the pooled z test of two shares, first − second."""
    pooled = (hits1 + hits2) / (answers1 + answers2)
    se = math.sqrt(pooled * (1 - pooled) * (1 / answers1 + 1 / answers2))
    if se == 0:
        return Evidence(None, None)
    z = (hits1 / answers1 - hits2 / answers2) / se
    return Evidence(z, normal_tail(z))


def chi2_test(table: Fourfold, *, corrected: bool = False) -> Evidence:
    """Return Pearson's χ² of a table, or with the correction of Yates."""
    margins = (table.a + table.b) * (table.c + table.d) * (table.a + table.c) * (table.b + table.d)
    if margins == 0:
        return Evidence(None, None)
    apart = abs(table.a * table.d - table.b * table.c)
    apart = max(0.0, apart - table.total / 2) if corrected else apart
    statistic = table.total * apart * apart / margins
    return Evidence(statistic, chi2_tail(statistic))


def fisher_test(table: Fourfold) -> float:
    """Return Fisher's exact two-sided p value: all tables that are no likelier than this one. Whole counts only."""
    first, second, hits = int(table.a + table.b), int(table.c + table.d), int(table.a + table.c)
    chances = [
        (_log_choose(first, one) + _log_choose(second, hits - one), one)
        for one in range(max(0, hits - second), min(first, hits) + 1)
    ]
    whole = _log_choose(first + second, hits)
    seen = next(chance for chance, one in chances if one == int(table.a))
    return min(1.0, math.fsum(math.exp(chance - whole) for chance, _ in chances if chance <= seen + 1e-7))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def before_after(before: tuple[int, int], after: tuple[int, int], *, confidence: float = 0.95) -> Change:
    """Return how a share changed; each side is (hits, answers). Raises ``ValueError`` where a side has none."""
    (hits1, answers1), (hits2, answers2) = after, before
    table = fourfold(hits1, answers1, hits2, answers2)
    gap = newcombe(hits1, answers1, hits2, answers2, confidence=confidence)
    return Change(gap, z_test(hits1, answers1, hits2, answers2), fisher_test(table), table.smallest_expected < 5)


def designed_change(before: tuple[float, float], after: tuple[float, float], *, confidence: float = 0.95) -> Change:
    """Return the change of two estimates of strata, each (estimate, variance): (p₂ − p₁) / √(v₁ + v₂)."""
    gap, se = after[0] - before[0], math.sqrt(before[1] + after[1])
    half = z_of(confidence) * se
    test = Evidence(gap / se, normal_tail(gap / se)) if se else Evidence(None, None)
    return Change(Interval(gap, gap - half, gap + half), test, None, exact=False)


def did(
    treated: tuple[float, float], control: tuple[float, float], answers: Sequence[int]
) -> tuple[Interval, Evidence]:
    """Return the difference in differences of shares (before, after) of an institution and of all the others.

    ``answers``: those behind treated before, treated after, control before, control after. Independent samples.
    """
    shares = (*treated, *control)
    gap = (treated[1] - treated[0]) - (control[1] - control[0])
    se = math.sqrt(sum(p * (1 - p) / n for p, n in zip(shares, answers, strict=True)))
    half = z_of() * se
    test = Evidence(gap / se, normal_tail(gap / se)) if se else Evidence(None, None)
    return Interval(gap, gap - half, gap + half), test


def cmh(tables: Sequence[Fourfold], *, corrected: bool = False) -> Evidence:
    """Return the Cochran–Mantel–Haenszel test over institutions; those with fewer than two answers say nothing."""
    used = [one for one in tables if one.total > 1]
    apart = sum(one.a - (one.a + one.b) * (one.a + one.c) / one.total for one in used)
    spread = sum(
        (one.a + one.b) * (one.c + one.d) * (one.a + one.c) * (one.b + one.d) / (one.total**2 * (one.total - 1))
        for one in used
    )
    if spread == 0:
        return Evidence(None, None)
    apart = max(0.0, abs(apart) - 0.5) if corrected else abs(apart)
    statistic = apart * apart / spread
    return Evidence(statistic, chi2_tail(statistic))


def pooled_odds(tables: Sequence[Fourfold], *, confidence: float = 0.95) -> Interval | None:
    """Return the Mantel–Haenszel odds ratio with the interval of Robins, Breslow and Greenland; None without one."""
    used = [one for one in tables if one.total > 0]
    r = [one.a * one.d / one.total for one in used]
    s = [one.b * one.c / one.total for one in used]
    above, below = sum(r), sum(s)
    if not above or not below:
        return None
    p = [(one.a + one.d) / one.total for one in used]
    q = [1 - one for one in p]
    variance = (
        sum(x * y for x, y in zip(p, r, strict=True)) / (2 * above**2)
        + sum(x * w + y * v for x, y, v, w in zip(p, q, r, s, strict=True)) / (2 * above * below)
        + sum(y * w for y, w in zip(q, s, strict=True)) / (2 * below**2)
    )
    ratio, half = above / below, z_of(confidence) * math.sqrt(variance)
    return Interval(ratio, ratio * math.exp(-half), ratio * math.exp(half))


def breslow_day(tables: Sequence[Fourfold]) -> Evidence:
    """Return the Breslow–Day test: whether the odds ratio is the same in every institution."""
    odds = pooled_odds(tables)
    used = [one for one in tables if one.total > 0]
    if odds is None or len(used) < 2:
        return Evidence(None, None)
    statistic = sum(_apart_from(one, odds.estimate) for one in used)
    return Evidence(statistic, chi2_tail(statistic, len(used) - 1))


def _apart_from(table: Fourfold, odds: float) -> float:
    """Return (a − E)² / V, where E is the count that the pooled odds ratio expects (the root of a quadratic)."""
    first, hits, total = table.a + table.b, table.a + table.c, table.total
    second = total - first
    x, y, z = 1 - odds, second - hits + odds * (hits + first), -odds * hits * first
    expected = -z / y if abs(x) < 1e-12 else (-y + math.sqrt(y * y - 4 * x * z)) / (2 * x)
    cells = (expected, first - expected, hits - expected, second - hits + expected)
    if min(cells) <= 0:
        return 0.0
    return (table.a - expected) ** 2 * sum(1 / one for one in cells)


def holm(values: Sequence[float]) -> list[float]:
    """Return p values adjusted by Holm for so many tests, in the order given."""
    order = sorted(range(len(values)), key=lambda place: values[place])
    found, most = [0.0] * len(values), 0.0
    for rank, place in enumerate(order):
        most = max(most, min(1.0, (len(values) - rank) * values[place]))
        found[place] = most
    return found


def benjamini_hochberg(values: Sequence[float]) -> list[float]:
    """Return p values adjusted by Benjamini and Hochberg, in the order given."""
    order = sorted(range(len(values)), key=lambda place: values[place], reverse=True)
    found, least = [0.0] * len(values), 1.0
    for above, place in enumerate(order):
        least = min(least, values[place] * len(values) / (len(values) - above))
        found[place] = least
    return found


def answers_for_change(before: float, after: float, *, power: float = 0.8, alpha: float = 0.05) -> float:
    """Return how many answers each side needs to see a change of a share; round it up. Raises ``ValueError``."""
    if before == after:
        raise ValueError("no change")
    middle = (before + after) / 2
    by_chance = normal_quantile(1 - alpha / 2) * math.sqrt(2 * middle * (1 - middle))
    by_change = normal_quantile(power) * math.sqrt(before * (1 - before) + after * (1 - after))
    return ((by_chance + by_change) / (after - before)) ** 2


def detectable_rise(before: float, answers: int, *, power: float = 0.8, alpha: float = 0.05) -> float | None:
    """Return the smallest rise of a share that so many answers on each side would show; None where none would."""

    def more(after: float) -> float:
        return answers - answers_for_change(before, after, power=power, alpha=alpha)

    if before >= 1 or answers < 1 or more(1.0) < 0:
        return None
    return rising_root(more, before + 1e-9, 1.0) - before


def sample_size(margin: float, *, population: int | None = None, share: float = 0.5, confidence: float = 0.95) -> float:
    """Return how many answers keep the half width of an interval at ``margin``; round it up."""
    first = z_of(confidence) ** 2 * share * (1 - share) / (margin * margin)
    return first if population is None else first / (1 + (first - 1) / population)
