"""From matching phrases to a list of scripts: votes of phrases, what a script says as a whole, use, and order.

Measured in docs/decisions and benchmarks/script_search.py: the best phrase plus 0.15 of each further one finds what was
typed in a few letters; for whole sentences a script's phrases taken together (BM25, Robertson et al. 1994) know more.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, repeat

from app.scripts_library.tokens import Run, letter_groups, pairs, stem

VOTE = 0.15
K1 = 2.0
B = 0.75
PHRASE_K1, PHRASE_B = 1.2, 0.75
WORD, NEIGHBORS, LETTERS = 1.0, 0.25, 0.3
FIRST_RANK = 10
USE_WEIGHT = 0.1
LONG_QUERY = 6
TOGETHER = 0.7


_COMMON = (
    "a an the of to in on at by for from with as is are was were be been being am do does did has have had will "
    "would can could should may might must shall i you he she it we they me us my your his her its our their them "
    "this that these those there here who what which when where why how if or and but so than then too very just "
    "about into over after before any some all no not only also im ive id dont its youre"
)
_COMMON_CHARACTERS = "的了吗呢吧啊呀嘛请问"


@cache
def common_words() -> frozenset[str]:
    """Words that every question has. What they tell is learned from phrasings; in titles alone it is mostly chance."""
    return frozenset(map(stem, _COMMON.split())) | frozenset(_COMMON_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Profile:
    """All phrases of a script together: how often each feature occurs, weighted, and their sum.

    Hundreds of features share a few weights, so those of one weight lie together: each weight once, and how many
    features have it.
    """

    features: tuple[str, ...]
    weights: "array[float]"
    counts: "array[int]"
    length: float

    def table(self) -> dict[str, float]:
        """The weight of each feature."""
        weights = chain.from_iterable(map(repeat, self.weights, self.counts))
        return dict(zip(self.features, weights, strict=True))


def features_of(found: Sequence[Run]) -> dict[str, float]:
    """The features of a phrase: words, neighboring words, groups of letters; with their weights."""
    features: dict[str, float] = {}
    stems = ["" if run.is_chinese else stem(run.text) for run in found]
    for run, stemmed in zip(found, stems, strict=True):
        words = (*run.text, *pairs(run.text)) if run.is_chinese else (stemmed,)
        for word in words:
            features[word] = features.get(word, 0.0) + WORD
        for group in () if run.is_chinese else letter_groups(run.text):
            features[group] = features.get(group, 0.0) + LETTERS
    for first, second in pairwise(stems):
        if first and second:
            both = f"{first} {second}"
            features[both] = features.get(both, 0.0) + NEIGHBORS
    return features


def profile_of(phrases: Iterable[Sequence[Run]]) -> Profile:
    """The profile of a script with these phrases."""
    total: dict[str, float] = {}
    for phrase in phrases:
        features = features_of(phrase)
        if not total:
            total = features
            continue
        for feature, weight in features.items():
            total[feature] = total.get(feature, 0.0) + weight
    by_weight: defaultdict[float, list[str]] = defaultdict(list)
    for feature, weight in total.items():
        by_weight[weight].append(feature)
    features = tuple(chain.from_iterable(by_weight.values()))
    counts = array("I", map(len, by_weight.values()))
    return Profile(features, array("d", by_weight), counts, sum(total.values()))


def common_weight(phrases: int, scripts: int) -> float:
    """How much the words that every question has count: 0.3 with titles alone, nearly 1 with many phrasings."""
    mean = phrases / max(scripts, 1)
    return max(0.3, mean / (mean + 4))


def is_common(feature: str) -> bool:
    """Whether a feature consists of such words only."""
    return all(part in common_words() for part in feature.split(" "))


def shortness(length: int, mean: float) -> float:
    """The factor of BM25 for a phrase of `length` words in which each token occurs once."""
    return (PHRASE_K1 + 1) / (PHRASE_K1 * (1 - PHRASE_B + PHRASE_B * length / max(mean, 1.0)) + 1)


def fit(query: Mapping[str, float], known: Mapping[str, float], length: float, average: float) -> float:
    """BM25 of a query (feature → idf) and a script as a whole, of which the weights of its features are known.

    ``length`` is that of its profile, ``average`` the mean of all.
    """
    damping = K1 * (1 - B + B * length / max(average, 1.0))
    score = 0.0
    for feature, tells in query.items():
        weight = known.get(feature)
        if weight:
            score += tells * weight * (K1 + 1) / (weight + damping)
    return score


def covered(query: Mapping[str, float], known: Container[str], choices: Iterable[Collection[str]] = ()) -> float:
    """The share of what the query tells that the script has, of which the features are known, 0 to 1.

    Each of ``choices`` are features of which one was meant, as of a word that is not finished: the best of them counts.
    """
    chosen = [{feature: query[feature] for feature in choice if feature in query} for choice in choices]
    loose = {feature for choice in chosen for feature in choice}
    whole = sum(tells for feature, tells in query.items() if feature not in loose)
    has = sum(tells for feature, tells in query.items() if feature in known and feature not in loose)
    for choice in chosen:
        whole += max(choice.values(), default=0.0)
        has += max((tells for feature, tells in choice.items() if feature in known), default=0.0)
    return has / whole if whole > 0 else 0.0


def vote(scores: Iterable[tuple[int, int, float]]) -> tuple[dict[int, float], dict[int, int]]:
    """From (phrase, script, score), best first: the score of each script and its best phrase."""
    total: dict[int, float] = {}
    best: dict[int, int] = {}
    for phrase, script, score in scores:
        if script in total:
            total[script] += VOTE * score
        else:
            total[script] = score
            best[script] = phrase
    return total, best


def fuse(by_phrase: Mapping[int, float], by_script: Mapping[int, float], *, words: int) -> dict[int, float]:
    """Both scores on one scale from 0 to 1. The longer the query, the more the script as a whole counts."""
    share = min(words, LONG_QUERY) / LONG_QUERY * 0.75
    top_phrase = max(by_phrase.values(), default=0.0) or 1.0
    top_script = max(by_script.values(), default=0.0) or 1.0
    return {
        script: (1 - share) * score / top_phrase + share * by_script.get(script, 0.0) / top_script
        for script, score in by_phrase.items()
    }


def interleave(first: Sequence[int], second: Sequence[int]) -> list[int]:
    """Two lists by turns, each script once."""
    order: dict[int, None] = {}
    for at in range(max(len(first), len(second))):
        for ranking in (first, second):
            if at < len(ranking):
                order.setdefault(ranking[at])
    return list(order)


def with_use(order: Sequence[int], uses: Mapping[int, float]) -> list[int]:
    """The order moved a little towards what is used: 1/(10 + rank) + 0.1 · log(1 + uses) / log(1 + most uses)."""
    most = max(uses.values(), default=0.0)
    if most <= 0:
        return list(order)
    scale = USE_WEIGHT / math.log1p(most)
    prior = {
        script: 1 / (FIRST_RANK + rank) + scale * math.log1p(max(uses.get(script, 0.0), 0.0))
        for rank, script in enumerate(order)
    }
    return sorted(order, key=prior.__getitem__, reverse=True)


def decayed(uses: Iterable[float], *, half_life_days: float = 90.0) -> float:
    """Uses, each given as its age in days, weighted so that one of 90 days ago counts half."""
    return sum(0.5 ** (age / half_life_days) for age in uses)
