"""Who calls in the demo: names and numbers of two countries; some call often, most of them once.

Chinese numbers keep four zeros after their prefix and American ones are 555-01xx, so that nobody's own number is shown.
"""

from dataclasses import dataclass
from random import Random

from app.services.demo_texts import Texts, table

_PREFIXES = (
    130,
    131,
    132,
    135,
    136,
    137,
    138,
    139,
    150,
    151,
    152,
    155,
    156,
    157,
    158,
    159,
    176,
    180,
    186,
    187,
    188,
    189,
)
_AREA_CODES = (202, 205, 214, 301, 303, 312, 404, 410, 415, 434, 502, 503, 512, 540, 571, 602, 615, 703, 704, 757, 804)
_KINDS = ("public", "patient", "family", "patient", "family", "public", "nurse", "physician", "staff", "vendor")


@dataclass(frozen=True)
class DemoCaller:
    """A person of the demo, before the first call."""

    name: str | None
    number: str
    language: str
    area: str | None
    kind: str


class Callers:
    """Draws callers: a new one, or one who called before, until as many are known as there are to be."""

    def __init__(self, rng: Random, texts: Texts, *, english: float, known: int) -> None:
        self._rng = rng
        self._texts = texts
        self._english = english
        self._known = known
        self._people: list[DemoCaller] = []
        people = table("people")
        self._zh = (list(people["surnames_zh"]), people["given_zh"].split())
        self._en = (people["surnames_en"].split(), people["given_en"].split())

    def draw(self) -> tuple[int, DemoCaller]:
        """Return a caller and a number by which they are known from call to call."""
        again = len(self._people) >= self._known or (self._people and self._rng.random() < 0.22)
        if again:
            # The square favors those who called first: a few people call very often.
            place = int(self._rng.random() ** 2 * len(self._people))
            return place, self._people[place]
        self._people.append(self._new())
        return len(self._people) - 1, self._people[-1]

    def at(self, place: int) -> DemoCaller:
        """Return the caller with this number."""
        return self._people[place]

    def _new(self) -> DemoCaller:
        english = self._rng.random() < self._english
        kind = _KINDS[int(self._rng.random() ** 1.6 * len(_KINDS))]
        name = None if self._rng.random() < 0.12 else self._name(english)
        number, language = (self._us, "en") if english else (self._cn, "zh")
        area = None if english else self._texts.draw("town", "zh")
        return DemoCaller(name, number(), language, area, kind)

    def _name(self, english: bool) -> str:
        first, second = self._en if english else self._zh
        family, given = self._of(first), self._of(second)
        return f"{given} {family}" if english else f"{family}{given}"

    def _of(self, things: list[str]) -> str:
        return things[int(self._rng.random() ** 1.5 * len(things))]

    def _cn(self) -> str:
        return f"+86{_PREFIXES[int(self._rng.random() * len(_PREFIXES))]}0000{int(self._rng.random() * 10_000):04d}"

    def _us(self) -> str:
        return f"+1{_AREA_CODES[int(self._rng.random() * len(_AREA_CODES))]}55501{int(self._rng.random() * 100):02d}"
