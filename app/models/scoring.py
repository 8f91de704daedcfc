"""Scores of answers: top box, top two, the mean in hundredths, composites, rolling quarters, and the R-indicator.

Sources: CMS, HCAHPS technical notes (top, middle and bottom box; linear means; four quarters weighted by eligible
discharges); Schouten, Cobben and Bethlehem, Survey Methodology 35 (2009) 101–113 (R-indicator). "满意率" of Chinese
reports is the top-two share of a five-point item and "满意度" its mean × 20; all are printed side by side.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ScaleKind(StrEnum):
    """A scale of closed answers, whose steps are counted from the worst, 1 (or 0), to the best."""

    FREQUENCY = "frequency"  # never, sometimes, usually, always: 1–4
    SATISFACTION = "satisfaction"  # very dissatisfied … very satisfied: 1–5
    RATING = "rating"  # 0–10
    YES_NO = "yes_no"  # no, yes: 1–2
    DEFINITELY = "definitely"  # no, somewhat, definitely: 1–3
    RECOMMEND = "recommend"  # definitely no … definitely yes: 1–4


@dataclass(frozen=True, slots=True)
class Scale:
    """Lowest and highest step of a scale, and from which step on an answer is in the top box, and in the top two."""

    low: int
    high: int
    top_from: int
    two_from: int
    bottom_to: int


SCALES: Mapping[ScaleKind, Scale] = {
    ScaleKind.FREQUENCY: Scale(1, 4, 4, 3, 2),
    ScaleKind.SATISFACTION: Scale(1, 5, 5, 4, 2),
    ScaleKind.RATING: Scale(0, 10, 9, 7, 6),
    ScaleKind.YES_NO: Scale(1, 2, 2, 2, 1),
    ScaleKind.DEFINITELY: Scale(1, 3, 3, 2, 1),
    ScaleKind.RECOMMEND: Scale(1, 4, 4, 3, 2),
}


@dataclass(frozen=True, slots=True)
class BoxScore:
    """How many answered an item, and how many of them in the top box, the top two, and the bottom box."""

    answers: int
    top: int
    two: int
    bottom: int
    mean: float | None

    @property
    def middle(self) -> int:
        """Return those between the boxes at both ends."""
        return self.answers - self.top - self.bottom

    @property
    def top_share(self) -> float | None:
        """Return the share of the top box."""
        return self.top / self.answers if self.answers else None

    @property
    def two_share(self) -> float | None:
        """Return the share of the top two: 满意率."""
        return self.two / self.answers if self.answers else None


def score(kind: ScaleKind, steps: Iterable[int]) -> BoxScore:
    """Return the boxes and the linear mean (0–100) of the answers to one item; those outside the scale are left out."""
    scale = SCALES[kind]
    kept = [one for one in steps if scale.low <= one <= scale.high]
    return BoxScore(
        len(kept),
        sum(one >= scale.top_from for one in kept),
        sum(one >= scale.two_from for one in kept),
        sum(one <= scale.bottom_to for one in kept),
        linear_mean(kind, kept),
    )


def linear_mean(kind: ScaleKind, steps: Sequence[int]) -> float | None:
    """Return the mean of answers where the worst step is 0 and the best 100: never 0, sometimes 33⅓ … None without."""
    scale = SCALES[kind]
    return sum(100 * (one - scale.low) / (scale.high - scale.low) for one in steps) / len(steps) if steps else None


def mean_in_twenties(steps: Sequence[int]) -> float | None:
    """Return 满意度, the mean of five-point answers × 20: very dissatisfied is 20, very satisfied 100."""
    return 20 * sum(steps) / len(steps) if steps else None


def composite(shares: Iterable[float | None]) -> float | None:
    """Return a composite: the plain mean of the shares of its items, each over all who answered that item."""
    kept = [one for one in shares if one is not None]
    return sum(kept) / len(kept) if kept else None


def rolling(quarters: Iterable[tuple[float, float]]) -> float | None:
    """Return quarters put together, each (score, eligible discharges), weighted by the discharges."""
    kept = list(quarters)
    total = sum(weight for _, weight in kept)
    return sum(value * weight for value, weight in kept) / total if total else None


@dataclass(frozen=True, slots=True)
class Representativity:
    """How evenly groups responded: ``r`` is 1 − 2S, 1 where all did alike; ``cv`` is S over the mean."""

    mean: float
    spread: float

    @property
    def r(self) -> float:
        """Return the R-indicator."""
        return 1 - 2 * self.spread

    @property
    def cv(self) -> float | None:
        """Return the coefficient of variation of the response propensities."""
        return self.spread / self.mean if self.mean else None


def representativity(groups: Iterable[tuple[float, int]]) -> Representativity | None:
    """Return how evenly groups, each (response rate, persons), responded; None with fewer than two persons."""
    kept = list(groups)
    total = sum(count for _, count in kept)
    if total < 2:
        return None
    mean = sum(rate * count for rate, count in kept) / total
    return Representativity(mean, math.sqrt(sum(count * (rate - mean) ** 2 for rate, count in kept) / (total - 1)))
