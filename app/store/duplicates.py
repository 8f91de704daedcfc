"""What may be about the same matter: candidates from the search index and from a caller's inquiries, read and compared.

Every list that is read has a limit, whatever the desk holds: a word's newest inquiries within the days asked for, the
rarest words furthest back, until the budget is spent. What waits for the index is looked at as it stands.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Any

from app.models.duplicates import Candidate, rarity
from app.store import fresh, search
from app.store.fresh import Told
from app.store.journal import Rows

#: Entries of the index that one question reads for its words, and for each of what else is the same.
BUDGET = 8_000
_FACET_ENTRIES = 3_000
_FIRST_LOOK = 128
_SAMPLE = 256
#: Candidates of which the texts are read.
CANDIDATES = 100
_CALLERS = 10
_OF_A_CALLER = 20
_TOKENS = 24
#: So many of the rarest tokens are read on in any case, others only where they are rarer than one in five.
_ALWAYS = 2
_COMMON = 0.2

_NEWEST = """SELECT rowid FROM inquiry_words WHERE inquiry_words MATCH ? AND rowid >= ? AND rowid < ?
    ORDER BY rowid DESC LIMIT ?"""
_TEXTS = """SELECT position, id, caller, area, unit, category, summary, details, closed_at IS NOT NULL FROM inquiry
    WHERE deleted_at IS NULL AND state <> 'merged' AND position IN"""
_END = (1 << 62) - 1


@dataclass(frozen=True)
class Sought:
    """Tokens of what is typed, in its order; whose number it is; area and unit; since which position."""

    tokens: tuple[str, ...]
    callers: tuple[bytes, ...]
    near: Mapping[str, str]
    since: int


@dataclass
class _Postings:
    """The newest inquiries that hold a token; ``ended`` when these are all of the days asked for."""

    token: str
    positions: list[int] = field(default_factory=list[int])
    ended: bool = False


@dataclass(frozen=True)
class Found:
    """Candidates in the order of time, the newest first, and what each token weighs."""

    candidates: tuple[Candidate, ...]
    weights: Mapping[str, float]


def tokens_of(text: str) -> dict[str, str]:
    """Return the tokens by which texts are compared, each with what is read there: words, and pairs of characters."""
    found: dict[str, str] = {}
    for run in search.runs(text):
        if search.is_chinese(run):
            found.update((pair, pair) for pair in search.pairs(run))
        elif len(run) > 1:
            found.setdefault(f"{search.stem(run)}1", run)
    return found


def find(rows: Rows, sought: Sought) -> Found:
    """Return the inquiries that are most likely about the same, to be compared one by one."""
    waiting = {at: told for at, told in fresh.waiting(rows).items() if at >= sought.since}
    inquiries = _inquiries(rows, sought.since)
    words = _words(rows, sought, inquiries)
    weights = {one.token: rarity(inquiries, _holding(one, sought.since)) for one in words}
    scores: dict[int, float] = defaultdict(float)
    for one in words:
        weight = weights[one.token]
        for position in one.positions:
            scores[position] += weight
    _look_at(waiting, weights, scores)
    best = _best(rows, sought, waiting, scores)
    return Found(tuple(_read(rows, {*_of_callers(rows, sought), *best}, tuple(weights))), weights)


def _look_at(waiting: Mapping[int, Told], weights: Mapping[str, float], scores: dict[int, float]) -> None:
    """Count what waits for the index as it stands now."""
    for position, (tokens, _) in waiting.items():
        scores.pop(position, None)
        if said := sum(weight for token, weight in weights.items() if token in tokens):
            scores[position] = said


def _inquiries(rows: Rows, since: int) -> float:
    """Return how many inquiries there are since a position, counted up to a few hundred and estimated beyond."""
    sql = "SELECT position FROM inquiry WHERE position >= ? ORDER BY position DESC LIMIT ?"
    newest = [row[0] for row in rows.all(sql, since, _SAMPLE)]
    return _stretched(newest, since) if len(newest) == _SAMPLE else len(newest)


def _holding(one: _Postings, since: int) -> float:
    return len(one.positions) if one.ended else _stretched(one.positions, since)


def _stretched(newest: list[int], since: int) -> float:
    """Return how many there would be since a position if they were as dense as the newest."""
    return len(newest) * (newest[0] - since + 1) / (newest[0] - newest[-1] + 1)


def _words(rows: Rows, sought: Sought, inquiries: float) -> list[_Postings]:
    """Return the newest inquiries of each token: a first look at each, then the rarest as far as the budget goes."""
    found = [_Postings(token) for token in sought.tokens[:_TOKENS]]
    for one in found:
        _read_on(rows, one, sought.since, _FIRST_LOOK)
    left = BUDGET
    for place, one in enumerate(sorted(found, key=_reach)):
        common = _holding(one, sought.since) > _COMMON * inquiries
        if not one.ended and left > 0 and (place < _ALWAYS or not common):
            before = len(one.positions)
            _read_on(rows, one, sought.since, left)
            left -= len(one.positions) - before
    return found


def _reach(one: _Postings) -> int:
    """Return the oldest position of a first look: it goes furthest back for the rarest token."""
    return one.positions[-1] if one.positions else 0


def _read_on(rows: Rows, one: _Postings, since: int, limit: int) -> None:
    before = one.positions[-1] if one.positions else _END
    part = [row[0] for row in rows.all(_NEWEST, f'"{one.token}"', since, before, limit)]
    one.positions += part
    one.ended = len(part) < limit


def _best(rows: Rows, sought: Sought, waiting: Mapping[int, Told], scores: Mapping[int, float]) -> list[int]:
    """Return the positions worth reading: those most alike in words among the open ones and among those of the place.

    A done matter of somebody else from somewhere else is no hint (``models.duplicates.meant``).
    """
    near = [search.facet(name, value) for name, value in sought.near.items()]
    groups = [_holders(rows, sought, token, waiting) for token in (search.facet("open", ""), *near)]
    found: list[int] = []
    for group in groups:
        scored = [(scores[position], position) for position in group.intersection(scores)]
        found += [position for _, position in nlargest(CANDIDATES // len(groups), scored)]
    return found


def _holders(rows: Rows, sought: Sought, token: str, waiting: Mapping[int, Told]) -> set[int]:
    """Return the newest inquiries that hold a token which is no word."""
    found = {row[0] for row in rows.all(_NEWEST, f'"{token}"', sought.since, _END, _FACET_ENTRIES)}
    found -= waiting.keys()
    found.update(position for position, (tokens, _) in waiting.items() if token in tokens)
    return found


def _of_callers(rows: Rows, sought: Sought) -> list[int]:
    sql = "SELECT position FROM inquiry WHERE caller=? AND position >= ? ORDER BY position DESC LIMIT ?"
    callers = sought.callers[:_CALLERS]
    return [row[0] for caller in callers for row in rows.all(sql, caller, sought.since, _OF_A_CALLER)]


def _read(rows: Rows, positions: Collection[int], tokens: Collection[str]) -> Iterator[Candidate]:
    """Return what stands at these positions, the newest first; merged and deleted ones are left out."""
    if not positions:
        return
    places = ",".join("?" * len(positions))
    for row in rows.all(f"{_TEXTS} ({places}) ORDER BY position DESC", *sorted(positions)):
        yield candidate(row, tokens)


def candidate(row: tuple[Any, ...], tokens: Collection[str]) -> Candidate:
    """Return an inquiry from its columns: position, id, caller, area, unit, category, summary, details, done."""
    caller = bytes(row[2]) if row[2] else None
    summary, details = said(row[6] or "", tokens), said(row[7] or "", tokens)
    return Candidate(row[0], bytes(row[1]), caller, row[3], row[4], row[5], bool(row[8]), summary, details)


def said(text: str, tokens: Collection[str]) -> frozenset[str]:
    """Return which of these tokens a text says."""
    plain = search.folded(text)
    found = {token for token in tokens if search.is_chinese(token) and token in plain}
    if words := {token for token in tokens if not search.is_chinese(token)}:
        found |= words.intersection(f"{search.stem(run)}1" for run in search.runs(text) if not search.is_chinese(run))
    return frozenset(found)
