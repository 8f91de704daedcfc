"""Follows one search line, Qt-free, and says which searches ended: where the person stopped, not what was typed on the
way there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.models.script_searches import EndedSearch, SearchEnd, SearchPlace
from app.ui.panes.intake.script_search import Hit

#: A text that stood for less than this was only passed through.
STOPPED = timedelta(seconds=1.5)


@dataclass(frozen=True)
class _Going:
    """The search that goes on: its longest text, since when, when that text was reached, what came of it."""

    text: str
    since: datetime
    reached_at: datetime
    contact: bytes | None
    language: str
    hits: Sequence[Hit] = ()
    key: str | None = None
    rank: int | None = None
    opened_at: datetime | None = None


class SearchTrail:
    """One person's searches in one line, one after the other. Every method returns the search that it ended, if any."""

    def __init__(self) -> None:
        self._going: _Going | None = None
        self._over = ""

    def typed(self, text: str, at: datetime, *, contact: bytes | None, language: str) -> EndedSearch | None:
        """Take what stands in the line now; empty ends the search."""
        going = self._going
        if not text:
            self._over = ""
            return self.ended(at)
        if text == self._over or (going is not None and text == going.text):
            return None
        if going is not None and going.opened_at is None and _goes_on(going.text, text):
            if len(text) >= len(going.text):
                self._going = replace(going, text=text, reached_at=at, hits=())
            return None
        ended = self.ended(at)
        self._going = _Going(text, at, at, contact, language)
        return ended

    def found(self, text: str, hits: Sequence[Hit]) -> None:
        """Take the results of a text."""
        if self._going is not None and self._going.text == text:
            self._going = replace(self._going, hits=tuple(hits))

    def opened(self, key: str, rank: int, at: datetime) -> None:
        """Take the result that was opened; the last one counts."""
        if self._going is not None:
            self._going = replace(self._going, key=key, rank=rank, opened_at=self._going.opened_at or at)

    def given(self, key: str, at: datetime) -> EndedSearch | None:
        """Take that a script was given to the caller: what found it is over."""
        going = self._going
        if going is None or going.key != key:
            return None
        self._over, self._going = going.text, None
        return _ended(going, SearchEnd.GIVEN, at)

    def ended(self, at: datetime) -> EndedSearch | None:
        """End the search that goes on."""
        going, self._going = self._going, None
        if going is None:
            return None
        if going.opened_at is not None:
            return _ended(going, SearchEnd.OPENED, at)
        if at - going.reached_at < STOPPED:
            return None
        return _ended(going, SearchEnd.LEFT if going.hits else SearchEnd.NOTHING, at)


def _goes_on(before: str, text: str) -> bool:
    """Say whether a text is the same search typed on, or corrected in its second half."""
    same = next((at for at, (one, other) in enumerate(zip(before, text, strict=False)) if one != other), None)
    return same is None or same * 2 >= len(before)


def _ended(going: _Going, end: SearchEnd, at: datetime) -> EndedSearch:
    first = going.hits[0] if going.hits else None
    return EndedSearch(
        going.text,
        end,
        SearchPlace.INTAKE,
        language=going.language,
        key=going.key,
        rank=going.rank,
        results=len(going.hits),
        first=first.key if first else None,
        fits=first is not None and first.fits,
        took_ms=round(((going.opened_at or at) - going.since).total_seconds() * 1000),
        contact=going.contact,
    )
