"""What callers of the demo say: templates and words of two languages, drawn so that few words are frequent and most are
rare (Zipf's law), the same for the same seed.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from resources import FOLDER

_TABLE = 2048
#: How steeply the frequency of the words falls (Zipf's exponent; about 1 in real texts).
STEEPNESS = 0.9
#: What many call about in the demo's last week, and in the one before it.
SEASON, SEASON_BEFORE = "consult.immunization.flu", "consult.outbreak.contact"


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """Return one of the demo's files (resources/demo)."""
    return json.loads(FOLDER.joinpath(f"demo/{name}.json").read_text(encoding="utf-8"))


class Pool:
    """Things to draw from, the first ones more often than the later ones, or by given weights."""

    def __init__(self, things: list[Any], weights: list[float] | None = None) -> None:
        given = weights or [1 / (place + 1.5) ** STEEPNESS for place in range(len(things))]
        total = sum(given)
        self._things: list[Any] = []
        for thing, weight in zip(things, given, strict=True):
            self._things += [thing] * max(1, round(weight / total * max(_TABLE, 2 * len(things))))
        self._count = len(self._things)

    def draw(self, rng: Random) -> Any:
        """Return one of them."""
        return self._things[int(rng.random() * self._count)]

    def distinct(self) -> list[Any]:
        """Return each of them once, in their order."""
        return list(dict.fromkeys(self._things))


@dataclass(frozen=True)
class Topic:
    """What an inquiry can be about: its category, who handles it, which script answers it, and what is said."""

    category: str
    unit: str
    script: str | None
    kind: str
    english: bool
    says: dict[str, Pool]
    answers: dict[str, Pool]


class _Slots(dict[str, str]):
    """The slots of one text, each drawn when it is first named."""

    def __init__(self, words: dict[str, Pool], rng: Random) -> None:
        super().__init__()
        self._words = words
        self._rng = rng

    def __missing__(self, name: str) -> str:
        found = self._words.get(name)
        return str(found.draw(self._rng)) if found else _NUMBERS[name](self._rng)


def _ref(rng: Random) -> str:
    return f"{'ABCEFHKMPRTX'[int(rng.random() * 12)]}{int(rng.random() * 90_000) + 10_000}"


def _time(rng: Random) -> str:
    return f"{8 + int(rng.random() * 11)}:{(0, 15, 30, 45)[int(rng.random() * 4)]:02d}"


def _between(low: int, high: int) -> Any:
    def drawn(rng: Random) -> str:
        return str(low + int(rng.random() * (high - low)))

    return drawn


_NUMBERS: dict[str, Any] = {
    "elder_age": _between(61, 90),
    "young_age": _between(9, 46),
    "months": _between(2, 36),
    "count": _between(2, 19),
    "amount": _between(12, 4800),
    "time": _time,
    "ref": _ref,
}


class Texts:
    """Draws texts and names; ``language`` is zh or en."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._words = {"en": _words("en"), "zh": _words("zh")}
        self._words["zh"] = {**self._words["en"], **self._words["zh"]}
        told = table("topics")
        self._pools = {name: Pool(texts) for name, texts in told.items() if name != "topics"}
        topics = [_topic(one) for one in told["topics"]]
        weights = [float(one["weight"]) for one in told["topics"]]
        self._topics = Pool(topics, weights)
        self._in_season = {one.category: one for one in topics if one.category in (SEASON, SEASON_BEFORE)}
        english = [place for place, one in enumerate(topics) if one.english]
        self._english = Pool([topics[place] for place in english], [weights[place] for place in english])

    def topic(self, language: str) -> Topic:
        """Return what a caller of this language calls about."""
        if language == "en" and self._rng.random() < 0.5:
            return self._english.draw(self._rng)
        while (found := self._topics.draw(self._rng)).english:
            if self._rng.random() < 0.05:
                break
        return found

    def topic_in_season(self, *, lately: bool = True) -> Topic:
        """Return what many call about these days, or did the week before: a topic that rises against its own past."""
        return self._in_season[SEASON if lately else SEASON_BEFORE]

    def summary(self, topic: Topic, language: str) -> str:
        """Return one line on a topic."""
        text = self._filled(topic.says[language].draw(self._rng), language)
        return text[0].upper() + text[1:]

    def answer(self, topic: Topic, language: str) -> str:
        """Return what was answered."""
        return self._filled(topic.answers[language].draw(self._rng), language)

    def details(self, language: str, sentences: int) -> str:
        """Return what else was said."""
        pool = self._pools[f"more_{language}"]
        said = [self._filled(pool.draw(self._rng), language) for _ in range(sentences)]
        return ("" if language == "zh" else " ").join(said)

    def line(self, kind: str, language: str) -> str:
        """Return a note, a promise, a reason or a note on a caller (``notes``, ``promises``, ``cancels`` …)."""
        return self._filled(self._pools[f"{kind}_{language}"].draw(self._rng), language)

    def draw(self, name: str, language: str) -> str:
        """Return one word or phrase of a kind (``town``, ``place`` …)."""
        return str(self._words[language][name].draw(self._rng))

    def _filled(self, template: str, language: str) -> str:
        return template.format_map(_Slots(self._words[language], self._rng))


def _topic(given: dict[str, Any]) -> Topic:
    return Topic(
        given["category"],
        given["unit"],
        given.get("script"),
        given.get("kind", "ask"),
        bool(given.get("english")),
        {language: Pool(given[language]) for language in ("zh", "en")},
        {language: Pool(given[f"answer_{language}"]) for language in ("zh", "en")},
    )


@lru_cache(maxsize=2)
def _words(language: str) -> dict[str, Pool]:
    told: dict[str, str] = table(f"words_{language}")
    listed = {name: text.split("|" if "|" in text else " ") for name, text in told.items()}
    starts, ends = listed.pop("village_starts"), listed.pop("village_ends")
    words = {name: Pool(things) for name, things in listed.items()}
    words["village"] = Pool([f"{start}{end}" for end in ends for start in starts])
    words["person"] = Pool(_persons(language))
    return words


def _persons(language: str) -> list[str]:
    people = table("people")
    if language == "zh":
        return [f"{name}{title}" for name in people["surnames_zh"] for title in ("医生", "护士", "主任")]
    return [f"{title} {name}" for name in people["surnames_en"].split() for title in ("Dr.", "Ms.", "Mr.")]
