"""Duplicates: which inquiries may be about the matter that is being typed, and why.

Words weigh by their rarity among the inquiries of the same days, so that "fever after the vaccine" says more than "asks
about". A number or a person says who, not what: neither makes a hint by itself.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from app.models.inquiries import InquiryRow

#: How far back a matter may have been raised to be taken for the same.
WITHIN = timedelta(days=30)
#: Most hints that are shown; more would be read by nobody.
MOST = 5

_MOST_WEIGHT = 6.0
#: What a word that only the details say counts, beside one of the summary.
_IN_DETAILS = 0.7
#: What share of the weightiest word's weight a word needs to be named as a reason.
_WORTH_NAMING = 0.4
_WORDS, _PERSON, _FACT = 6.0, 3.0, 1.0
_ALIKE_ALONE, _FEWEST_ALONE = 0.55, 3
_ALIKE_BESIDE, _FEWEST_BESIDE = 0.4, 2


class DuplicateReason(StrEnum):
    """Why an inquiry may be about the same."""

    NUMBER = "number"
    CALLER = "caller"
    AREA = "area"
    UNIT = "unit"
    CATEGORY = "category"
    WORDS = "words"


_PEOPLE = frozenset({DuplicateReason.NUMBER, DuplicateReason.CALLER})
_PLACES = frozenset({DuplicateReason.AREA, DuplicateReason.UNIT})
_FACTS = _PLACES | {DuplicateReason.CATEGORY}


@dataclass(frozen=True)
class Matter:
    """What is known of the matter being typed. Empty texts are None. ``same``: every card linked as the caller's."""

    number: str | None = None
    caller: bytes | None = None
    area: str | None = None
    unit: str | None = None
    category: str | None = None
    summary: str | None = None
    details: str | None = None
    same: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """An inquiry to compare with, and which tokens of what is typed its summary and its details say."""

    position: int
    id: bytes
    caller: bytes | None
    area: str | None
    unit: str | None
    category: str | None
    done: bool
    summary: frozenset[str]
    details: frozenset[str]


@dataclass(frozen=True)
class Likeness:
    """How much of what was typed an inquiry says too: a share of the weight, and the words."""

    share: float = 0.0
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranked:
    """A candidate that is reason enough for a hint."""

    candidate: Candidate
    reasons: tuple[DuplicateReason, ...]
    alike: Likeness
    score: float


@dataclass(frozen=True)
class Hint:
    """An inquiry that may be about the same: reasons, the weightiest first, and the words alike as they were typed."""

    row: InquiryRow
    reasons: tuple[DuplicateReason, ...]
    words: tuple[str, ...] = ()

    @property
    def same_person(self) -> bool:
        """Whether the same number or the same caller raised it."""
        return not _PEOPLE.isdisjoint(self.reasons)

    @property
    def addable(self) -> bool:
        """Whether a contact can be added: to what is open, and to what this person raised before."""
        return self.row.closed_at is None or self.same_person

    @property
    def joinable(self) -> bool:
        """Whether another caller's inquiry can stand beside it as one incident."""
        return self.row.closed_at is None and not self.same_person


_FUNCTION_WORDS = (
    "a about after all also am an and any are as at be been before but by can could did do does for from had has have"
    " he her his how i if in into is it its just may me might must my no not of off on or our out over shall she should"
    " so some than that the their them then there these they this those to too under up us was we were what when where"
    " which while who whom whose why will with would you your"
)
#: English words that hold a sentence together and say nothing of its matter. Counting them would not do: a desk that
#: mostly writes Chinese sees them rarely, so that they weigh as much there as what was meant.
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())


def rarity(inquiries: float, holding: float) -> float:
    """Return the weight of a word that so many of so many inquiries hold; small desks tell little and weigh evenly."""
    return min(_MOST_WEIGHT, math.log((max(inquiries, holding) + 20) / (holding + 1)))


def likeness(weights: Mapping[str, float], summary: Collection[str], details: Collection[str]) -> Likeness:
    """Return how alike an inquiry is that says these tokens in its summary and its details."""
    whole = sum(weights.values())
    if not whole:
        return Likeness()
    shared = {
        token: 1.0 if token in summary else _IN_DETAILS for token in weights if token in summary or token in details
    }
    return Likeness(sum(weights[token] * part for token, part in shared.items()) / whole, tuple(shared))


def telling(weights: Mapping[str, float], shared: Collection[str]) -> tuple[str, ...]:
    """Return the shared tokens worth naming to a person: no word that weighs next to nothing beside the weightiest.

    Pairs of characters all stay, because they make phrases with their neighbors.
    """
    heaviest = max((weights[token] for token in shared), default=0.0)
    return tuple(one for one in shared if one[-1:] != "1" or weights[one] >= heaviest * _WORTH_NAMING)


def meant(reasons: Collection[DuplicateReason], alike: Likeness, *, done: bool) -> bool:
    """Say whether this is reason enough to interrupt somebody who types.

    A done matter of somebody else needs place and words: nothing can be added to it, but its answer can be looked up.
    """
    same_category = DuplicateReason.CATEGORY in reasons
    if not _PEOPLE.isdisjoint(reasons):
        return bool(alike.tokens) or same_category
    many = alike.share >= _ALIKE_ALONE and len(alike.tokens) >= _FEWEST_ALONE
    near = not _PLACES.isdisjoint(reasons)
    if done:
        return many and near
    some = alike.share >= _ALIKE_BESIDE and len(alike.tokens) >= _FEWEST_BESIDE
    return many or (some and (near or same_category))


def score(reasons: Collection[DuplicateReason], share: float, age: float) -> float:
    """Return how likely it is the same matter; ``age`` is the share of the days that it lies back, 0 for now."""
    people = _PERSON * (not _PEOPLE.isdisjoint(reasons))
    facts = _FACT * len(_FACTS.intersection(reasons))
    return _WORDS * share + people + facts + 1.0 - age


def ranked(
    matter: Matter,
    candidates: Iterable[Candidate],
    weights: Mapping[str, float],
    *,
    callers: Collection[bytes] = (),
    days: tuple[int, int],
) -> list[Ranked]:
    """Return the candidates that may be about this matter: open ones first, the likeliest first, of equals the newest.

    ``callers``: who is known by the number. ``days``: the positions of the first and the last inquiry looked for.
    """
    first, last = days
    found: list[Ranked] = []
    for one in candidates:
        alike = likeness(weights, one.summary, one.details)
        reasons = _reasons(matter, one, callers, alike)
        if meant(reasons, alike, done=one.done):
            age = (last - one.position) / max(1, last - first)
            found.append(Ranked(one, reasons, alike, score(reasons, alike.share, age)))
    return sorted(found, key=_likeliest)


def _likeliest(one: Ranked) -> tuple[bool, float, int]:
    return one.candidate.done, -one.score, -one.candidate.position


def _reasons(
    matter: Matter, one: Candidate, callers: Collection[bytes], alike: Likeness
) -> tuple[DuplicateReason, ...]:
    by_number = one.caller is not None and one.caller in callers
    told = {
        DuplicateReason.NUMBER: by_number,
        DuplicateReason.CALLER: not by_number
        and one.caller is not None
        and one.caller in (matter.caller, *matter.same),
        DuplicateReason.AREA: _same(matter.area, one.area),
        DuplicateReason.UNIT: _same(matter.unit, one.unit),
        DuplicateReason.CATEGORY: _same(matter.category, one.category),
        DuplicateReason.WORDS: bool(alike.tokens),
    }
    return tuple(reason for reason, holds in told.items() if holds)


def _same(typed: str | None, kept: str | None) -> bool:
    return bool(typed and kept) and (typed or "").strip().casefold() == (kept or "").strip().casefold()


def joined(typed: Mapping[str, str], alike: Collection[str]) -> tuple[str, ...]:
    """Return the words alike as they were typed; neighboring pairs of characters become the phrase that they make."""
    found: list[str] = []
    before = ""
    for token, shown in typed.items():
        if token not in alike:
            before = ""
            continue
        chinese = shown[0] >= "\u3400"
        if chinese and before and before[-1] == shown[0]:
            found[-1] += shown[1:]
        else:
            found.append(shown)
        before = shown if chinese else ""
    return tuple(dict.fromkeys(found))
