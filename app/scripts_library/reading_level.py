"""How hard a text is to follow, by one published formula for each language. What they rest on: docs/formats/scripts.md.

English: the grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers & Chissom 1975, "Derivation of new readability
formulas …", Naval Technical Training Command, report 8-75). Chinese: the language difficulty coefficient, mean length
of a sentence in characters plus hard ones in a hundred (Wang et al. 2020, "Readability in printed education materials
for Chinese patients with systemic lupus erythematosus", BMJ Open 10:e038091, table 2: 20 to 30 is medium, more is
difficult); hard is here a character outside the 3,755 of GB 2312's first level, the common ones.
"""

import re
from dataclasses import dataclass

from app.scripts_library.rendering import PLACEHOLDER

#: Grades of a school; plain language for patients is at most the eighth.
ENGLISH_HARD, ENGLISH_MEDIUM = 10.0, 8.0
CHINESE_HARD, CHINESE_MEDIUM = 30.0, 20.0

_SENTENCE = re.compile(r"[.!?。！？；;…\n]+(?:\s|$|(?<=[。！？；…\n]))")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^l]e)$")
_CHARACTER = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_COMMON = range(0xB0, 0xD8)


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The figure of a formula (English: school grade; Chinese: coefficient) and its step: easy, medium or hard."""

    figure: float
    step: str


def reading_level(text: str, language: str) -> ReadingLevel | None:
    """The level of a text, None for a language without a formula and for a text without words."""
    plain = PLACEHOLDER.sub(" ", text)
    if language == "en":
        return _level(_grade(plain), ENGLISH_MEDIUM, ENGLISH_HARD)
    if language == "zh":
        return _level(_coefficient(plain), CHINESE_MEDIUM, CHINESE_HARD)
    return None


def _level(figure: float | None, medium: float, hard: float) -> ReadingLevel | None:
    if figure is None:
        return None
    return ReadingLevel(round(figure, 1), "hard" if figure > hard else "medium" if figure > medium else "easy")


def _grade(text: str) -> float | None:
    sentences = [words for part in _SENTENCE.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def syllables_in(word: str) -> int:
    """The syllables of an English word: its groups of vowels without a silent end; at least one."""
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    return max(1, groups - bool(groups > 1 and _SILENT.search(lower)))


def _coefficient(text: str) -> float | None:
    sentences = [found for part in _SENTENCE.split(text) if (found := _CHARACTER.findall(part))]
    characters = [one for sentence in sentences for one in sentence]
    if not characters:
        return None
    hard = sum(not is_common(one) for one in characters)
    return len(characters) / len(sentences) + 100 * hard / len(characters)


def is_common(character: str) -> bool:
    """Whether a Chinese character is of GB 2312's first level, rows 16 to 55 of that standard."""
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and code[0] in _COMMON
