"""The one question about a script that was published urgently: which of these is said now?

It is made of the script's own key points. The others are what was said before, the same with another figure, and what
is said in other scripts; none of them is true of this one. The same notice gives the same question everywhere; after
a wrong answer only the order is another.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from app.scripts_library.numbers import figures_at, numbers_in
from app.scripts_library.rendering import PLACEHOLDER
from app.scripts_library.script import KeyPoint, Script

OPTIONS = 4
_SHORTEST, _LONGEST = 4, 160
_SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?])\s+|\n")


@dataclass(frozen=True, slots=True)
class Question:
    """Texts to choose from, and the place of the right one, counted from 0."""

    options: tuple[str, ...]
    right: int

    @property
    def answer(self) -> str:
        """The right text."""
        return self.options[self.right]


def question_of(
    script: Script, language: str, *, former: Script | None, others: Iterable[str], seed: str, attempt: int = 0
) -> Question | None:
    """Return the question about a script in a language of scripts (``zh``, ``en``).

    ``former`` is the version that was known, ``others`` what is said in other scripts. None where nothing wrong can be
    set against the right answer, as in a library of one script without a figure.
    """
    own = points_of(script, language)
    if not own:
        return None
    right = _right(script, language, own, former, seed)
    altered = _altered(right, _figures(script, own), seed)
    lures = _lures(own, [*_said_before(right, script, former, language), *altered[:1]], others, altered[1:], seed)
    if not lures:
        return None
    options = sorted((right, *lures), key=_Shuffled(f"{seed} {attempt}"))
    return Question(tuple(options), options.index(right))


def points_of(script: Script, language: str) -> tuple[str, ...]:
    """Return what a script says point by point; of one without key points the sentences to be said."""
    points = tuple(text for one in script.key_points if (text := _text(one, language)))
    if points:
        return points
    said = next((one.say for one in script.variants if one.language == language), "")
    parts = _SENTENCE.split(said or next((one.say for one in script.variants), ""))
    return tuple(dict.fromkeys(text for part in parts if _fits(text := part.strip())))


def _text(point: KeyPoint, language: str) -> str:
    return point.texts.get(language) or next(iter(point.texts.values()), "")


def _fits(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and not PLACEHOLDER.search(text)


def _right(script: Script, language: str, own: Sequence[str], former: Script | None, seed: str) -> str:
    """Ask for what is new, else for what is critical, else for anything."""
    before = points_of(former, language) if former else ()
    new = [text for text in own if text not in before] if former else []
    critical = [text for one in script.key_points if one.critical and (text := _text(one, language))]
    return min(new or critical or own, key=_Shuffled(seed))


def _said_before(right: str, script: Script, former: Script | None, language: str) -> list[str]:
    """Return what the known version said in the place of the right answer."""
    place = next((one.id for one in script.key_points if _text(one, language) == right), None)
    return [_text(one, language) for one in former.key_points if one.id == place] if former else []


def _lures(
    own: Sequence[str], first: Sequence[str], others: Iterable[str], last: Sequence[str], seed: str
) -> list[str]:
    """Return what is not said in this script: first these, then two of the others, then the rest."""
    elsewhere = sorted(set(others), key=_Shuffled(seed))
    true = {_plain(text) for text in own}
    found: dict[str, str] = {}
    for text in (*first, *elsewhere[: OPTIONS - 2], *last, *elsewhere):
        plain = _plain(text)
        if plain and plain not in true and plain not in found and _fits(text):
            found[plain] = text
    return list(found.values())[: OPTIONS - 1]


def _figures(script: Script, own: Sequence[str]) -> set[Decimal]:
    """Return every figure that the script names."""
    return {figure for text in (*own, *(one.text() for one in script.variants)) for figure in numbers_in(text)}


def _altered(text: str, named: Set[Decimal], seed: str) -> list[str]:
    """Return the text with one of its figures changed into one that the script does not name."""
    figures = figures_at(text)
    if not figures:
        return []
    start, end, value = min(figures, key=_Shuffled(seed))
    end = start + len(text[start:end].rstrip())  # the place of a figure takes the blank behind it along
    near = sorted((value + 1, value - 1, value * 2, value + 5), key=_Shuffled(seed))
    return [f"{text[:start]}{one:f}{text[end:]}" for one in near if one > 0 and one not in named]


def _plain(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


class _Shuffled:
    """Sorts by the hash of a text: an order without meaning that is the same on every station."""

    def __init__(self, seed: str) -> None:
        self._seed = seed

    def __call__(self, value: object) -> bytes:
        return hashlib.sha256(f"{self._seed} {value}".encode("utf-8", "surrogatepass")).digest()
