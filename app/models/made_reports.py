"""Documents that were made: which, of which period, in which language, by whom and when; and the paper itself.

A document that a plan makes has the same id on every station and in every try, so it is written down once.
"""

from dataclasses import dataclass
from datetime import datetime

from app.models.ids import derived_id
from app.models.journal import Entity, Field, Kind


@dataclass(frozen=True, slots=True)
class MadeReport:
    """One document that was made. ``files`` are the names it was written under; ``plan`` is "" for one by hand."""

    id: bytes
    kind: str
    period: str
    language: str
    files: tuple[str, ...]
    at: datetime
    by: bytes
    plan: str = ""


def id_by_plan(plan: str, period: str) -> bytes:
    """Return the id of what a plan makes of a period."""
    return derived_id("report_made", plan, period)


REPORT_MADE = Entity(
    "report_made",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("kind", "TEXT"),
            ("period", "TEXT"),
            ("language", "TEXT"),
            ("files", "JSON"),
            ("html", "TEXT"),
            ("plan", "TEXT"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
