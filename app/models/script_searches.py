"""Searches of the library that ended, and what was decided about what the program proposed from them."""

from dataclasses import dataclass
from enum import StrEnum

from app.models.journal import Entity, Field, Kind


class SearchEnd(StrEnum):
    """How a search ended."""

    GIVEN = "given"
    OPENED = "opened"
    LEFT = "left"
    NOTHING = "nothing"


class SearchPlace(StrEnum):
    """Where somebody searched."""

    INTAKE = "intake"
    PALETTE = "palette"


@dataclass(frozen=True)
class EndedSearch:
    """One search as it ended: what stood in the line when the person stopped, never what was typed on the way.

    ``first`` is the key of the result on top, ``fits`` whether it passed the gate, ``rank`` that of the opened one from
    1, ``took_ms`` the time from the first key to the opening or the end.
    """

    query: str
    ended: SearchEnd
    place: SearchPlace
    language: str = "en"
    key: str | None = None
    rank: int | None = None
    results: int = 0
    first: str | None = None
    fits: bool = False
    took_ms: int = 0
    contact: bytes | None = None


class ProposalKind(StrEnum):
    """What the program proposes from searches and contacts."""

    PHRASING = "phrasing"
    GAP = "gap"
    SCRIPT = "script"


class ProposalDecision(StrEnum):
    """What was decided about a proposal."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    RESTORED = "restored"


def _facts(*names: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in names)


SCRIPT_SEARCH = Entity(
    "script_search",
    _facts(
        ("query", "TEXT"),
        ("ended", "TEXT"),
        ("place", "TEXT"),
        ("language", "TEXT"),
        ("key", "TEXT"),
        ("rank", "INTEGER"),
        ("results", "INTEGER"),
        ("first", "TEXT"),
        ("fits", "INTEGER"),
        ("took_ms", "INTEGER"),
        ("contact", "REF"),
        ("at", "TEXT"),
        ("by", "REF"),
    ),
    fact=True,
)
SCRIPT_DECISION = Entity(
    "script_decision",
    _facts(
        ("kind", "TEXT"),
        ("words", "TEXT"),
        ("key", "TEXT"),
        ("decision", "TEXT"),
        ("at", "TEXT"),
        ("by", "REF"),
    ),
    fact=True,
)
