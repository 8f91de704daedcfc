"""What people put before the library: scripts proposed from contacts, pinned for everybody, starred by one person."""

from dataclasses import dataclass
from datetime import date, datetime

from app.models.errors import CannotNow
from app.models.journal import Entity, Field, Kind


class ProposedAlready(CannotNow):
    """A script was proposed from this contact or inquiry before. Facts: ``key``."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A script that somebody proposed: by whom (as shown), when, and the contact or inquiry that it was taken from."""

    key: str
    by: str
    at: datetime
    contact: bytes | None = None
    inquiry: bytes | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A script that stands on top for everybody up to and including a day; ``by`` is a person's display name."""

    key: str
    until_on: date
    by: str = ""


SCRIPT_PROPOSAL = Entity(
    "script_proposal",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("script", "REF"),
            ("key", "TEXT"),
            ("contact", "REF"),
            ("inquiry", "REF"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
SCRIPT_PIN = Entity(
    "script_pin", (Field("key", Kind.ONCE), Field("until"), Field("by", sql="REF"), Field("deleted_at", Kind.GONE))
)
SCRIPT_STAR = Entity(
    "script_star",
    (Field("person", Kind.ONCE, "REF"), Field("key", Kind.ONCE), Field("starred_at"), Field("deleted_at", Kind.GONE)),
)
