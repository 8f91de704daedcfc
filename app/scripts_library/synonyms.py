"""Short forms and other names: on the index side a phrase is also kept with the other word in the place of the one.

The file is resources/scripts/synonyms.json: language → what callers say → list of what scripts say. A script's own
short forms stand in its ``abbr``. JSON, because each start reads it, and what reads YAML is a megabyte of every desk.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from app.scripts_library.texts import holds_chinese
from app.scripts_library.tokens import fold
from resources import FOLDER

MOST_PER_PHRASE = 6


class Synonyms:
    """Pairs of words that mean the same for search, both ways."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._others: dict[str, list[str]] = {}
        for one, other in pairs:
            self._add(fold(one), fold(other))
            self._add(fold(other), fold(one))
        self._pattern = _pattern(self._others)

    def _add(self, one: str, other: str) -> None:
        known = self._others.setdefault(one, [])
        if one and other and one != other and other not in known:
            known.append(other)

    def expansions(self, folded: str) -> tuple[str, ...]:
        """The folded phrase with one of its words replaced, at most six ways; the longest words first."""
        return tuple(dict.fromkeys(self._each(folded)))[:MOST_PER_PHRASE]

    def _each(self, folded: str) -> Iterator[str]:
        if self._pattern is None:
            return
        # the longest word is tried first at each place: 九价 inside 九价HPV疫苗 is never found by itself
        for found in self._pattern.finditer(folded):
            for other in self._others[found[0]]:
                yield folded[: found.start()] + other + folded[found.end() :]


def _pattern(words: Mapping[str, list[str]]) -> re.Pattern[str] | None:
    parts = [
        re.escape(word) if holds_chinese(word) else rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])"
        for word in sorted(words, key=len, reverse=True)
        if word
    ]
    return re.compile("|".join(parts)) if parts else None


def read_synonyms(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a synonyms file."""
    languages: Mapping[str, Mapping[str, Sequence[str]]] = json.loads(text)
    return tuple((said, meant) for words in languages.values() for said, others in words.items() for meant in others)


@cache
def shipped_synonyms() -> Synonyms:
    """The synonyms that come with the program."""
    path = FOLDER / "scripts" / "synonyms.json"
    return Synonyms(read_synonyms(path.read_text(encoding="utf-8")))
