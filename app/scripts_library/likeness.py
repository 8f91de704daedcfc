"""Which texts say the same thing in other words: groups by the telling words that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from app.scripts_library.ranking import is_common
from app.scripts_library.tokens import fold, query_tokens, runs

#: Two texts are alike if what they share tells at least this share of all that both say.
ALIKE = 0.4


def words_of(text: str) -> frozenset[str]:
    """What a text is compared by: stems, and pairs of Chinese characters; single ones where there are no pairs."""
    words = [word for word in query_tokens(runs(fold(text))).words if not is_common(word) and not _holds_common(word)]
    telling = frozenset(word for word in words if len(word) > 1)
    return telling or frozenset(words)


def _holds_common(word: str) -> bool:
    return not word.isascii() and any(map(is_common, word))


def grouped(texts: Sequence[str]) -> list[list[int]]:
    """Group texts by likeness, each by its place: every text joins the first group whose head is like it.

    Only heads that share a word are compared, so the time grows with the groups and not with their square.
    """
    said = [words_of(text) for text in texts]
    weights = _weights(said)
    heads: defaultdict[str, list[int]] = defaultdict(list)
    groups: list[list[int]] = []
    for place, words in enumerate(said):
        known = dict.fromkeys(number for word in sorted(words) for number in heads[word])
        number = next((one for one in known if alike(said[groups[one][0]], words, weights)), None)
        if number is None:
            groups.append([place])
            for word in words:
                heads[word].append(len(groups) - 1)
        else:
            groups[number].append(place)
    return groups


def alike(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float] | None = None) -> bool:
    """Say whether two texts, as their words, are alike; rare words count more where ``weights`` are given."""
    if not one or not other:
        return False
    known = weights or {}
    shared = sum(known.get(word, 1.0) for word in one & other)
    return shared >= ALIKE * sum(known.get(word, 1.0) for word in one | other)


def _weights(said: Iterable[frozenset[str]]) -> dict[str, float]:
    every = list(said)
    counts = Counter(word for words in every for word in words)
    return {word: log((len(every) + 1) / (count + 0.5)) + 0.5 for word, count in counts.items()}
