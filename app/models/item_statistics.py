"""Figures of questions and of a whole exam, by the formulas that Moodle's statistics report uses.

``x`` is the mark of one question, ``X`` the total; with few people the figures say so instead of pretending.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from app.models.intervals import Interval, wilson

#: Below so many attempts no discrimination is shown: at 20 people and r = .3 it would be ± .41.
ENOUGH = 30
#: Below so many people reliability and standard error of a whole exam are noise.
ENOUGH_PEOPLE = 10
HARD, EASY = 0.20, 0.95
DUBIOUS_EFFICIENCY = 15.0
THIRD = 3


class ItemAlarm(StrEnum):
    """What is to be looked at."""

    HARD = "hard"
    EASY = "easy"
    KEY = "key"
    DUBIOUS = "dubious"
    SCRIPT = "script"


class DiscriminationBand(StrEnum):
    """What a discrimination is worth by Ebel's guide (1972): from .40, .30 and .20 on, or less."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    MARGINAL = "marginal"
    POOR = "poor"


#: From which discrimination in percent on a band counts, the best first.
_BANDS = ((40, DiscriminationBand.VERY_GOOD), (30, DiscriminationBand.GOOD), (20, DiscriminationBand.MARGINAL))


@dataclass(frozen=True)
class ItemFigures:
    """One question: facility with its interval, deviation and discrimination in percent (None: nothing to compare).

    ``margin`` is half of the 95 % interval of the discrimination as a correlation; ``weight`` the share that it really
    has in the total, in percent. Below ``ENOUGH`` attempts the discrimination is a number without a meaning.
    """

    attempts: int
    facility: float
    interval: Interval
    deviation: float
    discrimination: float | None
    margin: float | None
    efficiency: float | None
    weight: float | None
    alarms: tuple[ItemAlarm, ...] = ()

    @property
    def enough(self) -> bool:
        """Say whether there are enough attempts for a discrimination."""
        return self.attempts >= ENOUGH

    @property
    def band(self) -> DiscriminationBand | None:
        """Return what the discrimination is worth, None where it means nothing; a guide, no verdict."""
        value = self.discrimination
        if value is None or not self.enough:
            return None
        return next((band for least, band in _BANDS if value >= least), DiscriminationBand.POOR)


@dataclass(frozen=True)
class ExamFigures:
    """A whole exam: mean and deviation of the totals, Cronbach's alpha (KR-20 for right and wrong), standard error."""

    people: int
    mean: float
    deviation: float
    alpha: float | None
    error: float | None
    items: tuple[ItemFigures, ...]

    @property
    def enough(self) -> bool:
        """Say whether there are enough people for a reliability."""
        return self.people >= ENOUGH_PEOPLE


def analyze(marks: Sequence[Sequence[float]], highest: Sequence[float]) -> ExamFigures:
    """Return the figures of an exam from the marks of each person (rows) on each question (columns).

    ``highest`` are the highest marks. Raises ValueError for rows of different lengths or nobody.
    """
    if not marks or any(len(row) != len(highest) for row in marks):
        raise ValueError("every person has a mark for every question")
    totals = [sum(row) for row in marks]
    columns = [[row[place] for row in marks] for place in range(len(highest))]
    shares = [_covariance(column, totals) for column in columns]
    roots = sum(sqrt(one) for one in shares if one > 0)
    items = tuple(
        _item(column, totals, top, share, roots) for column, top, share in zip(columns, highest, shares, strict=True)
    )
    alpha = cronbach(columns, totals)
    deviation = sqrt(_covariance(totals, totals))
    error = deviation * sqrt(max(0.0, 1 - alpha)) if alpha is not None else None
    return ExamFigures(len(marks), sum(totals) / len(totals), deviation, alpha, error, items)


def cronbach(columns: Sequence[Sequence[float]], totals: Sequence[float]) -> float | None:
    """Return alpha = k/(k-1) · (1 - Σ var x / var X); None for one question or totals that are all the same."""
    count, spread = len(columns), _covariance(totals, totals)
    if count < 2 or spread <= 0:
        return None
    return count / (count - 1) * (1 - sum(_covariance(one, one) for one in columns) / spread)


def _item(column: Sequence[float], totals: Sequence[float], top: float, share: float, roots: float) -> ItemFigures:
    count = len(column)
    rest = [total - mark for total, mark in zip(totals, column, strict=True)]
    mean = sum(column) / count
    facility = mean / top
    own, others, both = _covariance(column, column), _covariance(rest, rest), _covariance(column, rest)
    r = both / sqrt(own * others) if own > 0 and others > 0 else None
    best = _covariance(sorted(column), sorted(rest))
    return ItemFigures(
        count,
        facility,
        wilson(facility * count, count),
        sqrt(own) / top,
        None if r is None else 100 * r,
        None if r is None or count < 2 else 1.96 * (1 - r * r) / sqrt(count - 1),
        100 * both / best if best > 0 else None,
        100 * sqrt(share) / roots if share > 0 and roots > 0 else None,
        _alarms(column, totals, top, r, 100 * both / best if best > 0 else None),
    )


def pooled(answers: Sequence[tuple[float, float]]) -> ItemFigures | None:
    """Return the figures of one question over several exams, None while nobody answered it.

    Each answer is (its mark, 0 to 1; the share that the person got on the other questions of the same paper), so that
    papers of different lengths can stand together. There is no weight in a total: there is no one total.
    """
    if not answers:
        return None
    column = [mark for mark, _ in answers]
    return _item(column, [mark + rest for mark, rest in answers], 1.0, 0.0, 0.0)


def _alarms(
    column: Sequence[float], totals: Sequence[float], top: float, r: float | None, efficiency: float | None
) -> tuple[ItemAlarm, ...]:
    count = len(column)
    facility = sum(column) / count / top
    found: list[ItemAlarm] = []
    if facility < HARD:
        found.append(ItemAlarm.SCRIPT if _strong_fail(column, totals, top) else ItemAlarm.HARD)
    if facility > EASY:
        found.append(ItemAlarm.EASY)
    if count >= ENOUGH and r is not None:
        if r < 0 and r + 1.96 * (1 - r * r) / sqrt(count - 1) < 0.10:
            found.append(ItemAlarm.KEY)
        elif efficiency is not None and efficiency < DUBIOUS_EFFICIENCY:
            found.append(ItemAlarm.DUBIOUS)
    return tuple(found)


def _strong_fail(column: Sequence[float], totals: Sequence[float], top: float) -> bool:
    """Say whether the best third fails too: then the script is to be looked at before the people."""
    ranked = sorted(range(len(totals)), key=lambda place: -totals[place])
    best = ranked[: max(1, len(ranked) // THIRD)]
    return sum(column[place] for place in best) / len(best) / top < 0.5


def _covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the sample covariance (n - 1); 0 for one person."""
    count = len(one)
    if count < 2:
        return 0.0
    mean, mean_other = sum(one) / count, sum(other) / count
    return sum((a - mean) * (b - mean_other) for a, b in zip(one, other, strict=True)) / (count - 1)


@dataclass(frozen=True)
class OptionFigures:
    """How often one option was chosen by the best, the middle and the last third; place -1 is no answer."""

    option: int
    best: int
    middle: int
    last: int

    @property
    def chosen(self) -> int:
        """Return how often it was chosen."""
        return self.best + self.middle + self.last


def options_chosen(chosen: Sequence[tuple[int, ...]], totals: Sequence[float], count: int) -> tuple[OptionFigures, ...]:
    """Return how often each of so many options was chosen, by thirds of the totals."""
    ranked = sorted(range(len(totals)), key=lambda place: (-totals[place], place))
    size = len(ranked) // THIRD
    groups = (ranked[:size], ranked[size : len(ranked) - size], ranked[len(ranked) - size :])
    counts = [Counter(option for place in group for option in (chosen[place] or (-1,))) for group in groups]
    places = [*range(count), *([-1] if any(not one for one in chosen) else [])]
    return tuple(OptionFigures(place, *(one[place] for one in counts)) for place in places)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's κ of two judges over the same cases; None where both always said the same one thing."""
    if not pairs:
        return None
    count = len(pairs)
    agreed = sum(one == other for one, other in pairs) / count
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[code] * second[code] for code in first) / count**2
    return None if chance == 1 else (agreed - chance) / (1 - chance)
