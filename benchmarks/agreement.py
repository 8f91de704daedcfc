"""``python -m benchmarks.agreement [--cases N] [--seed S]``: our statistics against SciPy and statsmodels.

The program computes its intervals and tests with the standard library alone; here the same random cases go through
both, extremes among them (nobody, everybody, one answer). Says for each figure how many cases were compared and the
largest difference. Exit 1 where one differs by more than its tolerance. Needs the development extras.
"""

import argparse
import math
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from app.models import comparisons, intervals, opinions
from app.models.comparisons import Fourfold

CASES = 10_000
#: By how much two ways of computing one figure may differ.
TOLERANCE = 1e-8

Pairs = Iterator[tuple[str, float | None, float]]


@dataclass
class Agreement:
    """One figure: how many cases were compared, and the largest difference."""

    name: str
    cases: int = 0
    apart: float = 0.0

    def take(self, ours: float, theirs: float) -> None:
        """Compare one case."""
        self.cases += 1
        self.apart = max(self.apart, abs(ours - theirs) / max(1.0, abs(theirs)))

    @property
    def agrees(self) -> bool:
        """Say whether the two agree."""
        return self.apart <= TOLERANCE


def _shares(chance: Random) -> tuple[int, int]:
    answers = chance.choice((1, 2, 5, 20, 25, 60, 300, 2000)) + chance.randrange(30)
    hits = chance.choice((0, answers, chance.randint(0, answers), chance.randint(0, answers)))
    return hits, answers


def wilson(chance: Random) -> Pairs:
    """Compare Wilson's interval."""
    from statsmodels.stats.proportion import proportion_confint

    hits, answers = _shares(chance)
    ours = intervals.wilson(hits, answers)
    low, high = proportion_confint(hits, answers, method="wilson")
    yield "Wilson, low", ours.low, low
    yield "Wilson, high", ours.high, high


def two_shares(chance: Random) -> Pairs:
    """Compare Newcombe's interval, the z test, χ² with and without Yates, and Fisher's exact test."""
    from scipy.stats import chi2_contingency, fisher_exact
    from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

    (hits1, answers1), (hits2, answers2) = _shares(chance), _shares(chance)
    ours = intervals.newcombe(hits1, answers1, hits2, answers2)
    low, high = confint_proportions_2indep(hits1, answers1, hits2, answers2, method="newcomb", compare="diff")
    yield "Newcombe, low", ours.low, low
    yield "Newcombe, high", ours.high, high
    rows = [[hits1, answers1 - hits1], [hits2, answers2 - hits2]]
    table = Fourfold(*rows[0], *rows[1])
    yield "Fisher", comparisons.fisher_test(table), fisher_exact(rows)[1]
    if not 0 < hits1 + hits2 < answers1 + answers2:
        return
    z, p = proportions_ztest([hits1, hits2], [answers1, answers2])
    test = comparisons.z_test(hits1, answers1, hits2, answers2)
    yield "z", test.statistic, z
    yield "p of z", test.p, p
    for name, corrected in (("chi-squared", False), ("chi-squared, Yates", True)):
        theirs = chi2_contingency(rows, correction=corrected)
        found = comparisons.chi2_test(table, corrected=corrected)
        yield name, found.statistic, theirs.statistic
        yield f"p of {name}", found.p, theirs.pvalue


def institutions(chance: Random) -> Pairs:
    """Compare the test over institutions, the common odds ratio with its interval, and the test of sameness."""
    from statsmodels.stats.contingency_tables import StratifiedTable

    tables = [[chance.randint(1, 90) for _ in range(4)] for _ in range(chance.randint(2, 23))]
    ours = [Fourfold(*one) for one in tables]
    theirs = StratifiedTable([[[a, b], [c, d]] for a, b, c, d in tables])
    for name, corrected in (("CMH", False), ("CMH, corrected", True)):
        told, found = theirs.test_null_odds(correction=corrected), comparisons.cmh(ours, corrected=corrected)
        yield name, found.statistic, float(told.statistic)
        yield f"p of {name}", found.p, float(told.pvalue)
    pooled = comparisons.pooled_odds(ours)
    low, high = theirs.oddsratio_pooled_confint()
    if pooled is not None:
        yield "common odds ratio", pooled.estimate, float(theirs.oddsratio_pooled)
        yield "common odds ratio, low", pooled.low, float(low)
        yield "common odds ratio, high", pooled.high, float(high)
    same, found = theirs.test_equal_odds(), comparisons.breslow_day(ours)
    yield "Breslow-Day", found.statistic, float(same.statistic)
    yield "p of Breslow-Day", found.p, float(same.pvalue)


def many_tests(chance: Random) -> Pairs:
    """Compare p values adjusted for many tests."""
    from statsmodels.stats.multitest import multipletests

    values = [chance.choice((chance.random(), chance.random() ** 4, 0.05)) for _ in range(chance.randint(1, 23))]
    for name, ours, method in (
        ("Holm", comparisons.holm(values), "holm"),
        ("Benjamini-Hochberg", comparisons.benjamini_hochberg(values), "fdr_bh"),
    ):
        yield from (
            (name, one, float(other)) for one, other in zip(ours, multipletests(values, method=method)[1], strict=True)
        )


def coders(chance: Random) -> Pairs:
    """Compare Cohen's kappa of two coders."""
    from statsmodels.stats.inter_rater import cohens_kappa, to_table

    labels = "abcd"[: chance.randint(2, 4)]
    pairs = [(one, one if chance.random() < 0.6 else chance.choice(labels)) for one in chance.choices(labels, k=40)]
    found = opinions.kappa(pairs)
    if found is None or found.value is None:
        return
    numbers = [[labels.index(one) for one in pair] for pair in pairs]
    table, _ = to_table(numbers, bins=len(labels))
    yield "kappa", found.value, float(cohens_kappa(table).kappa)


COMPARED: Sequence[Callable[[Random], Pairs]] = (wilson, two_shares, institutions, many_tests, coders)


def compare(cases: int, seed: int = 0) -> list[Agreement]:
    """Compare every figure on so many random cases each."""
    found: dict[str, Agreement] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs warn of the extremes that are wanted here
        for place, question in enumerate(COMPARED):
            chance = Random(seed * 1000 + place)
            for _ in range(cases):
                for name, ours, theirs in question(chance):
                    _take(found, name, ours, theirs)
    return list(found.values())


def _take(found: dict[str, Agreement], name: str, ours: float | None, theirs: float) -> None:
    one = found.setdefault(name, Agreement(name))
    if ours is None or math.isnan(theirs):
        one.take(math.inf if (ours is None) != math.isnan(theirs) else 0.0, 0.0)
    else:
        one.take(ours, theirs)


def main(argv: Sequence[str] | None = None) -> int:
    """Compare and print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--cases", type=int, default=CASES)
    reader.add_argument("--seed", type=int, default=0)
    wishes: Any = reader.parse_args(argv)
    found = compare(wishes.cases, wishes.seed)
    for one in found:
        print(f"{one.name:28} {one.cases:8,} cases, at most {one.apart:.1e} apart{'' if one.agrees else '  DIFFERS'}")
    return 0 if all(one.agrees for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
