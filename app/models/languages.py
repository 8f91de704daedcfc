"""Languages and dialects that people speak: codes of the intake window, and free words for dialects such as Hakka."""

import re
from collections.abc import Iterable

#: The codes that the intake window knows; their words stand in resources/i18n/labels/language.json.
OTHER = "other"
CODES = ("zh_CN", "en", "zh_dialect", OTHER)
#: Longest word for a dialect, in characters, and most words that are kept of one person.
LONGEST, MOST = 30, 12
_BETWEEN = re.compile(r"[\s,;\uff0c\uff1b\u3001]+")


def spoken(said: Iterable[str]) -> tuple[str, ...]:
    """Return languages as they are kept: split at blanks and commas, codes as in ``CODES``, each once, in order.

    Raises ``ValueError`` with the word that is too long, or with the first one too many.
    """
    known = {code.lower(): code for code in CODES}
    found: dict[str, str] = {}
    for word in (part for text in said for part in _BETWEEN.split(text) if part):
        if len(word) > LONGEST or (word.lower() not in found and len(found) == MOST):
            raise ValueError(word)
        found.setdefault(word.lower(), known.get(word.lower(), word))
    return tuple(found.values())


def speaks(known: Iterable[str], language: str) -> bool:
    """Say whether somebody who speaks ``known`` speaks a language: the same word, in whatever letters."""
    return language.casefold() in {one.casefold() for one in known}


def asked_in(word: str, usual: str) -> str:
    """Return the written language in which somebody is asked who speaks this one; ``usual`` where it has none."""
    return {"zh_CN": "zh_CN", "en": "en", "zh_dialect": "zh_CN"}.get(word, usual)


def is_named(word: str, note: str) -> bool:
    """Say whether a note names a language: as a whole word where it is written in Latin letters, anywhere else."""
    if not word:
        return False
    edges = (r"(?<![a-z])", r"(?![a-z])") if word.isascii() else ("", "")
    return re.search(re.escape(word.lower()).join(edges), note.lower()) is not None
