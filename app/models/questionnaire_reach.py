"""Whether anything in a questionnaire can happen at all, by trying every combination of answers that bears on it.

For an item only those items matter that its condition asks about, and those whose skips lead past it, and what those
in turn depend on. Of each, its options are tried; of numbers, those on both sides of every limit.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from random import Random

from app.models.interviews import codes_for_skip
from app.models.questionnaire_logic import Around, Coded, compute, holds
from app.models.questionnaires import (
    CHOICES,
    END,
    NO,
    RATING_MOST,
    READ_OUT,
    Condition,
    Item,
    ItemKind,
    Questionnaire,
    Reserved,
    every_condition,
)

#: More combinations than this are not all tried, but so many of them by chance.
MOST, BY_CHANCE = 20_000, 3_000
_ANY_DATE, _ANY_TEXT = "2026-01-15", "…"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way through: what items count as, and which of those that matter are asked."""

    around: Around
    asked: frozenset[str]


class Reach:
    """What can happen in one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._items = questionnaire.items
        self._places = {one.id: place for place, one in enumerate(self._items)} | {END: len(self._items)}
        self._limits = _limits_of(questionnaire)

    def can_be_asked(self, item: Item) -> bool | None:
        """Say whether some answers lead to an item; None where there are too many combinations to be sure."""
        return self.possible([item.id], item.id, lambda found: item.id in found.asked)

    def can_hold(self, condition: Condition, *, at: str = END) -> bool | None:
        """Say whether a condition can hold once an item is asked, or at the end."""
        subjects = [one.subject for one in every_condition(condition) if one.subject]
        wanted = subjects if at == END else [*subjects, at]
        return self.possible(
            wanted, at, lambda found: holds(condition, found.around) and (at == END or at in found.asked)
        )

    def possible(self, subjects: Iterable[str], until: str, is_so: Callable[[Outcome], bool]) -> bool | None:
        """Say whether some combination of answers makes something so by the time that an item is asked."""
        matter = self._matter(subjects, self._places[until])
        for values in self._combinations(matter):
            if is_so(self._outcome(values, matter, self._places[until])):
                return True
        return False if self._count(matter) <= MOST else None

    def bearing_on(self, subjects: Iterable[str]) -> frozenset[str]:
        """Return the items and fields on which it depends whether these are asked, and what they are; these as well."""
        return frozenset(self._matter(subjects, self._places[END]))

    def _matter(self, subjects: Iterable[str], until: int) -> tuple[str, ...]:
        """Return the items and fields that bear on these, itself closed."""
        found: set[str] = set()
        left = list(subjects)
        while left:
            name = left.pop()
            if name in found or name == END or (not name.startswith("@") and name not in self._places):
                continue
            found.add(name)
            if not name.startswith("@"):
                left.extend(self._bears_on(name))
        return tuple(sorted(found, key=self._order))

    def _order(self, name: str) -> tuple[int, str]:
        return self._places.get(name, -1), name

    def _bears_on(self, name: str) -> Iterator[str]:
        place = self._places[name]
        item = self._items[place]
        yield from (one.subject for one in every_condition(item.when) if one.subject)
        yield from item.computed.items if item.computed is not None else ()
        for earlier in self._items[:place]:
            past = [self._places.get(one.to, -1) > place for one in earlier.skips]
            if any(past) or (earlier.kind is ItemKind.CONSENT and earlier.gate):
                yield earlier.id

    def _values(self, name: str) -> Sequence[Coded]:
        if name.startswith("@"):
            return self._limits.get(name, [])
        item = self._items[self._places[name]]
        if item.computed is not None:
            return [None]
        found = _values_of(item, self._limits.get(name, []))
        if not item.insist and item.kind is not ItemKind.STATEMENT:
            found.append(Reserved.DONT_KNOW)
        return [*found, Reserved.NEVER_HAPPENED] if item.never is not None else found

    def _count(self, matter: Sequence[str]) -> int:
        return prod(max(1, len(self._values(one))) for one in matter)

    def _combinations(self, matter: Sequence[str]) -> Iterator[dict[str, Coded]]:
        offered = [self._values(one) or [None] for one in matter]
        if self._count(matter) <= MOST:
            yield from (dict(zip(matter, values, strict=True)) for values in product(*offered))
            return
        chance = Random(self._questionnaire.id)  # noqa: S311 - the same every time, nothing secret
        for _ in range(BY_CHANCE):
            yield {name: chance.choice(values) for name, values in zip(matter, offered, strict=True)}

    def _outcome(self, values: Mapping[str, Coded], matter: Sequence[str], until: int) -> Outcome:
        coded: dict[str, Coded] = {}
        fields = {name[1:]: str(value) for name, value in values.items() if name.startswith("@") and value is not None}
        around, asked, at = Around(self._questionnaire, coded, fields), set[str](), 0
        for name in matter:
            place = self._places.get(name, -1)
            if place < 0 or place > until:
                continue
            item = self._items[place]
            if place < at or (item.when is not None and not holds(item.when, around)):
                coded[name] = Reserved.NOT_APPLICABLE
                continue
            coded[name] = values[name] if item.computed is None else compute(item.computed, around)
            asked.add(name)
            at = max(place + 1, self._goal(item, coded[name], place))
        return Outcome(around, frozenset(asked))

    def _goal(self, item: Item, coded: Coded, place: int) -> int:
        if item.kind is ItemKind.CONSENT and item.gate and coded == NO:
            return self._places[END]
        codes = codes_for_skip(coded)
        return next((self._places.get(one.to, -1) for one in item.skips if codes & set(one.on)), place + 1)


def _values_of(item: Item, limits: Sequence[float]) -> list[Coded]:
    if item.kind in CHOICES:
        return [one.code for one in item.options]
    if item.kind is ItemKind.MULTI:
        together = [one.code for one in item.options if not one.exclusive]
        return [*([one.code] for one in item.options), *([together] if len(together) > 1 else [])]
    if item.kind is ItemKind.RATING:
        return [one for one in sorted({0, RATING_MOST, *map(int, limits)}) if 0 <= one <= RATING_MOST]
    if item.kind is ItemKind.NUMBER:
        edges = [one for one in (item.least, item.most) if one is not None]
        return [one for one in sorted({*edges, *limits}) if not _outside(item, one)] or [item.least or 0]
    return [{ItemKind.DATE: _ANY_DATE, ItemKind.STATEMENT: READ_OUT}.get(item.kind, _ANY_TEXT)]


def _outside(item: Item, value: float) -> bool:
    return (item.least is not None and value < item.least) or (item.most is not None and value > item.most)


def conditions_of(questionnaire: Questionnaire) -> Iterator[tuple[str, Condition]]:
    """Return every condition of a questionnaire, with the item, check or trigger that it belongs to."""
    for item in questionnaire.items:
        for whole in (item.when, item.why.when if item.why is not None else None):
            yield from ((item.id, one) for one in every_condition(whole))
    for owner in (*questionnaire.checks, *questionnaire.triggers):
        yield from ((owner.id, one) for one in every_condition(owner.when))


def _limits_of(questionnaire: Questionnaire) -> dict[str, list[Coded]]:
    """Return, of each subject, the values on both sides of whatever it is compared with."""
    found: dict[str, set[Coded]] = {}
    for _, one in conditions_of(questionnaire):
        if one.what in ("at_least", "at_most"):
            found.setdefault(one.subject, set()).update((one.limit - 1, one.limit, one.limit + 1))
        elif one.subject.startswith("@"):
            found.setdefault(one.subject, set()).update((*one.values, ""))
        elif one.values:
            found.setdefault(one.subject, set()).update(float(each) for each in one.values if _is_number(each))
    return {name: sorted(values, key=str) for name, values in found.items()}


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
