"""Callbacks: calls that we owe, whoever they are for: promised, missed, withdrawn answers, satisfaction, campaigns.

A call that somebody waits for has a time (``due_at``); one of a survey has a beginning and keeps to times of day.
"""

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


#: Calls that somebody waits for; all others keep to the protocol of a survey.
OWED = frozenset({CallbackReason.PROMISED, CallbackReason.MISSED, CallbackReason.RECALL})


@dataclass(frozen=True)
class Callback:
    """A call that we owe, with what its list needs. ``due_at`` of a survey call is when it begins.

    ``numbers`` are tried one after the other; ``closed_code`` is how it ended in the table of dispositions.
    ``language``: the person speaks only that, as in ``models.languages`` ("" where nothing is known of it).
    ``finding``: what the call is to verify, where it is for that. ``line``: by which line a supervisor wants it called,
    as the usual one is blocked; ``overruled_at``: until then outcomes that denied the stay were wrong.
    """

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
    closed_code: str = ""
    campaign: bytes | None = None
    case: bytes | None = None
    contact_group: str = ""
    numbers: tuple[str, ...] = ()
    begins_at: datetime | None = None
    language: str = ""
    finding: bytes | None = None
    line: str = ""
    overruled_at: datetime | None = None

    @property
    def told(self) -> tuple[str, str]:
        """Return set and code of the words for why we owe it: a call that verifies was promised to nobody."""
        if self.finding is not None:
            return "finding_column", "verification_call"
        return "callback_reason", self.reason.value


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
        Field("closed_code"),
        Field("campaign", Kind.ONCE, "REF"),
        Field("case_id", Kind.ONCE, "REF"),
        Field("contact_group", Kind.ONCE),
        Field("numbers", Kind.ONCE, "JSON"),
        Field("begins_at", Kind.ONCE),
        Field("language"),
        Field("finding", Kind.ONCE, "REF"),
        Field("more_numbers", sql="JSON"),
        Field("line"),
        Field("checked_at"),
        Field("check_note"),
        Field("overruled_at"),
    ),
)
