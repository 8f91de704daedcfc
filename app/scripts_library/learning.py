"""Fits the model of ``learned``. scikit-learn is imported only here, and only while something is fitted."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import sqrt
from typing import Any

from app.scripts_library.learned import (
    ENOUGH,
    REST,
    VERSION,
    Learned,
    Weights,
    hashed_word,
    heard_in,
    packed,
    rareness,
    whole_of,
)
from app.scripts_library.tokens import fold, runs
from app.scripts_library.word_meanings import NUMBERS, meaning_of

#: Of each script so many examples are learned from (the first ones given), and so many weights are kept.
MOST_EXAMPLES, MOST_WEIGHTS = 300, 1_200
#: Of the scripts with too few examples so many phrases stand for all of them.
MOST_OTHERS = 3_000
_C = 0.5
_STEP = 127


@dataclass(frozen=True, slots=True)
class Example:
    """Words to which a script is the answer. ``call`` tells the calls apart in which they were said; 0: an author's."""

    script: str
    words: str
    call: int = 0


@dataclass(frozen=True)
class _Table:
    """Examples as numbers: features, meaning and script of each, and in how many examples each feature stands."""

    features: tuple[Mapping[int, float], ...]
    meanings: tuple[Sequence[float], ...]
    scripts: tuple[int, ...]
    counts: Mapping[int, int]


def learnable(examples: Iterable[Example]) -> list[Example]:
    """What is learned from, in a fixed order: so many examples of each script that has enough, then the rest."""
    by_script: defaultdict[str, list[Example]] = defaultdict(list)
    for one in examples:
        if fold(one.words).strip():
            by_script[one.script].append(one)
    enough = [key for key in sorted(by_script) if len(by_script[key]) >= ENOUGH]
    kept = [one for key in enough for one in by_script[key][:MOST_EXAMPLES]]
    rest = (one for key in sorted(by_script.keys() - set(enough)) for one in by_script[key])
    return kept + [replace(one, script=REST) for one in islice(rest, MOST_OTHERS)]


def hash_of(examples: Iterable[Example]) -> str:
    """What tells two sets of examples apart, in a fixed order; the version of the model goes in too."""
    told = hashlib.sha256(str(VERSION).encode())
    for one in examples:
        told.update(f"{one.script}\0{one.words}\0{one.call}\n".encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def fit(examples: Sequence[Example]) -> Learned | None:
    """Fit the model; None where no script has enough examples, or none is beside it. Takes seconds to minutes."""
    kept = learnable(examples)
    keys = tuple(dict.fromkeys(one.script for one in kept))
    if len(keys) < 2:
        return None
    table = _table(kept, keys)
    known = sorted(table.counts)
    idf = _idf(table)
    coefficients, intercepts = _solved(table, known, idf)
    return Learned(keys, hash_of(kept), len(kept), _weights(kept, table, known, idf, (coefficients, intercepts)))


def _table(kept: Sequence[Example], keys: Sequence[str]) -> _Table:
    numbers = {key: at for at, key in enumerate(keys)}
    said = [runs(fold(one.words)) for one in kept]
    wholes = Counter(map(whole_of, said))
    # a text that was said once tells nothing as a whole, and being rare would drown its words
    once = {whole for whole, count in wholes.items() if count == 1}
    heard = [heard_in(found) for found in said]
    features = tuple(_told(one.features, whole_of(found), once) for one, found in zip(heard, said, strict=True))
    counts = Counter(feature for found in features for feature in found)
    meanings = tuple(
        meaning_of({stem: rareness(counts[hashed_word(stem)], len(kept)) for stem in one.stems}) for one in heard
    )
    return _Table(features, meanings, tuple(numbers[one.script] for one in kept), counts)


def _told(features: Mapping[int, float], whole: int, once: Container[int]) -> dict[int, float]:
    return {feature: share for feature, share in features.items() if feature != whole or whole not in once}


def _idf(table: _Table) -> dict[int, float]:
    """The root of how rare a feature is: better than that itself on held-out phrasings."""
    return {feature: sqrt(rareness(count, len(table.features))) for feature, count in table.counts.items()}


def _solved(table: _Table, known: Sequence[int], idf: Mapping[int, float]) -> tuple[Any, Any]:
    """One line between each script and all others (linear support vectors): weights by script, offsets.

    The weights are those of the features, then those of the numbers of a meaning.
    """
    import numpy
    from scipy.sparse import csr_matrix
    from sklearn.svm import LinearSVC

    numpy_: Any = numpy
    columns = {feature: at for at, feature in enumerate(known)}
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for found, meant in zip(table.features, table.meanings, strict=True):
        places += (*(columns[feature] for feature in found), *range(len(known), len(known) + len(meant)))
        values += (*_unit([idf[feature] * share for feature, share in found.items()]), *meant)
        ends.append(len(places))
    matrix: Any = csr_matrix((values, places, ends), shape=(len(table.features), len(known) + NUMBERS))
    model: Any = LinearSVC(C=_C, random_state=0)
    model.fit(matrix, table.scripts)
    weights, offsets = model.coef_, model.intercept_
    if len(offsets) == 1:  # of two scripts scikit-learn draws one line: the other script's is its mirror
        weights, offsets = numpy_.vstack((-weights, weights)), numpy_.concatenate((-offsets, offsets))
    return weights, offsets


def _unit(values: Sequence[float]) -> list[float]:
    """The values as a line of length 1."""
    length = sqrt(sum(one**2 for one in values))
    return [one / length for one in values]


def _weights(
    kept: Sequence[Example], table: _Table, known: Sequence[int], idf: Mapping[int, float], solved: tuple[Any, Any]
) -> Weights:
    """The largest weights of each script, in steps of a byte."""
    coefficients, intercepts = solved
    said = {
        (script, one.call, feature)
        for one, script, found in zip(kept, table.scripts, table.features, strict=True)
        if one.call
        for feature in found
    }
    calls = Counter((script, feature) for script, _, feature in said)
    entries: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    scales: list[float] = []
    for script, line in enumerate(coefficients[:, : len(known)]):
        scale = float(abs(line).max()) / _STEP or 1.0
        scales.append(scale)
        for at in abs(line).argsort()[::-1][:MOST_WEIGHTS]:
            step = round(float(line[at]) / scale)
            if step:
                entries[int(at)].append((script, step, calls[script, known[at]]))
    rows = ((feature, idf[feature], entries.get(at, [])) for at, feature in enumerate(known))
    meanings = [_stepped([float(one) for one in line[len(known) :]]) for line in coefficients]
    return packed(rows, scales, [float(one) for one in intercepts], meanings)


def _stepped(weights: Sequence[float]) -> tuple[float, list[int]]:
    """Weights in steps of a byte: what a step is, and how many."""
    scale = max(map(abs, weights)) / _STEP or 1.0
    return scale, [round(one / scale) for one in weights]
