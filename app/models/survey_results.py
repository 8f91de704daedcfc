"""Results of a survey: of each item and measure, by institution and over all, with intervals that say how sure it is.

Top box, top two and the mean stand side by side, raw and weighted. Fewer than 25 answers are counted and not shown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from app.models.intervals import (
    Interval,
    Reliance,
    kish_effect,
    reliance,
    stratified,
    stratum,
    wilson,
    wilson_effective,
)
from app.models.questionnaire_logic import numbers_of
from app.models.questionnaires import SCALED, Item, ItemKind, Measure, Questionnaire
from app.models.scoring import SCALES, BoxScore, composite, mean_in_twenties, score
from app.models.texts import Order, in_order


@dataclass(frozen=True, slots=True)
class Answered:
    """One interview that counts: its institution and stratum, and what its items count as.

    ``day`` is the ISO date of the stay or visit.
    """

    institution: str
    stratum: str
    codes: Mapping[str, Any]
    day: str = ""


@dataclass(frozen=True, slots=True)
class ItemFigure:
    """One item at one place. ``interval`` is of the top box, corrected for how many were asked; None is not shown.

    ``twenties`` is the mean × 20 of a five-point item.
    """

    item: str
    boxes: BoxScore
    interval: Interval | None
    two: Interval | None
    reliance: Reliance
    twenties: float | None = None


@dataclass(frozen=True, slots=True)
class MeasureFigure:
    """One measure at one place: the plain mean of the shares of its items; None where one of them is suppressed."""

    measure: str
    items: tuple[ItemFigure, ...]
    top: float | None
    two: float | None


@dataclass(frozen=True, slots=True)
class Overall:
    """One item over all strata: the raw share, the weighted one with its interval, and what the weights cost.

    ``variance`` is that of the weighted share by the design of the draw.
    """

    item: str
    answers: int
    raw: float
    weighted: Interval
    effective: float
    effect: float
    collapsed: int
    variance: float


def without(
    figures: Mapping[str, tuple[MeasureFigure, ...]], withheld: Mapping[str, frozenset[str]]
) -> dict[str, tuple[MeasureFigure, ...]]:
    """Return the figures of institutions without those that are withheld (item → institutions)."""
    return {
        place: tuple(_without(one, {item for item, places in withheld.items() if place in places}) for one in measures)
        for place, measures in figures.items()
    }


def _without(measure: MeasureFigure, withheld: set[str]) -> MeasureFigure:
    if withheld.isdisjoint(one.item for one in measure.items):
        return measure
    hidden = {"interval": None, "two": None, "twenties": None, "reliance": Reliance.WITHHELD}
    items = tuple(
        replace(one, **hidden) if one.item in withheld and one.interval is not None else one for one in measure.items
    )
    return MeasureFigure(measure.measure, items, None, None)


def steps_of(item: Item, answered: Iterable[Answered]) -> list[int]:
    """Return the answers to a scaled item as steps; what is no answer is left out."""
    found = numbers_of(item, [one.codes.get(item.id) for one in answered])
    return [int(one) for one in found if one is not None]


def item_figure(item: Item, answered: Sequence[Answered], size: int | None = None) -> ItemFigure:
    """Return the figure of a scaled item. ``size`` is how many people the place has; None corrects for nothing."""
    steps = steps_of(item, answered)
    boxes = score(SCALED[item.kind], steps)
    how = reliance(boxes.answers)
    if how is Reliance.SUPPRESSED:
        return ItemFigure(item.id, boxes, None, None, how)
    population = max(size, boxes.answers) if size is not None else None
    top, two = (wilson(hits, boxes.answers, population=population) for hits in (boxes.top, boxes.two))
    twenties = mean_in_twenties(steps) if item.kind is ItemKind.SATISFACTION else None
    return ItemFigure(item.id, boxes, top, two, how, twenties)


def measure_figure(
    questionnaire: Questionnaire, measure: Measure, answered: Sequence[Answered], size: int | None = None
) -> MeasureFigure:
    """Return the figure of a measure; items that are not scaled say nothing."""
    items = (questionnaire.item(name) for name in measure.items)
    found = tuple(item_figure(one, answered, size) for one in items if one is not None and one.kind in SCALED)
    if not found or any(one.interval is None for one in found):
        return MeasureFigure(measure.id, found, None, None)
    top, two = (composite(shares) for shares in (_tops(found), _twos(found)))
    return MeasureFigure(measure.id, found, top, two)


def _tops(found: Iterable[ItemFigure]) -> list[float | None]:
    return [one.boxes.top_share for one in found]


def _twos(found: Iterable[ItemFigure]) -> list[float | None]:
    return [one.boxes.two_share for one in found]


def by_institution(
    questionnaire: Questionnaire, answered: Iterable[Answered], sizes: Mapping[str, int]
) -> dict[str, tuple[MeasureFigure, ...]]:
    """Return every measure of every institution that answered, by its code."""
    groups: dict[str, list[Answered]] = {}
    for one in answered:
        groups.setdefault(one.institution, []).append(one)
    return {
        name: tuple(measure_figure(questionnaire, one, group, sizes.get(name)) for one in questionnaire.measures)
        for name, group in sorted(groups.items(), key=_by_name)
    }


def _by_name(one: tuple[str, object]) -> Order:
    return in_order(one[0])


def overall(
    item: Item,
    answered: Sequence[Answered],
    sizes: Mapping[str, int],
    *,
    two: bool = False,
    together: Set[str] = frozenset(),
) -> Overall | None:
    """Return an item over all strata, weighted by their sizes; None with fewer than 25 answers.

    A stratum that is not in ``sizes`` has as many people as answered. Institutions in ``together`` are not shown: they
    are one stratum, since two shares of the same answers (weighted and not) would tell two of them apart.
    """
    answered = [replace(one, stratum=_TOGETHER) if one.institution in together else one for one in answered]
    sizes = _joined(sizes, together)
    scale = SCALES[SCALED[item.kind]]
    least = scale.two_from if two else scale.top_from
    counts: dict[str, list[int]] = {name: [] for name in sizes}
    numbers = numbers_of(item, [one.codes.get(item.id) for one in answered])
    for one, step in zip(answered, numbers, strict=True):
        if step is not None:
            counts.setdefault(one.stratum, []).append(int(step >= least))
    answers = sum(map(len, counts.values()))
    if reliance(answers) is Reliance.SUPPRESSED:
        return None
    counts, sizes = _without_small(counts, sizes)
    strata = [stratum(max(sizes.get(name, 0), len(hits)), len(hits), sum(hits)) for name, hits in counts.items()]
    found = stratified(strata)
    weights = [one.weight for one in strata for _ in range(one.sample)]
    raw = sum(map(sum, counts.values())) / answers
    return Overall(
        item.id,
        answers,
        raw,
        wilson_effective(found),
        found.effective,
        kish_effect(weights),
        found.collapsed,
        found.v,
    )


def _without_small(
    counts: Mapping[str, list[int]], sizes: Mapping[str, int]
) -> tuple[dict[str, list[int]], Mapping[str, int]]:
    """Return the strata with those of one institution put together until each has 25 answers, or is the only one left.

    The institution's own figure, the weighted and the unweighted share and the limits are equations, and hits are whole
    numbers: of departments however many they would tell each. The smallest joins the next smallest.
    """
    counts, sizes = dict(counts), dict(sizes)
    places: dict[str, list[str]] = {}
    for name, hits in counts.items():
        if hits:
            places.setdefault(name.partition("/")[0], []).append(name)
    for known in places.values():
        while len(known) > 1:
            small, other = sorted(known, key=lambda name: (len(counts[name]), name))[:2]
            if reliance(len(counts[small])) is not Reliance.SUPPRESSED:
                break
            sizes[other] = sum(max(sizes.get(name, 0), len(counts[name])) for name in (small, other))
            counts[other] = counts.pop(small) + counts[other]
            known.remove(small)
    return counts, sizes


#: The stratum of those that are not shown; no institution is called so.
_TOGETHER = "/"


def _joined(sizes: Mapping[str, int], together: Set[str]) -> Mapping[str, int]:
    if not together:
        return sizes
    found: Counter[str] = Counter()
    for name, size in sizes.items():
        found[_TOGETHER if name.partition("/")[0] in together else name] += size
    return found
