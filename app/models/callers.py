"""Callers: persons known by their numbers. An anonymous contact has none, and that is a first-class case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.journal import Entity, Field, Kind


class CallerKind(StrEnum):
    """Who is calling."""

    PATIENT = "patient"
    FAMILY = "family"
    PUBLIC = "public"
    PHYSICIAN = "physician"
    NURSE = "nurse"
    ADMINISTRATOR = "administrator"
    STAFF = "staff"
    VENDOR = "vendor"
    OTHER = "other"


class FlagCode(StrEnum):
    """A fact about a caller that the next operator must know; each may expire. Do-not-call is not a flag."""

    ABUSIVE = "abusive"
    BLOCKED = "blocked"
    VIP = "vip"
    HEARING_IMPAIRED = "hearing_impaired"
    NEEDS_INTERPRETER = "needs_interpreter"
    VULNERABLE = "vulnerable"


@dataclass(frozen=True)
class PhoneNumber:
    """A number as typed, in E.164 where it has one (``+8653188886666``), and as people read it.

    ``extension`` is what is dialed behind a switchboard. ``local`` is what a number without E.164 (12320, 8012, x123)
    is known by: as typed, without spaces and separators; None where nothing can be dialed.
    """

    typed: str
    e164: str | None
    shown: str
    extension: str | None = None
    local: str | None = None

    @property
    def key(self) -> str | None:
        """By what the number is known again, in whatever format it was typed: E.164, with its extension (RFC 3966)."""
        if self.e164 is None:
            return self.local
        return f"{self.e164};ext={self.extension}" if self.extension else self.e164

    @property
    def uri(self) -> str:
        """What a telephone program is asked to dial (RFC 3966), "" for a number that none can."""
        digits = "".join(one for one in self.local or "" if one in "0123456789*#")
        dialed = self.key if self.e164 else digits if digits == self.local else ""
        return f"tel:{dialed}" if dialed else ""


@dataclass(frozen=True)
class Caller:
    """A person who has called. ``numbers`` are E.164, the newest first."""

    id: bytes
    name: str | None = None
    kind: CallerKind | None = None
    language: str | None = None
    area: str | None = None
    note: str | None = None
    numbers: tuple[str, ...] = ()
    same_as: bytes | None = None
    conflicts: tuple[str, ...] = ()


#: Each card of a person and those that it is linked to: none, one, or several that nobody has decided between.
Links = Mapping[bytes, tuple[bytes, ...]]


def end_of(links: Links, start: bytes) -> bytes | None:
    """Return the card on which a link can be set without losing anybody, None where there is none.

    It is where the links from ``start`` end; where two stations made a circle, a card of it, whose own link is one too
    many. Setting a link where several stand would decide between them.
    """
    passed: list[bytes] = []
    here = start
    while here not in passed:
        passed.append(here)
        here = next(iter(links.get(here, ())), here)
    circle = passed[passed.index(here) :]
    return next((one for one in circle if len(links.get(one, ())) < 2), None)


def gathered(links: Links) -> dict[bytes, bytes | None]:
    """Return the links to be set so that every card is linked to the longest known one, which is linked to none."""
    first = min(links, default=b"")
    return {one: None if one == first else first for one in links}


def links_without(links: Links, left: bytes) -> dict[bytes, bytes | None]:
    """Return the links to be set so that one card stands alone and all others of the person stay together."""
    if any(len(others) > 1 for others in links.values()):
        return {left: None} | gathered({one: others for one, others in links.items() if one != left})
    linked = {one: next(iter(others), None) for one, others in links.items()}
    changed: dict[bytes, bytes | None] = {left: None} if linked.get(left) else {}
    pointing = sorted(one for one, other in linked.items() if other == left and one != left)
    anchor = next((one for one in (linked.get(left), *pointing) if one and one != left), None)
    return changed | {one: None if one == anchor else anchor for one in pointing}


@dataclass(frozen=True)
class CallerFlag:
    """A flag that stands: not ended, not expired. ``expires_at`` None stands until ended."""

    id: bytes
    caller: bytes
    code: FlagCode
    note: str | None
    at: datetime
    expires_at: datetime | None


CALLER = Entity(
    "caller",
    (
        Field("name"),
        Field("kind"),
        Field("language"),
        Field("area"),
        Field("note", Kind.MV),
        Field("same_as", sql="REF"),
        Field("deleted_at", Kind.GONE),
    ),
)
CALLER_PHONE = Entity(
    "caller_phone",
    (
        Field("caller", Kind.ONCE, "REF"),
        Field("number", Kind.ONCE),
        Field("label"),
        Field("ended_at", Kind.GONE),
    ),
)
CALLER_FLAG = Entity(
    "caller_flag",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("caller", "REF"),
            ("code", "TEXT"),
            ("note", "TEXT"),
            ("at", "TEXT"),
            ("expires_at", "TEXT"),
            ("ends", "REF"),
        )
    ),
    fact=True,
)
DNC = Entity(
    "dnc",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("number_key", "TEXT"),
            ("person_key", "TEXT"),
            ("at", "TEXT"),
            ("reason", "TEXT"),
            ("lifts", "REF"),
            ("request", "TEXT"),
            ("said", "REF"),
            ("caller", "REF"),
            ("callback", "REF"),
            ("requested_on", "TEXT"),
        )
    ),
    fact=True,
)
