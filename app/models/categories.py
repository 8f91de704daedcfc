"""The category tree of inquiries, and finding a category with a few letters.

The tree is data (resources/categories.json): code, parent, label and other words in both languages, and the pinyin of
every Chinese word, stored so that nothing has to be computed when a person types. ``type_ahead`` understands Chinese
characters, pinyin (whole syllables, initials, or a mixture, from any syllable on) and the beginnings of English words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from sys import intern

from app.models.shapes import DefinitionBroken, Shape, Words, read_json

FORMAT = 1
_RUNS = re.compile(r"[a-z0-9]+|[^a-z0-9\s]+")
_SEPARATORS = re.compile(r"[\s'’`·,，、。/()（）-]+")

# How good a match is: what the operator meant is nearly always at the beginning of the category's own label.
_WHOLE, _BEGINS, _WORD, _INSIDE = 110, 90, 80, 72
_PINYIN, _INITIALS, _MIXED = 88, 84, 76
_NOT_AT_START, _OTHER_WORDS, _BY_PARENT = 14, 10, 40
_SAME_SERVICE, _SAME_CHANNEL = 6, 2


class CategoriesBroken(DefinitionBroken):
    """The category tree cannot be used. Facts: ``file``, ``place`` (JSON path), ``found``, ``expected``."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A Chinese word or phrase with its pinyin: toneless syllables; Latin letters in it count as one syllable."""

    text: str
    syllables: tuple[str, ...]
    initials: str
    joined: str
    starts: tuple[int, ...]  # where each syllable begins in ``joined``


@dataclass(frozen=True)
class Category:
    """One node. ``services`` and ``channels`` are hints for ranking; empty means all of them.

    The ``…_heap`` texts hold everything that can match, so that most nodes are passed over with one look.
    """

    code: str
    parent: str | None
    label: Words
    chinese: tuple[Spelling, ...]  # the label first, then other words for it
    english: tuple[str, ...]  # in small letters, the label first
    services: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()

    @cached_property
    def english_words(self) -> tuple[tuple[str, ...], ...]:
        """The words of every English phrase."""
        return tuple(tuple(re.findall(r"[a-z0-9]+", phrase)) for phrase in self.english)

    @cached_property
    def chinese_heap(self) -> str:
        """Every Chinese phrase."""
        return " ".join(spelling.text for spelling in self.chinese)

    @cached_property
    def english_heap(self) -> str:
        """Every English word with a space before it."""
        return "".join(f" {word}" for words in self.english_words for word in words)

    @cached_property
    def pinyin_heap(self) -> str:
        """The pinyin and the initials of every Chinese phrase."""
        return " ".join(f"{spelling.joined} {spelling.initials}" for spelling in self.chinese)

    @cached_property
    def pair_heap(self) -> frozenset[str]:
        """The first two letters that a mixture of syllables and initials can begin with."""
        pairs: set[str] = set()
        for spelling in self.chinese:
            pairs.update(intern(syllable[:2]) for syllable in spelling.syllables)
            pairs.update(intern(a + b) for a, b in pairwise(spelling.initials))
        return frozenset(pairs)


@dataclass(frozen=True, slots=True)
class CategoryMatch:
    """A found category: its path of codes (root first) and how well it fits (more is better)."""

    category: Category
    path: tuple[str, ...]
    score: int


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """All categories by code, parents before children. ``unknown``: places of keys that this program does not know."""

    by_code: Mapping[str, Category]
    version: int
    unknown: tuple[str, ...] = ()
    _paths: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]], compare=False, repr=False)

    def path(self, code: str) -> tuple[str, ...]:
        """The codes from the root to this category; empty for a code that the tree does not know."""
        if code not in self.by_code:
            return ()
        if code not in self._paths:
            parent = self.by_code[code].parent
            self._paths[code] = (*self.path(parent), code) if parent else (code,)
        return self._paths[code]

    def path_label(self, code: str, language: str) -> str:
        """The labels from the root to this category; the code itself where the tree does not know it."""
        labels = [self.by_code[step].label.for_language(language) for step in self.path(code)]
        return " › ".join(labels) or code

    def children(self, code: str | None) -> tuple[Category, ...]:
        """The categories directly below ``code``; the roots for None."""
        return tuple(each for each in self.by_code.values() if each.parent == code)

    def under(self, code: str) -> frozenset[str]:
        """This category and all below it (for filters)."""
        return frozenset(each for each in self.by_code if code in self.path(each))


def parse_categories(text: str, *, file: str) -> CategoryTree:
    """The tree that a file holds. Raises CategoriesBroken (file, place, found, expected)."""
    shape = read_json(text, file=file, error=CategoriesBroken)
    parts = shape.keys("format", "version", "categories")
    found = shape.required(parts, "format").whole(least=1)
    if found > FORMAT:
        raise parts["format"].broken(f"≤ {FORMAT}")
    nodes = shape.required(parts, "categories")
    by_code: dict[str, Category] = {}
    for item in nodes.items():
        each = _category(item)
        if each.code in by_code:
            raise item.at(".code", each.code).broken("≠", found=f'"{each.code}"')
        if each.parent is not None and each.parent not in by_code:
            raise item.at(".parent", each.parent).broken('{"code": …} ↑')
        by_code[each.code] = each
    if not by_code:
        raise nodes.broken("[{…}]")
    return CategoryTree(by_code, shape.required(parts, "version").whole(least=1), tuple(shape.unknown))


def _category(shape: Shape) -> Category:
    parts = shape.keys("code", "parent", "label", "pinyin", "words", "chinese_words", "services", "channels")
    label = shape.required(parts, "label").words()
    english = parts["words"].each(Shape.text) if "words" in parts else ()
    return Category(
        code=shape.required(parts, "code").name(),
        parent=parts["parent"].name() if "parent" in parts else None,
        label=label,
        chinese=tuple(_spellings(label.zh_cn, shape.required(parts, "pinyin"), parts.get("chinese_words"))),
        english=(label.en.lower(), *(phrase.lower() for phrase in english)),
        services=frozenset(parts["services"].each(Shape.name)) if "services" in parts else frozenset(),
        channels=frozenset(parts["channels"].each(Shape.name)) if "channels" in parts else frozenset(),
    )


def _spellings(label: str, pinyin: Shape, others: Shape | None) -> Iterator[Spelling]:
    yield spelled(label, pinyin.text())
    for text, other in others.entries() if others else ():
        yield spelled(text, other.text())


def spelled(text: str, pinyin: str) -> Spelling:
    """A Chinese phrase with its pinyin (toneless syllables between spaces) made ready for matching."""
    syllables = tuple(map(intern, pinyin.split()))
    starts = (0, *accumulate(map(len, syllables)))[:-1]
    return Spelling(text.lower(), syllables, "".join(each[0] for each in syllables), "".join(syllables), starts)


def type_ahead(
    tree: CategoryTree, typed: str, *, service: str = "", channel: str = "", limit: int = 12
) -> list[CategoryMatch]:
    """The categories that ``typed`` may mean, best first; every part of it must fit. Nothing typed gives the roots.

    A category of ``service`` and ``channel`` comes before an equally good one; none is left out. A category also
    fits by words of those above it, so that "complaint wait" and the whole branch after "complaint" are found.
    """
    terms = terms_of(typed)
    if not terms:
        roots = [CategoryMatch(each, (each.code,), _hints(each, service, channel)) for each in tree.children(None)]
        return sorted(roots, key=_score, reverse=True)[:limit]
    found: list[CategoryMatch] = []
    nothing = [0] * len(terms)
    reached: dict[str | None, list[int]] = {None: nothing}  # the best on the way from the root, term by term
    for code, each in tree.by_code.items():
        own, above = [_node_score(each, term) for term in terms], reached[each.parent]
        if own == nothing:
            own, reached[code] = nothing, above
        else:
            reached[code] = list(map(max, own, above))
        score = 0 if reached[code] is nothing else _combined(own, above)
        if score > 0:
            found.append(CategoryMatch(each, tree.path(code), score + _hints(each, service, channel)))
    found.sort(key=_worse)
    return found[:limit]


def terms_of(typed: str) -> tuple[str, ...]:
    """What was typed, cut into parts that must all fit: Chinese runs and Latin runs.

    An input method puts apostrophes between syllables (``yi'miao``); they are taken out, not cut at.
    """
    plain = unicodedata.normalize("NFKC", typed).lower()
    plain = re.sub(r"(?<=[a-z])['’](?=[a-z])", "", plain)
    return tuple(_RUNS.findall(_SEPARATORS.sub(" ", plain)))[:8]


def _score(match: CategoryMatch) -> int:
    return match.score


def _worse(match: CategoryMatch) -> tuple[int, int, int]:
    return (-match.score, len(match.path), len(match.category.label.zh_cn))


def _hints(each: Category, service: str, channel: str) -> int:
    right_service = not service or not each.services or service in each.services
    return _SAME_SERVICE * right_service + _SAME_CHANNEL * bool(channel and channel in each.channels)


def _combined(own: Sequence[int], above: Sequence[int]) -> int:
    """The mean over the terms; a term may be met by a category above, which counts less. 0 where one fits nowhere."""
    scores = [max(score, inherited - _BY_PARENT) for score, inherited in zip(own, above, strict=True)]
    return sum(scores) // len(scores) if min(scores) > 0 else 0


def _node_score(each: Category, term: str) -> int:
    if not term.isascii():
        if term not in each.chinese_heap:
            return 0
        return _first_is_best(_contains(spelling.text, term) for spelling in each.chinese)
    words = read = mixed = 0
    if f" {term}" in each.english_heap:
        words = _first_is_best(_english_score(phrase, term) for phrase in each.english_words)
    if term in each.pinyin_heap:
        read = _first_is_best(_pinyin_score(spelling, term) for spelling in each.chinese)
    if not (words or read) and term[:2] in each.pair_heap:
        mixed = _first_is_best(_mixed_score(spelling, term) for spelling in each.chinese)
    return max(words, read, mixed)


def _first_is_best(scores: Iterable[int]) -> int:
    """The best score, where other words count a little less than the label, which comes first."""
    best = 0
    for index, score in enumerate(scores):
        worth = score - _OTHER_WORDS if index and score else score
        best = max(best, worth)
    return best


def _contains(text: str, term: str) -> int:
    position = text.find(term)
    if position < 0:
        return 0
    return _WHOLE if len(text) == len(term) else _BEGINS if position == 0 else _INSIDE


def _english_score(words: Sequence[str], term: str) -> int:
    for index, word in enumerate(words):
        if word.startswith(term):
            whole = len(words) == 1 and word == term
            return _WHOLE if whole else _BEGINS if index == 0 else _WORD
    return 0


def _pinyin_score(spelling: Spelling, term: str) -> int:
    position = spelling.joined.find(term)
    while position >= 0:
        if position in spelling.starts:
            return _PINYIN - _NOT_AT_START * (position > 0)
        position = spelling.joined.find(term, position + 1)
    position = spelling.initials.find(term)
    if position >= 0:
        return _INITIALS - _NOT_AT_START * (position > 0)
    return 0


def _mixed_score(spelling: Spelling, term: str) -> int:
    for start, initial in enumerate(spelling.initials):
        if initial == term[0] and reads_as(spelling.syllables[start:], term):
            return _MIXED - _NOT_AT_START * (start > 0)
    return 0


def reads_as(syllables: Sequence[str], typed: str) -> bool:
    """Is ``typed`` a row of beginnings of these syllables, one each, such as ``yufjz`` for *yu fang jie zhong*?"""
    reached = {0}
    for syllable in syllables:
        reached = {
            place + size
            for place in reached
            for size in range(1, len(syllable) + 1)
            if typed.startswith(syllable[:size], place)
        }
        if len(typed) in reached:
            return True
        if not reached:
            return False
    return False
