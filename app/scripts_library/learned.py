"""What callers' words have taught about scripts: a linear model over hashed features, applied in plain Python.

It is fitted by ``learning``. Applying it needs neither numpy nor scikit-learn: the largest weights of each script are
kept, as lists of (script, weight) by feature, so that a query reads a few thousand numbers.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import accumulate
from math import exp, log, sqrt
from operator import mul
from zlib import crc32

from app.scripts_library.ranking import features_of
from app.scripts_library.tokens import Run, stem
from app.scripts_library.word_families import shipped_families
from app.scripts_library.word_meanings import NUMBERS, meaning_of

#: Of the layout of ``to_bytes`` and of what a feature is: a model of another version is fitted anew.
VERSION = 4
#: A script is learned from this many examples on: below, its phrases know more.
ENOUGH = 8
#: How much the model counts beside the phrases, how steeply its margins fall, how many of its scripts are looked at.
SHARE, STEEP, MOST = 0.7, 2.0, 24
#: The key under which all scripts lie together that have too few examples to be learned.
REST = ""
#: A script that was not learned keeps at least this share of what its phrases say, however sure the model is of others.
_LEAST = 0.5
#: How much a word of a family counts where another of it was said.
FAMILY = 0.7
#: Of so many scripts that fit best by their features it is asked whether they mean the same.
_NEAR = 120
_MAGIC = b"OWL1"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model hears of a text: hashed ``features`` with how surely it holds them, and the stems of its words."""

    features: Mapping[int, float]
    stems: tuple[str, ...]


def heard_in(found: Sequence[Run]) -> Heard:
    """What the model hears of a text."""
    stems = dict.fromkeys(stem(run.text) for run in found if not run.is_chinese)
    return Heard(features_in(found), tuple(stems))


def rareness(count: int, of: int) -> float:
    """How much a feature tells that ``count`` of ``of`` examples have: as in Salton's tf-idf, smoothed."""
    return log((1 + of) / (1 + count)) + 1


def hashed_word(stem: str) -> int:
    """The feature of a word by itself."""
    return _hashed(stem)


def features_in(found: Sequence[Run]) -> dict[int, float]:
    """The hashed features of a text with how surely it holds them: words, neighboring words, groups of letters and the
    text as a whole surely, and less surely the words that are said for its words.
    """
    families = shipped_families()
    related = (one for run in found if not run.is_chinese for one in families.get(stem(run.text), ()))
    features = dict.fromkeys(map(_hashed, related), FAMILY)
    features.update(dict.fromkeys((*map(_hashed, features_of(found)), whole_of(found)), 1.0))
    return features


def whole_of(found: Sequence[Run]) -> int:
    """The hashed feature of a text as a whole."""
    return _hashed("=" + " ".join(run.text for run in found))


def _hashed(feature: str) -> int:
    return crc32(feature.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Weights:
    """The model as arrays: of each feature its ``idf`` and where its entries begin, of each entry script, step, calls.

    A weight is its step times the scale of its script; ``calls`` counts the script's calls that held the feature. The
    ``meanings`` of all scripts follow one another, each a row of steps with a scale of its own.
    """

    features: "array[int]"
    idf: "array[float]"
    starts: "array[int]"
    scripts: "array[int]"
    steps: "array[int]"
    calls: "array[int]"
    scales: "array[float]"
    intercepts: "array[float]"
    meanings: "array[int]"
    meaning_scales: "array[float]"

    def parts(self) -> tuple["array[int] | array[float]", ...]:
        """All arrays, in the order in which they are written."""
        return (
            self.features, self.idf, self.starts, self.scripts, self.steps, self.calls, self.scales, self.intercepts,
            self.meanings, self.meaning_scales,
        )  # fmt: skip


_CODES = "IfIIbHffbf"


@dataclass(frozen=True, slots=True)
class Learned:
    """A fitted model: the scripts that it knows, what it was trained on (a hash) and from how many examples."""

    keys: tuple[str, ...]
    trained_on: str
    examples: int
    weights: Weights
    _places: dict[int, int] = field(init=False, repr=False, compare=False)
    _numbers: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", {one: at for at, one in enumerate(self.weights.features)})
        object.__setattr__(self, "_numbers", {key: at for at, key in enumerate(self.keys)})

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    @property
    def scripts(self) -> tuple[str, ...]:
        """The keys of the scripts that were learned."""
        return tuple(key for key in self.keys if key != REST)

    def margins(self, heard: Heard) -> dict[str, float]:
        """The margins of the scripts that fit best, by key: 0 is sure, -1 not at all. Empty for unknown words."""
        weights = self.weights
        places = [(place, weights.idf[place] * share) for place, share in self._known(heard.features)]
        length = sqrt(sum(tells**2 for _, tells in places))
        if not length:
            return {}
        sums = [0.0] * len(self.keys)
        for place, tells in places:
            begin, end = weights.starts[place], weights.starts[place + 1]
            for script, step in zip(weights.scripts[begin:end], weights.steps[begin:end], strict=True):
                sums[script] += step * tells
        scales, offsets = weights.scales, weights.intercepts
        found = [offsets[at] + scales[at] * total / length for at, total in enumerate(sums)]
        rest = [self._numbers[REST]] if REST in self._numbers else []
        near = nlargest(_NEAR, range(len(found)), key=found.__getitem__)
        total = self._with_meaning(heard, {at: found[at] for at in (*near, *rest)})
        best = nlargest(MOST, total, key=total.__getitem__)
        return {self.keys[at]: total[at] for at in (*best, *rest)}

    def _with_meaning(self, heard: Heard, margins: Mapping[int, float]) -> dict[int, float]:
        """The margins of these scripts with what the words mean, also those that nobody has said of any script."""
        weights = self.weights
        meant = meaning_of({one: self._tells(one) for one in heard.stems}) if weights.meanings else []
        if not meant:
            return dict(margins)
        rows = {at: weights.meanings[at * NUMBERS : (at + 1) * NUMBERS] for at in margins}
        return {
            at: margin + weights.meaning_scales[at] * sum(map(mul, meant, rows[at])) for at, margin in margins.items()
        }

    def _tells(self, word: str) -> float:
        """How much a word tells; features tell its root, because what is rare would drown what is common."""
        place = self._places.get(_hashed(word))
        return rareness(0, self.examples) if place is None else self.weights.idf[place] ** 2

    def calls(self, key: str, heard: Heard) -> int:
        """In how many calls to which this script was given somebody said what speaks most for it here."""
        script, best, calls = self._numbers.get(key), 0.0, 0
        weights = self.weights
        for place, share in self._known(heard.features):
            for at in range(weights.starts[place], weights.starts[place + 1]):
                speaks = weights.steps[at] * weights.idf[place] * share
                if weights.scripts[at] == script and speaks > best:
                    best, calls = speaks, weights.calls[at]
        return calls

    def _known(self, features: Mapping[int, float]) -> Iterator[tuple[int, float]]:
        """The place and the share of each feature that was seen."""
        for feature, share in features.items():
            place = self._places.get(feature)
            if place is not None:
                yield place, share

    def to_bytes(self) -> bytes:
        """The model as it is stored."""
        head = json.dumps(
            {
                "keys": self.keys,
                "trained_on": self.trained_on,
                "examples": self.examples,
                "sizes": [len(one) for one in self.weights.parts()],
            }
        ).encode()
        return b"".join(
            (_MAGIC, len(head).to_bytes(4, "little"), head, *(one.tobytes() for one in self.weights.parts()))
        )


def from_bytes(stored: bytes) -> Learned | None:
    """The model that was stored; None for anything else, and for one of another version or machine."""
    try:
        if stored[:4] != _MAGIC:
            return None
        end = 8 + int.from_bytes(stored[4:8], "little")
        head = json.loads(stored[8:end])
        made: list[array[int] | array[float]] = []
        for code, size in zip(_CODES, head["sizes"], strict=True):
            one: array[int] | array[float] = array(code)
            one.frombytes(stored[end : (end := end + size * one.itemsize)])
            made.append(one)
        if end != len(stored):
            return None
        return Learned(tuple(head["keys"]), head["trained_on"], head["examples"], Weights(*made))  # type: ignore[arg-type]
    except (ValueError, KeyError, TypeError):
        return None


def packed(
    rows: Iterable[tuple[int, float, Sequence[tuple[int, int, int]]]],
    scales: Sequence[float],
    intercepts: Sequence[float],
    meanings: Sequence[tuple[float, Sequence[int]]] = (),
) -> Weights:
    """The arrays of (feature, idf, [(script, step, calls)]), and of the (scale, steps) of each script's meaning."""
    kept = list(rows)
    entries = [entry for _, _, entries in kept for entry in entries]
    return Weights(
        array("I", [feature for feature, _, _ in kept]),
        array("f", [idf for _, idf, _ in kept]),
        array("I", [0, *accumulate(len(entries) for _, _, entries in kept)]),
        array("I", [script for script, _, _ in entries]),
        array("b", [step for _, step, _ in entries]),
        array("H", [min(calls, 65_535) for _, _, calls in entries]),
        array("f", scales),
        array("f", intercepts),
        array("b", [step for _, steps in meanings for step in steps]),
        array("f", [scale for scale, _ in meanings]),
    )


def confidence(margins: Mapping[str, float]) -> float:
    """How far the best margin lets the model speak, 0 (nothing known) to 1."""
    best = max((margin for key, margin in margins.items() if key != REST), default=-1.0)
    return min(max((best + 1.0) / 0.6, 0.0), 1.0)


def fused(by_phrase: Mapping[str, float], margins: Mapping[str, float], learned: Learned) -> dict[str, float]:
    """Scores by phrases (0 to 1) with what was learned.

    A script that was not learned keeps the score of its phrases, less where the model is sure of a learned one.
    """
    share = SHARE * confidence(margins)
    if not share:
        return dict(by_phrase)
    best = max(margins.values())
    says = {key: exp(STEEP * (margin - best)) for key, margin in margins.items()}
    rest = max(says.pop(REST, 1.0), _LEAST)
    total: dict[str, float] = {}
    for key in by_phrase.keys() | {key for key, said in says.items() if said > 1 - SHARE}:
        words = by_phrase.get(key, 0.0)
        total[key] = (1 - share) * words + share * (says.get(key, 0.0) if key in learned else rest * words)
    return total
