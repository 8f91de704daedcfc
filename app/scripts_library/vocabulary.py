"""The words of all phrases: what a typed word may mean when it is unfinished or misspelt.

A word is compared by its pairs of letters first, then by the number of letters that are wrong, missing, too many or
swapped (optimal string alignment).
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

MOST_COMPARED = 48
MOST_MEANT = 8
MOST_BEGUN = 16
SHORTEST_GUESS = 3
#: In whole sentences a short unknown word is more often another word than a mistake.
SHORTEST_SENTENCE_GUESS = 5
SHORTEST_DOUBT = 3
#: Of how many words the meanings are kept: all but the last of a query mean with the next key what they meant before.
_KEPT = 64
_UNFINISHED = 0.9
_DOUBT = 0.5
#: How much less alike a word is of which the end would be missing.
_BEGUN = 0.1


class Vocabulary:
    """Counted words; each is forgotten when nobody says it any more."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._sorted: list[str] = []
        self._by_pair: defaultdict[str, list[str]] = defaultdict(list)
        self._meanings: dict[tuple[str, bool], dict[str, float]] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def add(self, words: Iterable[str]) -> None:
        """Counts words."""
        self._meanings.clear()
        for word in words:
            if word not in self._counts:
                insort(self._sorted, word)
                for pair in letter_pairs(word):
                    self._by_pair[pair].append(word)
            self._counts[word] += 1

    def remove(self, words: Iterable[str]) -> None:
        """Takes words back that were counted."""
        self._meanings.clear()
        for word in words:
            self._counts[word] -= 1
            if self._counts[word] <= 0:
                del self._counts[word]
                del self._sorted[bisect_left(self._sorted, word)]
                for pair in letter_pairs(word):
                    self._by_pair[pair].remove(word)

    def starts(self, text: str) -> bool:
        """Whether a word begins like this."""
        at = bisect_left(self._sorted, text)
        return at < len(self._sorted) and self._sorted[at].startswith(text)

    def beginning(self, text: str) -> list[str]:
        """The most common words that begin like this, the word itself left out."""
        start, end = bisect_left(self._sorted, text), bisect_left(self._sorted, text + "\uffff")
        found = [word for word in self._sorted[start:end] if word != text]
        return sorted(found, key=self._counts.__getitem__, reverse=True)[:MOST_BEGUN]

    def similar(self, text: str, *, is_typing: bool) -> dict[str, float]:
        """Words that may have been meant, with how alike they are (0 to 1); unfinished ones too while typing."""
        if len(text) < (SHORTEST_GUESS if is_typing else SHORTEST_SENTENCE_GUESS):
            return {}
        shared: Counter[str] = Counter()
        for pair in letter_pairs(text):
            shared.update(self._by_pair.get(pair, ()))
        needed = (len(text) + 1) // 3
        near = [(count - abs(len(word) - len(text)) / 4, word) for word, count in shared.items() if count >= needed]
        near.sort(reverse=True)
        found = ((alike(text, word, is_typing=is_typing), word) for _, word in near[:MOST_COMPARED] if word != text)
        best = sorted((one for one in found if one[0] > 0), key=self._rank, reverse=True)[:MOST_MEANT]
        return {word: likeness for likeness, word in best}

    def _rank(self, found: tuple[float, str]) -> tuple[float, int, str]:
        """Of words that are as alike, the one that is said more often was meant."""
        return found[0], self._counts[found[1]], found[1]

    def meant(self, text: str, *, is_typing: bool) -> dict[str, float]:
        """What a typed word may mean, with how likely: itself, words that begin like it, words that look like it."""
        kept = self._meanings.get((text, is_typing))
        if kept is None:
            if len(self._meanings) >= _KEPT:
                self._meanings.clear()
            kept = self._meanings[text, is_typing] = self._looked_up(text, is_typing=is_typing)
        return dict(kept)

    def _looked_up(self, text: str, *, is_typing: bool) -> dict[str, float]:
        is_known = text in self._counts
        meant = {text: 1.0} if is_known else {}
        if is_typing or not is_known:
            sure = _UNFINISHED / 2 if is_known else _UNFINISHED
            meant |= dict.fromkeys(self.beginning(text), sure)
        if is_known or (meant and len(text) < SHORTEST_DOUBT):
            return meant
        doubt = _DOUBT if meant else 1.0
        for word, likeness in self.similar(text, is_typing=is_typing).items():
            meant.setdefault(word, likeness * doubt)
        return meant


def letter_pairs(word: str) -> set[str]:
    """Every two neighboring letters, with `0` around the word."""
    return {first + second for first, second in pairwise(f"0{word}0")}


def alike(typed: str, word: str, *, is_typing: bool) -> float:
    """How alike two words are: 1 for the same, 0 for more mistakes than one can make in a word of this length.

    While typing the end of ``word`` may be missing; one that is meant as a whole is a little more alike.
    """
    allowed = 1 if len(typed) < 5 else 2
    begun, whole = _wrong(typed, word, most=allowed)
    wrong = begun if is_typing else whole
    if wrong > allowed:
        return 0.0
    return 1 - wrong / len(typed) - (0.05 if typed[0] != word[0] else 0.0) - (_BEGUN if wrong < whole else 0.0)


def mistakes(typed: str, word: str, *, is_unfinished: bool = False, most: int = 2) -> int:
    """Wrong, missing, superfluous and swapped letters; with `is_unfinished` the end of `word` may be missing.

    More than `most` is told as `most + 1`.
    """
    begun, whole = _wrong(typed, word, most=most)
    return begun if is_unfinished else whole


def _wrong(typed: str, word: str, *, most: int) -> tuple[int, int]:
    """The mistakes in a word that was begun, and in a whole one; more than `most` as `most + 1`."""
    is_cut = len(word) > len(typed) + most
    word = word[: len(typed) + most]
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(word, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1, most + 1
    return min(most + 1, min(row)), most + 1 if is_cut else min(most + 1, row[-1])
