"""Which unit handles an inquiry, learned from past dispatches: counts that fade, from the particular to the general.

A case is looked up at eight levels, from *this category, these words, this area, this channel* up to *anything*. Each
level gives the units that got such cases, and the next more general level fills in where it has seen few (absolute
counts with additive smoothing towards the parent; a form of Jelinek-Mercer back-off, Chen and Goodman 1998). Where no
level knows the category, the words decide by a naive Bayes estimate. A dispatch counts half after a month, so a unit
that took over a duty is suggested within days. Everything is deterministic, and every suggestion says what decided it.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

#: A dispatch counts half after so many days.
HALF_LIFE_DAYS = 30.0
#: So many dispatches weigh as much as everything that more general levels say.
TRUST = 2.0
#: Below this probability no unit is suggested.
LEAST = 0.5
#: Where words could move no more probability than this, they are not asked.
_WORTH_ASKING = 1e-3
_WORD_SHARE = 0.25
_WORDS = 24
_DAY_S = 86_400.0
#: Fading is counted from here, so that adding a dispatch never touches the earlier ones.
_ERA = datetime.fromisoformat("2020-01-01T00:00:00+00:00")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of an inquiry when it is dispatched. ``place`` is a part of ``area``; ``words`` are of the text."""

    category: str = ""
    area: str = ""
    place: str = ""
    channel: str = ""
    summary: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The unit that such cases went to. ``level`` names what decided, ``seen`` how many like it there were (fading).

    ``words`` are those that decided, where words did; ``others`` the next units with their probabilities.
    """

    unit: str
    probability: float
    level: str
    seen: float
    words: tuple[str, ...] = ()
    others: tuple[tuple[str, float], ...] = ()


def _by(*names: str) -> Callable[[Case], Key | None]:
    def key(case: Case) -> Key | None:
        found = tuple(getattr(case, name) for name in names)
        return found if all(found) else None

    return key


def _parent(case: Case) -> Key | None:
    parent = case.category.rpartition(".")[0]
    return (parent,) if parent else None


#: From the particular to the general: name of the level, and how a case is looked up at it.
LEVELS: tuple[tuple[str, Callable[[Case], Key | None]], ...] = (
    ("category+summary+area+channel", _by("category", "summary", "area", "channel")),
    ("category+summary+area", _by("category", "summary", "area")),
    ("category+area", _by("category", "area")),
    ("category+place", _by("category", "place")),
    ("category+summary", _by("category", "summary")),
    ("category", _by("category")),
    ("parent", _parent),
)
WORDS = "words"
_UNITS = "units"
#: So many keys stand in one part of a dump: reading one takes no time that a person could notice.
_PART = 500


@dataclass(slots=True)
class _Counts:
    """Fading counts of units under one key."""

    total: float = 0.0
    units: dict[str, float] = field(default_factory=dict[str, float])

    def add(self, unit: str, weight: float) -> None:
        self.total += weight
        self.units[unit] = self.units.get(unit, 0.0) + weight

    def dump(self, places: Mapping[str, int]) -> list[float]:
        """Return the total, then places of units, each followed by its weight."""
        return [self.total, *(value for unit, weight in self.units.items() for value in (places[unit], weight))]

    @classmethod
    def load(cls, told: Sequence[float], units: Sequence[str]) -> "_Counts":
        """Return the counts that ``dump`` gave."""
        pairs = zip(told[1::2], told[2::2], strict=True)
        return cls(told[0], {units[int(place)]: weight for place, weight in pairs})


class RoutingMemory:
    """What past dispatches teach. ``add`` them in any order; nothing is fitted and nothing is stored twice."""

    def __init__(self) -> None:
        self._levels: list[dict[Key, _Counts]] = [{} for _ in LEVELS]
        self._all = _Counts()
        self._words: dict[str, _Counts] = {}

    def add(self, case: Case, unit: str, at: datetime) -> None:
        """Remember that a case was dispatched to a unit, and not sent back."""
        weight = _weight(at)
        self._all.add(unit, weight)
        for known, (_, key_of) in zip(self._levels, LEVELS, strict=True):
            key = key_of(case)
            if key is not None:
                known.setdefault(key, _Counts()).add(unit, weight)
        for word in set(case.words):
            self._words.setdefault(word, _Counts()).add(unit, weight)

    def add_all(self, dispatches: Iterable[tuple[Case, str, datetime]]) -> None:
        """Remember many."""
        for case, unit, at in dispatches:
            self.add(case, unit, at)

    def probabilities(self, case: Case, now: datetime) -> dict[str, float]:
        """Return the units that such a case may go to, with probabilities that add up to 1; empty without any past."""
        if not self._all.total:
            return {}
        scale, left = _weight(now), 1.0
        found: dict[str, float] = {}
        for counts in self._counted(case):
            seen = counts.total / scale + TRUST
            for unit, weight in counts.units.items():
                found[unit] = found.get(unit, 0.0) + left * weight / scale / seen
            left *= TRUST / seen
        rest = self._from_words(case.words, scale) if left > _WORTH_ASKING else self._usual()
        for unit, share in rest.items():
            found[unit] = found.get(unit, 0.0) + left * share
        return found

    def dump(self) -> Iterator[list[Any]]:
        """Yield everything in small parts of plain JSON values; ``load`` makes the same memory of them."""
        units = sorted(self._all.units)
        places = {unit: place for place, unit in enumerate(units)}
        yield [_UNITS, units, self._all.dump(places)]
        for level, known in enumerate(self._levels):
            yield from _parts(level, ([*key, counts.dump(places)] for key, counts in known.items()))
        yield from _parts(WORDS, ([word, counts.dump(places)] for word, counts in self._words.items()))

    @classmethod
    def load(cls, parts: Iterable[Sequence[Any]]) -> "RoutingMemory":
        """Return the memory that ``dump`` gave."""
        memory, units = cls(), list[str]()
        for name, told, *counts in parts:
            if name == _UNITS:
                units = told
                memory._all = _Counts.load(counts[0], units)
            elif name == WORDS:
                memory._words.update((word, _Counts.load(one, units)) for word, one in told)
            else:
                memory._levels[name].update((tuple(key), _Counts.load(one, units)) for *key, one in told)
        return memory

    def suggest(
        self, case: Case, now: datetime, *, least: float = LEAST, without: frozenset[str] = frozenset()
    ) -> Suggestion | None:
        """Return the unit to suggest, or None where nothing is likely enough. ``without`` are units not to suggest."""
        found = _shares({unit: one for unit, one in self.probabilities(case, now).items() if unit not in without})
        if not found:
            return None
        ranked = sorted(found.items(), key=_likely)
        unit, probability = ranked[0]
        if probability < least:
            return None
        level, seen = self._deciding(case, unit, _weight(now))
        words = self._deciding_words(case.words, unit, _weight(now)) if level == WORDS else ()
        return Suggestion(unit, probability, level, seen, words, tuple(ranked[1:4]))

    def _counted(self, case: Case) -> Iterator[_Counts]:
        """Yield what is known at each level, the most particular first."""
        for known, (_, key_of) in zip(self._levels, LEVELS, strict=True):
            key = key_of(case)
            counts = known.get(key) if key is not None else None
            if counts is not None:
                yield counts

    def _deciding(self, case: Case, unit: str, scale: float) -> tuple[str, float]:
        """Return the most particular level that has seen at least one case like this go to the unit, and how many."""
        for known, (name, key_of) in zip(self._levels, LEVELS, strict=True):
            key = key_of(case)
            counts = known.get(key) if key is not None else None
            if counts is not None and counts.units.get(unit, 0.0) / scale >= 1.0:
                return name, counts.units[unit] / scale
        return WORDS, self._all.units.get(unit, 0.0) / scale

    def _usual(self) -> dict[str, float]:
        """Return the share of everything that each unit got."""
        return {unit: weight / self._all.total for unit, weight in self._all.units.items()}

    def _from_words(self, words: Sequence[str], scale: float) -> dict[str, float]:
        """Return what the words say by themselves: the units' shares, changed by how typical each word is of them."""
        known = [counts for word in self._rarest(words) if (counts := self._words.get(word)) is not None]
        scores = {
            unit: math.log(weight) + _WORD_SHARE * sum(self._typical(counts, unit, scale) for counts in known)
            for unit, weight in self._all.units.items()
        }
        top = max(scores.values())
        shares = {unit: math.exp(score - top) for unit, score in scores.items()}
        total = sum(shares.values())
        return {unit: share / total for unit, share in shares.items()}

    def _rarest(self, words: Sequence[str]) -> list[str]:
        known = [word for word in dict.fromkeys(words) if word in self._words]
        return sorted(known, key=self._frequency)[:_WORDS]

    def _frequency(self, word: str) -> tuple[float, str]:
        return self._words[word].total, word

    def _typical(self, counts: _Counts, unit: str, scale: float) -> float:
        """Return the logarithm of how much more often the word is seen with the unit than by chance."""
        share = self._all.units[unit] / self._all.total
        seen = counts.total / scale
        with_unit = counts.units.get(unit, 0.0) / scale
        return math.log((with_unit + share) / (seen + 1.0) / share)

    def _deciding_words(self, words: Sequence[str], unit: str, scale: float) -> tuple[str, ...]:
        ranked = sorted(
            ((self._typical(self._words[word], unit, scale), word) for word in self._rarest(words)), reverse=True
        )
        return tuple(word for weight, word in ranked if weight > 0)[:4]


def _parts(name: int | str, rows: Iterable[list[Any]]) -> Iterator[list[Any]]:
    waiting: list[list[Any]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _PART:
            yield [name, waiting]
            waiting = []
    if waiting:
        yield [name, waiting]


def _shares(found: dict[str, float]) -> dict[str, float]:
    total = sum(found.values())
    return {unit: one / total for unit, one in found.items()} if total else {}


def _weight(at: datetime) -> float:
    return 2.0 ** ((at - _ERA).total_seconds() / _DAY_S / HALF_LIFE_DAYS)


def _likely(one: tuple[str, float]) -> tuple[float, str]:
    return -one[1], one[0]


def calibration(shown: Iterable[tuple[float, bool]], *, at_least: float) -> tuple[int, int]:
    """Return how many suggestions had this probability or more, and how many of them were right."""
    sure = [right for probability, right in shown if probability >= at_least]
    return len(sure), sum(sure)
