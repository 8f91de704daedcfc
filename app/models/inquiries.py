"""Inquiries: one matter that a caller raises, its states, and the steps it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.models.clocks import Mark
from app.models.journal import Entity, Field, Kind, Value


class State(StrEnum):
    """Where an inquiry stands."""

    NEW = "new"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    IN_PROGRESS = "in_progress"
    WAITING_CALLER = "waiting_caller"
    WAITING_THIRD_PARTY = "waiting_third_party"
    ANSWERED = "answered"
    IN_REVIEW = "in_review"
    CALLBACK_DUE = "callback_due"
    REDO = "redo"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    MERGED = "merged"


DONE = frozenset({State.CLOSED, State.CANCELLED, State.MERGED})
PAUSED = frozenset({State.WAITING_CALLER, State.WAITING_THIRD_PARTY})

#: Which state a person must look at when two stations wrote concurrently, least first (data.md).
STATE_ORDER = (
    State.MERGED,
    State.CANCELLED,
    State.CLOSED,
    State.ANSWERED,
    State.IN_REVIEW,
    State.CALLBACK_DUE,
    State.NEW,
    State.DISPATCHED,
    State.ACCEPTED,
    State.IN_PROGRESS,
    State.WAITING_THIRD_PARTY,
    State.WAITING_CALLER,
    State.RETURNED,
    State.REDO,
)


class ReturnReason(StrEnum):
    """Why a unit gives an inquiry back."""

    NOT_OUR_DUTY = "not_our_duty"
    INSUFFICIENT_INFO = "insufficient_info"
    WRONG_AREA = "wrong_area"
    DUPLICATE = "duplicate"
    LEGAL_ROUTE = "legal_route"
    OTHER = "other"


class Urgency(StrEnum):
    """How grave the matter is; the graver of two concurrent words wins."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"


class EventKind(StrEnum):
    """One step in an inquiry's life."""

    OPENED = "opened"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    ANSWERED = "answered"
    REVIEWED = "reviewed"
    CALLBACK_ASKED = "callback_asked"
    CALLED_BACK = "called_back"
    CLOSED = "closed"
    REOPENED = "reopened"
    REDO = "redo"
    CANCELLED = "cancelled"
    MERGED = "merged"
    SEPARATED = "separated"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_APPROVED = "extension_approved"
    EXTENSION_REFUSED = "extension_refused"
    REMINDED = "reminded"
    URGED = "urged"
    SUPERVISED = "supervised"
    NOTIFIED = "notified"
    NOTICED = "noticed"
    REFERRED = "referred"
    TRANSFERRED = "transferred"
    URGENCY_LOWERED = "urgency_lowered"
    DUE_SET = "due_set"
    DUE_RECKONED = "due_reckoned"
    NOTE = "note"
    IMPORTED = "imported"


@dataclass(frozen=True)
class InquiryRow:
    """One line of a list of inquiries; ``position`` orders them by the time they were opened.

    ``due_at`` is when the matter itself is due; ``falls_due_at`` the next due time of all ``clocks`` that run.
    ``moved_to`` is the center that works on it now, ``came_from`` the one that had it, where it is ``came_as``.
    """

    position: int
    id: bytes
    number: str
    state: State
    opened_at: datetime
    due_at: datetime | None
    closed_at: datetime | None
    category: str | None
    unit: str | None
    area: str | None
    urgency: Urgency
    channel: str | None
    summary: str | None
    caller: bytes | None
    caller_name: str | None
    owner: bytes | None
    deleted: bool = False
    falls_due_at: datetime | None = None
    clocks: tuple[Mark, ...] = ()
    merged_into: bytes | None = None
    cluster: bytes | None = None
    moved_to: str | None = None
    came_from: str | None = None
    came_as: bytes | None = None


@dataclass(frozen=True)
class InquiryEvent:
    """One step, as recorded: who, when, what.

    An extension has ``days``, its legal ``basis`` and when the caller was told (``told_at``). ``clocks`` is what the
    step promised about time and when the caller had a real answer, ``routing`` what a dispatch keeps of its choice,
    ``ladder`` which rung of the supervision ladder fired. ``elsewhere`` names the ``center`` to which or from which it
    came, and what was ``passed`` on.
    """

    id: bytes
    inquiry: bytes
    kind: EventKind
    at: datetime
    by: bytes | None
    by_name: str | None
    state: State | None
    unit: str | None
    reason: str | None
    note: str | None
    due_at: datetime | None
    contact: bytes | None
    days: int | None = None
    basis: str | None = None
    told_at: datetime | None = None
    clocks: Mapping[str, Any] = field(default_factory=dict[str, Any])
    routing: Mapping[str, Any] = field(default_factory=dict[str, Any])
    ladder: Mapping[str, Any] = field(default_factory=dict[str, Any])
    elsewhere: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class InquiryPage:
    """One page of a list and the key after which the next begins (None: that was all)."""

    rows: tuple[InquiryRow, ...]
    after: tuple[Value, int] | None


INQUIRY = Entity(
    "inquiry",
    (
        Field("number", Kind.ONCE),
        Field("opened_at", Kind.ONCE),
        Field("channel", Kind.ONCE),
        Field("opened_by", Kind.ONCE, "REF"),
        Field("batch", Kind.ONCE, "REF"),
        Field("caller", sql="REF"),
        Field("category"),
        Field("unit"),
        Field("area"),
        Field("urgency", Kind.MAX, order=tuple(Urgency)),
        Field("epoch", Kind.MAX, "INTEGER"),
        Field("summary"),
        Field("details", Kind.MV),
        Field("state", Kind.STATE, order=STATE_ORDER),
        Field("outcome"),
        Field("owner", sql="REF"),
        Field("handed_for"),
        Field("due_at"),
        Field("closed_at"),
        Field("merged_into", sql="REF"),
        Field("cluster_id", sql="REF"),
        Field("moved_to"),
        Field("came_from", Kind.ONCE),
        Field("came_as", Kind.ONCE, "REF"),
        Field("deleted_at", Kind.GONE),
    ),
)
INQUIRY_EVENT = Entity(
    "inquiry_event",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("inquiry", "REF"),
            ("kind", "TEXT"),
            ("at", "TEXT"),
            ("by", "REF"),
            ("state", "TEXT"),
            ("unit", "TEXT"),
            ("reason", "TEXT"),
            ("note", "TEXT"),
            ("due_at", "TEXT"),
            ("contact", "REF"),
            ("days", "INTEGER"),
            ("basis", "TEXT"),
            ("told_at", "TEXT"),
            ("clocks", "JSON"),
            ("routing", "JSON"),
            ("ladder", "JSON"),
            ("elsewhere", "JSON"),
        )
    ),
    fact=True,
)
BATCH = Entity(
    "batch",
    (
        Field("kind", Kind.ONCE),
        Field("source", Kind.ONCE),
        Field("at", Kind.ONCE),
        Field("report", sql="JSON"),
        Field("undone_at"),
    ),
)
