"""A phrase that says a word itself stands before one that only says another form of it.

Postings hold stems, so "approved course" fits "course approvals" as well as "a course approved", and the shorter one
stood first. Measured on 10,000 mixed scripts with an error in each of two words: recall@1/@5 .783/.965 → .861/.991; on
1,270 real titles .939 → .951.
"""

import re
from collections.abc import Mapping, Sequence

#: How much more a phrase fits that says every word itself.
ITSELF = 0.2


def surest(meant: Mapping[str, float]) -> str:
    """The word that was meant more surely than all others; empty where several are as likely."""
    best = max(meant.values(), default=0.0)
    words = [word for word, sure in meant.items() if sure == best]
    return words[0] if len(words) == 1 else ""


class Forms:
    """The words of a query as they were meant, ``asked`` of them in all."""

    def __init__(self, words: Sequence[str], asked: int) -> None:
        self._asked = max(asked, 1)
        self._words = [(word, re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")) for word in words if word]

    def __len__(self) -> int:
        return len(self._words)

    def favored(self, found: Sequence[tuple[int, float]], texts: Sequence[str]) -> list[tuple[int, float]]:
        """Return (phrase, score) in the same order, each score with what its folded text says itself."""
        said = [0] * len(texts)
        for word, pattern in self._words:
            search = pattern.search
            for place, text in enumerate(texts):
                # looking for the letters first costs a tenth of looking for the word
                if word in text and search(text):
                    said[place] += 1
        share = ITSELF / self._asked
        return [(phrase, score * (1 + share * count)) for (phrase, score), count in zip(found, said, strict=True)]
