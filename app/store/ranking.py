"""Best match among the newest inquiries that a query finds: read them and count, instead of asking the index to.

FTS5's own ranking reads every match of a frequent word, which takes seconds among a million. All candidates hold every
word that was typed, so that rarity of words says nothing here; what counts is how often and where they are said, and
whether Chinese characters that were typed together stand together.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.store import search
from app.store.journal import Rows

#: The newest matches that are read and ranked.
CANDIDATES = 500
_SUMMARY = 3.0
_TOGETHER = 2.0
_PARAMETERS = 500
_TEXTS = "SELECT position, number, summary, details FROM inquiry WHERE position IN"


@dataclass(frozen=True)
class Texts:
    """What an inquiry says."""

    position: int
    number: str
    summary: str
    details: str


def texts_of(rows: Rows, positions: Sequence[int]) -> list[Texts]:
    """Return what the inquiries at these positions say, in that order; what is gone is left out."""
    found: dict[int, Texts] = {}
    for start in range(0, len(positions), _PARAMETERS):
        part = positions[start : start + _PARAMETERS]
        for row in rows.all(f"{_TEXTS} ({','.join('?' * len(part))})", *part):
            found[row[0]] = Texts(row[0], row[1] or "", row[2] or "", row[3] or "")
    return [found[position] for position in positions if position in found]


def ranked(rows: Rows, text: str, positions: Sequence[int]) -> list[int]:
    """Return these positions, the best match of ``text`` first; of equal ones the newest."""
    typed = tuple(dict.fromkeys(search.runs(text)))
    scored = [(-score(typed, one), -one.position) for one in texts_of(rows, positions)]
    return [-position for _, position in sorted(scored)]


def score(typed: Iterable[str], one: Texts) -> float:
    """Return how well an inquiry answers the words and Chinese runs that were typed; greater is better."""
    summary, details = search.runs(one.summary), search.runs(one.details)
    said = sum(_weight(run, summary, details) for run in typed)
    number = search.runs(one.number)
    said += sum(_SUMMARY for run in typed if run in number)
    return said / (1.0 + math.log1p(len(one.summary) + len(one.details)) / 10)


def _weight(run: str, summary: list[str], details: list[str]) -> float:
    """Return what one run adds: more for each time it is said, less and less, and three times in the summary."""
    if search.is_chinese(run):
        in_summary, in_details = _together(run, summary), _together(run, details)
    else:
        in_summary, in_details = _times(run, summary), _times(run, details)
    return _SUMMARY * in_summary / (in_summary + 1) + in_details / (in_details + 1)


def _together(run: str, said: list[str]) -> float:
    """Count a Chinese run: its pairs each for a share of one, the whole run for two more."""
    pairs = search.pairs(run) or [run]
    shares = sum(text.count(pair) for text in said for pair in pairs) / len(pairs)
    return shares + _TOGETHER * (len(pairs) > 1) * sum(text.count(run) for text in said)


def _times(run: str, said: list[str]) -> float:
    """Count a word: as it was typed for one and a half, in another form or begun so for one."""
    wanted = search.stem(run)
    times = sum(1.0 for word in said if search.stem(word) == wanted or word.startswith(run))
    return times + 0.5 * said.count(run)
