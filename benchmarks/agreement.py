"""``python -m benchmarks.agreement [--cases N] [--seed S] [--workers W]``: our statistics and those of statsmodels.

The program computes its intervals and tests with the standard library alone; here the same random cases go through
both and through SciPy, extremes among them (nobody, everybody, one answer). Says for each figure how many cases were
compared and the largest difference. Exit 1 where one differs by more than its tolerance. Needs the development extras.
The cases are cut into blocks, each with a seed of its own, that any number of processes work through.
"""

import argparse
import gc
import math
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from app.models import comparisons, distributions, intervals, opinions
from app.models.comparisons import Fourfold
from app.models.logistic import likeliest

CASES = 10_000
#: By how much two ways of computing one figure may differ, and cases of one block.
TOLERANCE, BLOCK = 1e-8, 500

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


def tails(chance: Random) -> Pairs:
    """Compare quantiles and tails of the normal, χ² and t distributions."""
    from scipy import special

    share, freedom, at = chance.uniform(1e-6, 1 - 1e-6), chance.randint(1, 400), chance.random() ** 2 * 60
    yield "normal quantile", distributions.normal_quantile(share), float(special.ndtri(share))
    yield "normal tail", distributions.normal_tail(at / 8), float(2 * special.ndtr(-at / 8))
    yield "chi-squared tail", distributions.chi2_tail(at, freedom), float(special.chdtrc(freedom, at))
    yield "t tail", distributions.t_tail(at / 8, freedom), float(2 * special.stdtr(freedom, -at / 8))
    yield "t quantile", distributions.t_of(freedom), float(special.stdtrit(freedom, 0.975))


def wilson(chance: Random) -> Pairs:
    """Compare Wilson's interval: plain, with continuity, and corrected for how much of a population was asked."""
    from scipy.stats import binomtest
    from statsmodels.stats.proportion import proportion_confint

    hits, answers = _shares(chance)
    population = answers + chance.choice((1, 10, 1000))
    alike = answers * (population - 1) / (population - answers)
    corrected = binomtest(hits, answers).proportion_ci(0.95, method="wilsoncc")
    for name, ours, (low, high) in (
        ("Wilson", intervals.wilson(hits, answers), proportion_confint(hits, answers, method="wilson")),
        ("Wilson, continuity", intervals.wilson_continuity(hits, answers), (corrected.low, corrected.high)),
        (
            "Wilson, population",
            intervals.wilson(hits, answers, population=population),
            proportion_confint(hits / answers * alike, alike, method="wilson"),
        ),
    ):
        yield f"{name}, low", ours.low, low
        yield f"{name}, high", ours.high, high


def strata(chance: Random) -> Pairs:
    """Compare a share over strata, with its intervals, against means and errors of the single answers."""
    from scipy.special import expit, stdtrit
    from statsmodels.stats.proportion import proportion_confint
    from statsmodels.stats.weightstats import DescrStatsW

    told = [(chance.randint(5, 60), chance.randint(0, 900)) for _ in range(chance.randint(1, 8))]
    rows = [(n + more, n, chance.randint(1, n - 1)) for n, more in told]
    found, whole = intervals.stratified([intervals.stratum(*one) for one in rows]), sum(size for size, _, _ in rows)
    answers = [DescrStatsW([1.0] * hits + [0.0] * (n - hits)) for _, n, hits in rows]
    parts = [(size / whole, 1 - n / size) for size, n, _ in rows]
    share = float(sum(weight * one.mean for (weight, _), one in zip(parts, answers, strict=True)))
    v = float(sum(w * w * left * one.std_mean**2 for (w, left), one in zip(parts, answers, strict=True)))
    yield "strata, share", found.estimate, share
    yield "strata, variance", found.v, v
    if not v:
        return
    alike = share * (1 - share) / v
    low, high = proportion_confint(share * alike, alike, method="wilson")
    yield "strata, Wilson, low", intervals.wilson_effective(found).low, low
    yield "strata, Wilson, high", intervals.wilson_effective(found).high, high
    half = stdtrit(sum(n for _, n, _ in rows) - len(rows), 0.975) * math.sqrt(v) / (share * (1 - share))
    yield "strata, logit-t, low", intervals.logit_t(found).low, float(expit(math.log(share / (1 - share)) - half))


def differences(chance: Random) -> Pairs:
    """Compare the difference in differences against a regression over the single answers, with robust errors."""
    import numpy as np
    from statsmodels.regression.linear_model import OLS

    groups = [(n := chance.randint(2, 80), chance.randint(0, n)) for _ in range(4)]
    shares = [hits / n for n, hits in groups]
    values = np.concatenate([np.repeat((1.0, 0.0), (hits, n - hits)) for n, hits in groups])
    treated, later = ((1, 1, 0, 0), (0, 1, 0, 1))
    sides = [np.repeat(side, [n for n, _ in groups]) for side in (treated, later)]
    model = np.column_stack((np.ones(len(values)), *sides, sides[0] * sides[1]))
    gap, test = comparisons.did((shares[0], shares[1]), (shares[2], shares[3]), [n for n, _ in groups])
    if test.statistic is None:
        return
    fitted = OLS(values, model).fit(cov_type="HC0")
    low, high = fitted.conf_int()[3]
    yield "differences", gap.estimate, float(fitted.params[3])
    yield "differences, low", gap.low, float(low)
    yield "differences, high", gap.high, float(high)
    yield "p of differences", test.p, float(fitted.pvalues[3])


def sizes(chance: Random) -> Pairs:
    """Compare how many answers a margin or a change needs, and the change that so many answers show."""
    from statsmodels.stats.proportion import samplesize_confint_proportion as for_margin
    from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail as for_change

    share, margin, power = chance.uniform(0.05, 0.95), chance.uniform(0.005, 0.2), chance.uniform(0.5, 0.99)
    other = chance.uniform(0.05, 0.95)
    yield "sample size", comparisons.sample_size(margin, share=share), float(for_margin(share, margin))
    theirs = float(for_change(other - share, share, power, alpha=0.05, alternative="two-sided"))
    yield "answers for a change", comparisons.answers_for_change(share, other, power=power), theirs
    rise = comparisons.detectable_rise(share, answers := chance.randint(20, 4000))
    if rise is not None:
        needed = float(for_change(rise, share, 0.8, alpha=0.05, alternative="two-sided"))
        yield "detectable rise", float(answers), needed


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
    apart = sum(one.a - (one.a + one.b) * (one.a + one.c) / one.total for one in ours)
    for name, corrected in (("CMH", False), ("CMH, corrected", True)):
        if corrected and abs(apart) < 0.5:  # statsmodels lets its correction overshoot there; ours stops at no evidence
            continue
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


def regressions(chance: Random) -> Pairs:
    """Compare a logistic regression over counted patterns against one over the single answers."""
    import numpy as np
    from statsmodels.discrete.discrete_model import Logit
    from statsmodels.tools.sm_exceptions import PerfectSeparationError

    patterns = [(0,), (0, 1), (0, 2), (0, 1, 2)]
    rows = [(one, float(n := chance.randint(15, 60)), float(chance.randint(3, n - 3))) for one in patterns]
    values = np.concatenate([np.repeat((1.0, 0.0), (int(hit), int(n - hit))) for _, n, hit in rows])
    model = np.repeat([[float(at in one) for at in range(3)] for one in patterns], [int(n) for _, n, _ in rows], axis=0)
    try:
        theirs = Logit(values, model).fit(disp=0, tol=1e-12, maxiter=50).params
    except PerfectSeparationError:
        return
    yield from (
        ("logistic regression", one, float(other))
        for one, other in zip(likeliest(rows, [0.0] * 3), theirs, strict=True)
    )


COMPARED: Sequence[Callable[[Random], Pairs]] = (
    tails, wilson, two_shares, institutions, many_tests, strata, differences, sizes, regressions, coders
)  # fmt: skip


def compare(cases: int, seed: int = 0, *, workers: int = 1) -> list[Agreement]:
    """Compare every figure on so many random cases each, in so many processes."""
    blocks = [(at, min(BLOCK, cases - at)) for at in range(0, cases, BLOCK)]
    found: dict[str, Agreement] = {}
    if workers == 1:
        _gather(found, map(partial(_block, seed), blocks))
    else:
        with ProcessPoolExecutor(workers) as pool:
            _gather(found, pool.map(partial(_block, seed), blocks))
    return list(found.values())


def _gather(found: dict[str, Agreement], parts: Iterable[list[Agreement]]) -> None:
    for part in parts:
        for one in part:
            there = found.setdefault(one.name, Agreement(one.name))
            there.cases, there.apart = there.cases + one.cases, max(there.apart, one.apart)


def _block(seed: int, block: tuple[int, int]) -> list[Agreement]:
    """Compare the cases of one block."""
    found: dict[str, Agreement] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs warn of the extremes that are wanted here
        for place, question in enumerate(COMPARED):
            chance = Random(f"{seed} {place} {block[0]}")
            for _ in range(block[1]):
                for name, ours, theirs in question(chance):
                    _take(found, name, ours, theirs)
            gc.freeze()  # multipletests collects garbage at each call: what is loaded need not be gone through again
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
    reader.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    wishes: Any = reader.parse_args(argv)
    found = compare(wishes.cases, wishes.seed, workers=wishes.workers)
    for one in found:
        print(f"{one.name:28} {one.cases:8,} cases, at most {one.apart:.1e} apart{'' if one.agrees else '  DIFFERS'}")
    return 0 if all(one.agrees for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
