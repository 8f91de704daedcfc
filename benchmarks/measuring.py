"""Measure a candidate against its yardstick, run by run in turn, and say it as one line of a table."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Run = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """One line: what was measured, the reference of the same run, how they compare, and what is wanted.

    ``limit`` bounds the ratio where there is a reference, the value itself otherwise; ``at_least`` turns it round.
    """

    name: str
    value: float
    unit: str
    reference: float | None = None
    limit: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Return the value over its reference."""
        return self.value / self.reference if self.reference else None

    @property
    def ok(self) -> bool | None:
        """Say whether the limit is kept; None where there is none."""
        if self.limit is None:
            return None
        measured = self.ratio if self.ratio is not None else self.value
        return measured >= self.limit if self.at_least else measured <= self.limit


def timed(run: Run) -> float:
    """Return how many milliseconds one run took."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def alternated(runs: Sequence[Run], times: int) -> list[list[float]]:
    """Run each in turn, ``times`` times round, beginning with another each time; return the milliseconds of each."""
    found: list[list[float]] = [[] for _ in runs]
    for turn in range(times):
        for place in range(len(runs)):
            chosen = (place + turn) % len(runs)
            found[chosen].append(timed(runs[chosen]))
    return found


def median_of_medians(values: Sequence[float], parts: int = 5) -> float:
    """Return the median over the parts of a series of each part's median: one slow stretch does not decide."""
    size = max(1, len(values) // parts)
    return statistics.median(statistics.median(values[at : at + size]) for at in range(0, len(values), size))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share (above 0, at most 1) lies (nearest rank)."""
    assert 0 < share <= 1, f"a share of {share}: write 0.95 for the 95th percentile"
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table of plain text."""
    lines = [("figure", "measured", "reference", "ratio", "wanted", "")]
    for one in figures:
        measured = f"{_short(one.value)} {one.unit}"
        reference = f"{_short(one.reference)} {one.unit}" if one.reference else ""
        ratio = f"{one.ratio:.2f}" if one.ratio is not None else ""
        sign = "≥" if one.at_least else "≤"
        unit = "×" if one.reference else f" {one.unit}"
        wanted = "" if one.limit is None else f"{sign} {_short(one.limit)}{unit}"
        said = {True: "ok", False: "MISSED", None: ""}[one.ok]
        lines.append((one.name, measured, reference, ratio, wanted, f"{said} {one.note}".strip()))
    widths = [max(len(line[at]) for line in lines) for at in range(6)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _short(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"
