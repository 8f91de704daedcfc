"""Callers: persons known by their numbers. An anonymous contact has none, and that is a first-class case."""

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
    """A number as typed, in E.164 where it can be understood (``+8653188886666``), and as people read it."""

    typed: str
    e164: str | None
    shown: str


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
        Field("deleted_at"),
    ),
)
CALLER_PHONE = Entity(
    "caller_phone",
    (
        Field("caller", Kind.ONCE, "REF"),
        Field("number", Kind.ONCE),
        Field("label"),
        Field("ended_at"),
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
        )
    ),
    fact=True,
)
