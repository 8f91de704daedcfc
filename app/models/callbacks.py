"""Callbacks: calls that we owe. Here those promised by an operator; campaigns, surveys and missed calls join later."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.journal import Entity, Field, Kind


class CallbackReason(StrEnum):
    """Why we owe the call."""

    PROMISED = "promised"
    SATISFACTION = "satisfaction"
    MISSED = "missed"
    CAMPAIGN = "campaign"
    RECALL = "recall"


@dataclass(frozen=True)
class Callback:
    """A call that we owe, with what its list needs."""

    id: bytes
    reason: CallbackReason
    number: str
    due_at: datetime
    caller: bytes | None
    caller_name: str | None
    inquiry: bytes | None
    inquiry_number: str | None
    what: str | None
    owner: bytes | None
    closed_at: datetime | None = None


CALLBACK = Entity(
    "callback",
    (
        Field("reason", Kind.ONCE),
        Field("caller", Kind.ONCE, "REF"),
        Field("inquiry", Kind.ONCE, "REF"),
        Field("contact", Kind.ONCE, "REF"),
        Field("promise", Kind.ONCE, "REF"),
        Field("number", Kind.ONCE),
        Field("what", Kind.ONCE),
        Field("due_at"),
        Field("owner", sql="REF"),
        Field("closed_at"),
        Field("closed_by_contact", sql="REF"),
    ),
)
