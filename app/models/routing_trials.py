"""Rules tried on the past: how often each would have decided, whether people chose the same, where rules disagree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.models.routing_rules import MAIN, Facts, Table, first_fitting, fits

#: So many inquiries are named of each rule that people decided otherwise.
EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Past:
    """An inquiry of the past: its number, what rules may look at, and the unit it went to ("" for none)."""

    number: str
    facts: Facts
    unit: str = ""


@dataclass(slots=True)
class RuleTrial:
    """What one rule would have done. ``agreed`` of ``judged`` went to its unit; ``otherwise`` counts the other units.

    ``rivals`` are the later rules (by name) that fitted too and send elsewhere, and how often.
    """

    table: str
    place: int
    name: str
    unit: str
    fired: int = 0
    judged: int = 0
    agreed: int = 0
    otherwise: Counter[str] = field(default_factory=Counter[str])
    rivals: Counter[str] = field(default_factory=Counter[str])
    examples: list[str] = field(default_factory=list[str])

    @property
    def differed(self) -> int:
        """Return how many went to another unit."""
        return self.judged - self.agreed


@dataclass(frozen=True, slots=True)
class Trial:
    """What a table would have done with ``looked`` inquiries; ``fired`` of them had a rule, of ``judged`` a unit."""

    looked: int
    rules: tuple[RuleTrial, ...]

    @property
    def fired(self) -> int:
        """Return for how many inquiries a rule decided."""
        return sum(one.fired for one in self.rules)

    @property
    def judged(self) -> int:
        """Return how many of those had gone to a unit."""
        return sum(one.judged for one in self.rules)

    @property
    def agreed(self) -> int:
        """Return how many of those had gone to the unit of the rule."""
        return sum(one.agreed for one in self.rules)

    @property
    def conflicts(self) -> int:
        """Return how often a later rule fitted too and would have sent elsewhere."""
        return sum(one.rivals.total() for one in self.rules)


class Trying:
    """Tries a table, inquiry by inquiry."""

    def __init__(self, tables: Mapping[str, Table], start: str = MAIN) -> None:
        self._tables, self._start = tables, start
        self._looked = 0
        self._rules = {
            (name, place): RuleTrial(name, place, rule.name, rule.unit)
            for name in _reached(tables, start)
            for place, rule in enumerate(tables[name].rules)
            if rule.unit
        }

    def take(self, past: Past) -> None:
        """Try one inquiry."""
        self._looked += 1
        found = first_fitting(self._tables, past.facts, start=self._start)
        if found is None:
            return
        one = self._rules[found.table, found.place]
        one.fired += 1
        one.rivals.update(self._rivals(past.facts, found.table, found.place, found.rule.unit))
        if not past.unit:
            return
        one.judged += 1
        if past.unit == found.rule.unit:
            one.agreed += 1
            return
        one.otherwise[past.unit] += 1
        if len(one.examples) < EXAMPLES:
            one.examples.append(past.number)

    def result(self) -> Trial:
        """Return what was found, the rules in their order."""
        return Trial(self._looked, tuple(self._rules.values()))

    def _rivals(self, facts: Facts, table: str, place: int, unit: str) -> Iterator[str]:
        for rule in self._tables[table].rules[place + 1 :]:
            if rule.unit and rule.unit != unit and not rule.when.empty and fits(rule, facts):
                yield rule.name


def _reached(tables: Mapping[str, Table], start: str) -> list[str]:
    """Return the tables that a question may come to, the first one first."""
    found: list[str] = []
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name in tables and name not in found:
            found.append(name)
            waiting += [rule.table for rule in tables[name].rules if rule.table]
    return found


def try_all(tables: Mapping[str, Table], many: Iterable[Past], start: str = MAIN) -> Trial:
    """Try a table on many inquiries."""
    trying = Trying(tables, start)
    for one in many:
        trying.take(one)
    return trying.result()
