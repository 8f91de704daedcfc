"""Pinyin typed as people type it to an input method: some syllables whole, of others the beginning (`yibaobx`)."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from app.scripts_library.readings import fold_sound, usual_readings

#: More ways of reading a row of letters are not tried.
_WAYS = 24
_LONGEST_SYLLABLE = 6
_DOUBLE = ("zh", "ch", "sh")
_VOWELS_ONLY = frozenset("iuv")


@cache
def _syllables() -> frozenset[str]:
    return frozenset(one for one in usual_readings().syllables if one.isascii())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(one[:end] for one in _syllables() for end in range(1, len(one)))


@lru_cache(maxsize=256)
def ways(letters: str) -> tuple[tuple[str, ...], ...]:
    """Return how letters can be read as syllables and beginnings of syllables, longest syllables first; at most 24.

    Only mixed ways: letters that are all in full or all initials are keys of their own (`tokens.pinyin_keys`).
    """
    found: list[tuple[str, ...]] = []
    for way in _read(letters):
        if any(len(unit) > 1 for unit in way) and any(unit not in _syllables() for unit in way):
            found.append(way)
        if len(found) == _WAYS:
            break
    return tuple(found)


def initials(way: Sequence[str]) -> str:
    """Return the first letters of a way, which is the key to look phrases up by."""
    return "".join(unit[0] for unit in way)


def is_read_so(way: Sequence[str], syllables: Sequence[str]) -> bool:
    """Say whether some stretch of a phrase's syllables is read this way, to a careless ear too (zh as z, ng as n)."""
    return any(
        all(_begins(syllable, unit) for unit, syllable in zip(way, syllables[start:], strict=False))
        for start in range(len(syllables) - len(way) + 1)
    )


def _begins(syllable: str, unit: str) -> bool:
    if unit in _syllables() and len(unit) > 1:
        return syllable == unit or fold_sound(syllable) == fold_sound(unit) or syllable.startswith(unit)
    return syllable.startswith(unit) or fold_sound(syllable).startswith(fold_sound(unit))


def _read(letters: str) -> Iterator[tuple[str, ...]]:
    if not letters:
        yield ()
        return
    for end in range(min(len(letters), _LONGEST_SYLLABLE), 0, -1):
        unit = letters[:end]
        if _can_stand(unit, is_last=end == len(letters)):
            for rest in _read(letters[end:]):
                yield (unit, *rest)


def _can_stand(unit: str, *, is_last: bool) -> bool:
    """Say whether these letters can be one unit: a syllable, an initial, or, where typing stopped, any beginning."""
    if unit in _syllables() or unit in _DOUBLE or (is_last and unit in _beginnings()):
        return True
    return len(unit) == 1 and unit.isalpha() and unit not in _VOWELS_ONLY
