"""Grading a typed answer against the key points of a script: a proposal, which a person confirms in exams.

A point is hit where enough of its words are said, its figures stand there and no others, and it is denied as often as
in the approved text; words alone would pass every answer with one wrong number (docs/decisions, training).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from math import log

from app.scripts_library import answer_facts
from app.scripts_library.readings import quick_syllables
from app.scripts_library.script import Forbidden, KeyPoint
from app.scripts_library.tokens import Run, fold, query_tokens, runs, sound_pairs, stem

#: Share of a point's words that makes it said, and that makes it worth a person's look.
HIT, MAYBE = 0.50, 0.30
#: How far a figure may stand from a word of its point, in characters: 12 Chinese ones, six English words.
NEAR_ZH, NEAR_EN = 12, 40
#: So many clauses in a row can say one point; each that is not needed for its words counts a little against a stretch.
LONGEST_WINDOW = 6
_CLAUSE_COST, _FIGURE_GAIN = 0.06, 0.3
#: Who says so much of the approved text has its accepted wording, too.
NEARLY_ALL = 0.75
CRITICAL_WEIGHT = 3
_CLAUSE = re.compile(r"(?:[^。；;！!？?\n，.,]|(?<=\d)[.,，](?=\d))+")
_COMMON = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "is", "are", "be", "it", "its", "this", "that",
    "you", "your", "with", "by", "as", "if", "will", "we", "our", "do", "does",
})  # fmt: skip
_LITTLE = 0.25
#: Said beside any figure: once, a little.
_HARMLESS = frozenset({"1"})


class Verdict(StrEnum):
    """What is proposed for one key point."""

    HIT = "hit"
    MAYBE = "maybe"
    MISS = "miss"


class Fault(StrEnum):
    """What keeps a point from being hit."""

    WORDS = "words"
    FIGURE = "figure"
    OTHER_FIGURE = "other_figure"
    DENIAL = "denial"
    WORDING = "wording"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class PointGrade:
    """The proposal for one point: ``coverage`` is the share of its words that was said."""

    point: str
    verdict: Verdict
    coverage: float
    critical: bool = False
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """The proposal for an answer: 0 to 1, zero with forbidden words; ``forbidden`` are those that were said."""

    score: float
    points: tuple[PointGrade, ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def missed_critical(self) -> bool:
        """Whether a critical point was not hit."""
        return any(one.critical and one.verdict is not Verdict.HIT for one in self.points)


@dataclass(frozen=True)
class Weighing:
    """How much each word tells, from a collection of texts: rare words count more, common ones little."""

    texts: int = 0
    holding: Mapping[str, int] = field(default_factory=dict[str, int])

    def weight(self, word: str) -> float:
        """The weight of a word, 1 for one of a collection of one text."""
        usual = log(1 + (self.texts + 1) / (self.holding.get(word, 0) + 1)) if self.texts else 1.0
        return usual * (_LITTLE if word in _COMMON else 1.0)


def weighing(texts: Iterable[str]) -> Weighing:
    """Count in how many texts each word stands."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update({one.word for one in words_of(text)})
    return Weighing(total, counts)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is compared: an English stem or a pair of characters with its sound, and where it stands."""

    word: str
    sound: str
    at: int


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a plain text in their order."""
    found: list[Word] = []
    at = 0
    for run in runs(fold(text)):
        at = max(text.find(run.text, at), at)
        found += _pairs(run, at) if run.is_chinese else [Word(stem(run.text), "", at)]
        at += len(run.text)
    return tuple(one for one in found if not one.word.isdigit())


def _pairs(run: Run, at: int) -> list[Word]:
    if len(run.text) == 1:
        return [Word(run.text, "", at)]
    syllables = quick_syllables(run.text)
    sounds = sound_pairs(syllables) if len(syllables) == len(run.text) else ("",) * (len(run.text) - 1)
    return [Word(run.text[place : place + 2], sound, at + place) for place, sound in enumerate(sounds)]


@lru_cache(maxsize=4096)
def _heard(text: str) -> frozenset[str]:
    return frozenset(query_tokens(runs(fold(text))).sounds)


@dataclass(frozen=True, slots=True)
class _Said:
    """One stretch of an answer, plain."""

    text: str
    words: frozenset[str]
    sounds: frozenset[str]

    def holds(self, one: Word) -> bool:
        return one.word in self.words or (one.sound != "" and one.sound in self.sounds)


def _said(text: str) -> _Said:
    return _Said(text, frozenset(one.word for one in words_of(text)), _heard(text))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """So many clauses in a row of an answer."""

    said: _Said
    clauses: int


def _windows(answer: str) -> list[_Stretch]:
    clauses = [one.span() for one in _CLAUSE.finditer(answer) if one[0].strip()]
    return [
        _Stretch(_said(answer[clauses[start][0] : clauses[end][1]]), end - start + 1)
        for start in range(len(clauses))
        for end in range(start, min(len(clauses), start + LONGEST_WINDOW))
    ]


def coverage(point: str, said: _Said, weights: Weighing) -> float:
    """The share of a plain text's words, by weight, that a stretch of an answer holds."""
    words = [one for one in words_of(point) if not answer_facts.denials(one.word)]
    total = sum(weights.weight(one.word) for one in words)
    return sum(weights.weight(one.word) for one in words if said.holds(one)) / total if total else 0.0


def grade(
    answer: str,
    points: Sequence[KeyPoint],
    language: str,
    *,
    forbidden: Sequence[Forbidden] = (),
    weights: Weighing | None = None,
) -> Grade:
    """Return the proposal for an answer in a language (``zh``, ``en``); points without a text in it are left out."""
    whole = answer_facts.plain(answer)
    said = _forbidden(whole, forbidden, language)
    windows = _windows(whole)
    known = weights or Weighing()
    graded = tuple(_graded(one, windows, language, known) for one in points if one.texts.get(language))
    total = sum(_weight(one) for one in graded)
    got = sum(_weight(one) * _SHARE[one.verdict] for one in graded)
    return Grade(0.0 if said or not total else got / total, graded, said)


_SHARE = {Verdict.HIT: 1.0, Verdict.MAYBE: 0.5, Verdict.MISS: 0.0}


def _weight(one: PointGrade) -> int:
    return CRITICAL_WEIGHT if one.critical else 1


def _forbidden(answer: str, rules: Sequence[Forbidden], language: str) -> tuple[str, ...]:
    """Forbidden words count where they are said, not where they are denied right before."""
    found: list[str] = []
    for word in (word for one in rules for word in one.words.get(language, ())):
        at = answer.find(plain_word := answer_facts.plain(word))
        if at >= 0 and plain_word and not answer_facts.denials(answer[max(0, at - 6) : at]):
            found.append(word)
    return tuple(found)


def _graded(point: KeyPoint, windows: Sequence[_Stretch], language: str, weights: Weighing) -> PointGrade:
    text = answer_facts.plain(point.texts[language])
    best, share = _best(text, windows, weights)
    if best is None or share < MAYBE:
        return PointGrade(point.id, Verdict.MISS, share, point.critical, Fault.WORDS)
    fault = _fault(point, text, best, language)
    if fault is Fault.WORDING and share >= NEARLY_ALL:
        fault = None
    if fault in (Fault.FIGURE, Fault.DENIAL, Fault.OPPOSITE):
        return PointGrade(point.id, Verdict.MISS, share, point.critical, fault)
    if fault is None and share >= HIT:
        return PointGrade(point.id, Verdict.HIT, share, point.critical)
    return PointGrade(point.id, Verdict.MAYBE, share, point.critical, fault or Fault.WORDS)


def _best(text: str, windows: Sequence[_Stretch], weights: Weighing) -> tuple[_Said | None, float]:
    """The stretch of the answer that says most of a point and least beside it, and the share that it says."""
    figures = {one.value for one in answer_facts.figures(text)}
    best: _Said | None = None
    share = highest = 0.0
    for one in windows:
        said = coverage(text, one.said, weights)
        shown = {found.value for found in answer_facts.figures(one.said.text)} & figures
        worth = said + _FIGURE_GAIN * len(shown) / max(1, len(figures)) - _CLAUSE_COST * one.clauses
        if said and (best is None or worth > highest):
            best, share, highest = one.said, said, worth
    return best, share


def _fault(point: KeyPoint, text: str, said: _Said, language: str) -> Fault | None:
    figures = _figure_fault(point, text, said, language)
    if figures is Fault.FIGURE:
        return figures
    if answer_facts.denials(text) % 2 != answer_facts.denials(said.text) % 2:
        return Fault.DENIAL
    if answer_facts.turned_around(text, said.text):
        return Fault.OPPOSITE
    if figures is not None:
        return figures
    accepted = point.any.get(language, ())
    return None if not accepted or any(_occurs(one, said) for one in accepted) else Fault.WORDING


def _figure_fault(point: KeyPoint, text: str, said: _Said, language: str) -> Fault | None:
    """Say what is wrong with the figures: each is said near the point's words, as often as there, and no other."""
    wanted = answer_facts.counted(answer_facts.figures(text))
    for one in (*point.slots.numbers, *point.slots.phones):
        value = answer_facts.written(answer_facts.plain(one))
        wanted[value] = max(wanted[value], 1)
    if not wanted:
        return None
    near = NEAR_ZH if language == "zh" else NEAR_EN
    own = {word.word for word in words_of(text)}
    places = [one.at for one in words_of(said.text) if one.word in own]
    found = answer_facts.figures(said.text)
    close = answer_facts.counted(tuple(one for one in found if any(abs(one.at - place) <= near for place in places)))
    if any(close[value] < count for value, count in wanted.items()):
        return Fault.FIGURE
    return Fault.OTHER_FIGURE if set(close) - set(wanted) - _HARMLESS else None


def _occurs(phrase: str, said: _Said) -> bool:
    """Whether an accepted wording is said: word by word, or nearly all of it."""
    text = answer_facts.plain(phrase)
    if text in said.text:
        return True
    words = words_of(text)
    return bool(words) and sum(said.holds(one) for one in words) >= 0.6 * len(words)
