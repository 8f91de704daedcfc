"""Promises made to callers: what, by whom, by when. A promise to call makes a callback."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.journal import Entity, Field, Kind


class PromiseState(StrEnum):
    """Whether the promise still stands."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True)
class Promise:
    """One promise, with the inquiry it belongs to where there is one."""

    id: bytes
    what: str
    due_at: datetime | None
    state: PromiseState
    by: bytes | None
    by_name: str | None
    caller: bytes | None
    inquiry: bytes | None


PROMISE = Entity(
    "promise",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("contact", "REF"),
            ("inquiry", "REF"),
            ("caller", "REF"),
            ("what", "TEXT"),
            ("by", "REF"),
            ("at", "TEXT"),
            ("due_at", "TEXT"),
        )
    ),
    fact=True,
)
PROMISE_OUTCOME = Entity(
    "promise_outcome",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (("promise", "REF"), ("state", "TEXT"), ("at", "TEXT"), ("by", "REF"), ("note", "TEXT"))
    ),
    fact=True,
)
