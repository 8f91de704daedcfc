"""How Chinese characters sound: toneless syllables of a text, from a small table, or from pypinyin where it matters.

The table (resources/scripts/readings.txt) has the usual reading of each common character; loading it takes a few
milliseconds. pypinyin (`reading_aloud`) is asked only for a text with a character that is read differently in
different words, and what it said is kept in a cache that can be handed over at the next start.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import cache, lru_cache

from app.scripts_library.reading_aloud import read_aloud
from resources import FOLDER

_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"))
#: Between these lie all characters that the tables know.
_FIRST, _LAST = 0x4E00, 0x9FFF
_FINAL_NG = re.compile("ng(?![aeiouv])")


def _lines(name: str) -> list[str]:
    path = FOLDER / "scripts" / name
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


class Readings(Mapping[str, str]):
    """Character → syllable, as a row of numbers: a text of one character takes 80 bytes, and there are thousands."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._syllables = [""]
        self._numbers = array("H", bytes(2 * (_LAST + 1 - _FIRST)))
        for syllable, characters in pairs:
            for character in characters:
                self._numbers[ord(character) - _FIRST] = len(self._syllables)
            self._syllables.append(syllable)

    def __getitem__(self, character: str) -> str:
        if len(character) == 1 and (found := self.of_each(character)[0]) != character:
            return found
        raise KeyError(character)

    def __iter__(self) -> Iterator[str]:
        return (chr(code) for code, number in enumerate(self._numbers, _FIRST) if number)

    def __len__(self) -> int:
        return len(self._numbers) - self._numbers.count(0)

    @property
    def syllables(self) -> tuple[str, ...]:
        """Every syllable that a character has, once; what `values` says of thousands of characters, in no time."""
        return tuple(self._syllables[1:])

    def of_each(self, run: str) -> tuple[str, ...]:
        """The syllable of each character; an unknown one is itself."""
        syllables, numbers = self._syllables, self._numbers
        found = [syllables[numbers[code - _FIRST]] if _FIRST <= (code := ord(one)) <= _LAST else "" for one in run]
        return tuple(found if all(found) else [one or itself for one, itself in zip(found, run, strict=True)])


@cache
def usual_readings() -> Readings:
    """The usual syllable of each common character."""
    lines = (line.partition(" ") for line in _lines("readings.txt") if not line.startswith("*"))
    return Readings((syllable, characters) for syllable, _, characters in lines)


@cache
def further_readings() -> Mapping[str, tuple[str, ...]]:
    """The other syllables of characters that words read differently, e.g. 行 → hang."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("readings.txt"):
        if line.startswith("*"):
            syllable, characters = line[1:].split(" ")
            for character in characters:
                found[character] = (*found.get(character, ()), syllable)
    return found


@cache
def _simplified() -> "array[int]":
    """By the code of each character that of its simplified one."""
    found = array("H", range(_LAST + 1))
    lines = _lines("traditional.txt")
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        for before, after in zip(first, second, strict=True):
            found[ord(before)] = ord(after)
    return found


def simplify(text: str) -> str:
    """The text with traditional characters as simplified ones, one for one.

    A table of 2,900 pairs instead of a library: search needs no choice between 发 and 髮, only that both sides of it
    are folded the same way.
    """
    return text.translate(_simplified())


def quick_syllables(run: str) -> tuple[str, ...]:
    """The usual syllable of each character, without pypinyin; an unknown character is itself."""
    return usual_readings().of_each(run)


def is_read_by_words(text: str) -> bool:
    """Whether a character of the text is read differently in different words."""
    return not further_readings().keys().isdisjoint(text)


class Spelling:
    """Syllables of texts, as words are read. `known` is the cache: run of characters → syllables joined by a blank."""

    def __init__(self, known: MutableMapping[str, str] | None = None) -> None:
        self.known: MutableMapping[str, str] = {} if known is None else known

    def syllables(self, run: str) -> tuple[str, ...]:
        """One syllable for each character of a run of Chinese characters. Many runs are learned together first."""
        if not is_read_by_words(run):
            return quick_syllables(run)
        if run not in self.known:
            self.learn([run])
        return tuple(self.known[run].split(" "))

    def learn(self, runs: Iterable[str]) -> int:
        """Look all of these runs up at once that are read by words and not known yet; return how many that were."""
        wanted = list(dict.fromkeys(run for run in runs if run not in self.known and is_read_by_words(run)))
        for run, said in zip(wanted, read_aloud(wanted), strict=True):
            self.known[run] = " ".join(said if len(said) == len(run) else quick_syllables(run))
        return len(wanted)


@lru_cache(maxsize=4096)
def fold_sound(syllable: str) -> str:
    """The syllable as a careless ear hears it: zh, ch, sh as z, c, s; a final ng as n."""
    for heard, folded in _FOLDS:
        if syllable.startswith(heard):
            syllable = folded + syllable[len(heard) :]
            break
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


def fold_letters(letters: str) -> str:
    """Typed pinyin letters folded the same way, as far as it can be seen without knowing where syllables end."""
    for heard, folded in _FOLDS:
        letters = letters.replace(heard, folded)
    return _FINAL_NG.sub("n", letters)
