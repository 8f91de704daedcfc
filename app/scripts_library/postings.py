"""Which phrases hold a token: the inner loop of search, as arrays of numbers.

FTS5 was measured for this and took four times as long: it unpacks every row for Python and counts rows of each token
anew for every query. Numbers of phrases only grow, so each row of them is sorted. Most tokens stand in few phrases, and
an array is a hundred bytes before it holds anything: their rows are tuples, one for all that a phrase alone says.
"""

import math
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

#: From so many phrases on an array takes less than a tuple, whose numbers are objects that others hold, too.
_FEW = 8


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked for: the tokens that may stand for it with how sure that is (0 to 1), and its weight."""

    tokens: Mapping[str, float]
    weight: float = 1.0


class Postings:
    """Token → phrases. Phrases are added in ascending order."""

    def __init__(self) -> None:
        self._phrases: dict[str, tuple[int, ...] | array[int]] = {}
        self._size = 0

    def add(self, phrase: int, tokens: Iterable[str]) -> None:
        """Puts a phrase in; each token counts once."""
        self._size += 1
        phrases, alone = self._phrases, (phrase,)
        for token in tokens:
            known = phrases.get(token)
            if known is None:
                phrases[token] = alone
            elif isinstance(known, array):
                known.append(phrase)
            else:
                phrases[token] = known + alone if len(known) < _FEW else array("I", known + alone)

    def remove(self, phrase: int, tokens: Iterable[str]) -> None:
        """Takes a phrase out again, with the tokens it was put in with."""
        self._size -= 1
        for token in tokens:
            known = self._phrases.get(token, ())
            at = bisect_left(known, phrase)
            if at == len(known) or known[at] != phrase:
                continue
            if len(known) == 1:
                del self._phrases[token]
            elif isinstance(known, array):
                del known[at]
            else:
                self._phrases[token] = known[:at] + known[at + 1 :]

    def count(self, token: str) -> int:
        """How many phrases hold a token."""
        return len(self._phrases.get(token, ()))

    def scores(self, concepts: Iterable[Concept], *, budget: int, together: bool = False) -> dict[int, float]:
        """The sum over the concepts of what the best of its tokens in each phrase tells.

        The rarest concepts are looked up first and no more than about `budget` entries are read. With `together` a
        phrase that holds only some of the concepts gets that share of its sum: few words are meant all at once.
        """
        counted = sorted(((self._count(concept), concept) for concept in concepts), key=itemgetter(0))
        scores: dict[int, float] = {}
        held: Counter[int] = Counter()
        for count, concept in counted:
            budget -= count
            if budget < 0 and scores:
                break
            tells = concept.weight * idf(count, self._size)
            found: Collection[int]
            if len(concept.tokens) == 1:
                [(token, share)] = concept.tokens.items()
                found = self._phrases.get(token, ())
                scores = _added(scores, found, tells * share)
            else:
                shares = self._shares(concept)
                _add(scores, shares, tells)
                found = shares.keys()
            if together:
                held.update(found)
        if together:
            for phrase, count in held.items():
                scores[phrase] *= count / len(counted)
        return scores

    def _count(self, concept: Concept) -> int:
        return sum(self.count(token) for token in concept.tokens)

    def _shares(self, concept: Concept) -> dict[int, float]:
        shares: dict[int, float] = {}
        for token, share in sorted(concept.tokens.items(), key=itemgetter(1)):
            of_token = dict.fromkeys(self._phrases.get(token, ()), share)
            if shares:
                shares.update(of_token)
            else:
                shares = of_token
        return shares


def _add(scores: dict[int, float], shares: Mapping[int, float], tells: float) -> None:
    """Add what a concept tells of each phrase: thousands of them with every key, so the words are few."""
    known = scores.get
    for phrase, share in shares.items():
        scores[phrase] = known(phrase, 0.0) + tells * share


def _added(scores: dict[int, float], phrases: Iterable[int], tells: float) -> dict[int, float]:
    """Add what one token tells to all its phrases, and return the scores: a new dictionary where there were none."""
    if not scores:
        return dict.fromkeys(phrases, tells)
    known = scores.get
    for phrase in phrases:
        scores[phrase] = known(phrase, 0.0) + tells
    return scores


def idf(count: int, of: int) -> float:
    """How much a feature tells that `count` of `of` have."""
    return math.log((of + 1) / (count + 0.5))
