"""From text to what the index holds: characters, pairs, stems, sounds, groups of letters and pinyin.

All tokens of one kind have their own look, so that they can lie together: words and characters as they are, sounds with
`_` (`mi_qie`), groups of letters with `~` (`~qua`).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

from app.scripts_library.readings import Spelling, fold_letters, fold_sound, further_readings, quick_syllables, simplify

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"([{_CJK}]+)|[^\W_{_CJK}]+")
_CHINESE = re.compile(f"[{_CJK}]+")
_APOSTROPHES = re.compile("['’ʼ`]")
_SINGULAR = {
    "children": "child",
    "childrens": "child",
    "feet": "foot",
    "men": "man",
    "mens": "man",
    "teeth": "tooth",
    "women": "woman",
    "womens": "woman",
}
LONGEST_WINDOW = 8
LONGEST_WORD = 40


class Run(NamedTuple):
    """A stretch of one kind: Chinese characters, or one word of letters and digits."""

    text: str
    is_chinese: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is searched in a phrase: its words (characters, pairs, stems) and its sounds."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]

    def all(self) -> tuple[str, ...]:
        """Every token, each once."""
        return tuple(dict.fromkeys((*self.words, *self.sounds)))


def fold(text: str) -> str:
    """The text as search sees it: one width, small letters, no accents, simplified characters, no apostrophes."""
    text = unicodedata.normalize("NFKC", text).lower()
    if not text.isascii():
        text = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
        text = simplify(unicodedata.normalize("NFC", text))
    return _APOSTROPHES.sub("", text)


def runs(folded: str) -> tuple[Run, ...]:
    """The runs of a folded text; words longer than 40 characters are cut."""
    return tuple(
        Run(match[0], True) if match.lastindex else Run(match[0][:LONGEST_WORD], False)
        for match in _RUN.finditer(folded)
    )


def chinese_runs(folded: str) -> list[str]:
    """The runs of Chinese characters alone."""
    return _CHINESE.findall(folded)


@cache
def _stemmer() -> Any:
    snowball: Any = import_module("Stemmer")  # it comes without types
    # without its own cache a stemmer keeps nothing between words, so several threads may ask the same one
    return snowball.Stemmer("english", 0)


@lru_cache(maxsize=1024)
def stem(word: str) -> str:
    """The Snowball stem of an English word, of an irregular plural that of its singular."""
    return str(_stemmer().stemWord(_SINGULAR.get(word, word))) if word.isascii() else word


def pairs(run: str) -> tuple[str, ...]:
    """Every two neighboring characters."""
    return tuple([first + second for first, second in pairwise(run)])


@lru_cache(maxsize=256)
def letter_groups(word: str) -> tuple[str, ...]:
    """The groups of three letters of a word with `0` around it, each once."""
    padded = f"0{word}0"
    return tuple(dict.fromkeys("~" + padded[at : at + 3] for at in range(len(padded) - 2)))


def forget() -> None:
    """Empty what filling an index has left behind: a query has few words, and none of it stays for them."""
    stem.cache_clear()
    letter_groups.cache_clear()


def sound_pairs(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """Every two neighboring syllables, folded."""
    return tuple([f"{first}_{second}" for first, second in pairwise(map(fold_sound, syllables))])


def phrase_tokens(found: tuple[Run, ...], spelling: Spelling) -> Tokens:
    """The tokens of a phrase that goes into the index, with repetitions: they make it longer."""
    words: list[str] = []
    sounds: list[str] = []
    for run in found:
        words += _words(run)
        if run.is_chinese:
            sounds += sound_pairs(spelling.syllables(run.text))
    return Tokens(tuple(words), tuple(sounds))


def query_tokens(found: tuple[Run, ...]) -> Tokens:
    """The tokens of what was typed, each once. Never imports pypinyin: every usual reading is tried."""
    words = dict.fromkeys(word for run in found for word in _words(run))
    sounds = dict.fromkeys(sound for run in found if run.is_chinese for sound in _heard(run.text))
    return Tokens(tuple(words), tuple(sounds))


def _words(run: Run) -> tuple[str, ...]:
    return (*run.text, *pairs(run.text)) if run.is_chinese else (stem(run.text),)


def _heard(run: str) -> Iterator[str]:
    syllables = quick_syllables(run)
    yield from sound_pairs(syllables)
    further = further_readings()
    for at in range(len(run) - 1):
        for one in further.get(run[at], ()):
            yield from sound_pairs((one, syllables[at + 1]))
        for one in further.get(run[at + 1], ()):
            yield from sound_pairs((syllables[at], one))


def pinyin_keys(found: tuple[Run, ...], spelling: Spelling) -> tuple[str, ...]:
    """What a phrase can be typed as in pinyin letters: from each place the joined syllables, and their initials.

    A Latin word counts as one syllable, so `hpvym` finds HPV疫苗. Empty for a phrase without Chinese characters.
    """
    if not any(run.is_chinese for run in found):
        return ()
    units: list[tuple[str, str]] = []
    for run in found:
        if run.is_chinese:
            units += zip(spelling.syllables(run.text), run.text, strict=True)
        else:
            units.append((run.text, run.text))
    first = [syllable if len(text) > 1 else syllable[:1] for syllable, text in units]
    further = further_readings()
    others = {
        at: letters
        for at, ((_, text), letter) in enumerate(zip(units, first, strict=True))
        if text in further and (letters := _other_initials(text, letter))
    }
    spellings = (*_spelled([syllable for syllable, _ in units]), first)
    keys: dict[str, None] = {}
    for start in range(len(units)):
        end = start + LONGEST_WINDOW
        for spelled in spellings:
            keys["".join(spelled[start:end])] = None
        if others:
            keys.update(dict.fromkeys(_other_ways(first, others, start, end)))
    return tuple(keys)


def _spelled(full: list[str]) -> tuple[list[str], ...]:
    """The syllables as a careless ear hears them; also as they are where typed letters do not fold to that.

    Typed letters are looked up folded too, so most phrases need the folded syllables alone: every beginning of what
    folds to them folds to a beginning of them.
    """
    heard = list(map(fold_sound, full))
    return (heard,) if fold_letters("".join(full)) == "".join(heard) else (full, heard)


def _other_ways(first: list[str], others: Mapping[int, tuple[str, ...]], start: int, end: int) -> Iterator[str]:
    """The initials from one place to another with one of them read otherwise."""
    for at, letters in others.items():
        if start <= at < end:
            yield from ("".join((*first[start:at], letter, *first[at + 1 : end])) for letter in letters)


@lru_cache(maxsize=8192)
def _other_initials(text: str, letter: str) -> tuple[str, ...]:
    """First letters of the other readings of a character that words read differently."""
    letters = dict.fromkeys(syllable[0] for syllable in (*quick_syllables(text), *further_readings()[text]))
    return tuple(one for one in letters if one != letter)
