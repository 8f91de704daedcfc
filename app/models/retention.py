"""How long records that tell of people are kept: kinds as data, days set by the center, and what a redaction leaves.

A redaction takes the payload of every record of a row away. What is left of each is its *skeleton*: the names of the
fields that it set, what it had seen (``base``), and the values that tell nothing of a person. So figures stay true,
and no older value comes back. The hash of the payload stays in the chain, which goes on to verify.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.journal import Entity, Field, Kind

#: Least and most days that a kind can be kept: nothing younger than a month goes, a hundred years is for ever.
LEAST_DAYS, MOST_DAYS = 30, 36_500


@dataclass(frozen=True)
class Trace:
    """Rows of another entity that name a row by a field: it goes on to be needed until their time, if they have one.

    Without ``at`` only rows that are open count. ``open_until`` names the field that is empty while a row is open,
    ``gone`` the one that is set when it counts no more. ``whole_person``: a caller is every card that is linked as
    theirs, so that one of them is not emptied while a matter of another goes on.
    """

    entity: str
    field: str
    at: str = ""
    open_until: str = ""
    gone: str = ""
    whole_person: bool = False


@dataclass(frozen=True)
class Part:
    """Rows of one entity that go with a kind: the fields that tell of a person, and from which time they age.

    ``path`` leads, field by field, to the row whose time counts, where it is not its own: (field, entity of that row).
    ``traces``: there is no time of an end; it ages from when it was last written or named, and not while a matter is
    open that names it.
    """

    entity: str
    fields: tuple[str, ...]
    at: str = ""
    path: tuple[tuple[str, str], ...] = ()
    traces: tuple[Trace, ...] = ()


#: What keeps a caller known: whom we wrote of, and what we still owe them.
_OF_CALLERS = (
    Trace("contact", "caller", at="finalized_at", whole_person=True),
    Trace("inquiry", "caller", at="closed_at", open_until="closed_at", gone="deleted_at", whole_person=True),
    Trace("callback", "caller", open_until="closed_at", whole_person=True),
)
#: What is kept for how long, kind by kind. A kind ages from the end of the matter, never from its beginning.
KINDS: dict[str, tuple[Part, ...]] = {
    "inquiries": (
        Part("inquiry", ("caller", "summary", "details", "handed_for", "outcome"), "closed_at"),
        Part("inquiry_event", ("note", "basis"), "closed_at", (("inquiry", "inquiry"),)),
        Part("promise", ("caller", "what"), "closed_at", (("inquiry", "inquiry"),)),
        Part("promise_outcome", ("note",), "closed_at", (("promise", "promise"), ("inquiry", "inquiry"))),
    ),
    "contacts": (
        Part("contact", ("number", "call_id", "caller", "answers", "summary", "narrative", "reply"), "finalized_at"),
        Part("contact_amendment", ("corrected", "reason"), "finalized_at", (("contact", "contact"),)),
        Part("contact_script", ("query",), "finalized_at", (("contact", "contact"),)),
    ),
    "callers": (
        Part("caller", ("name", "note"), traces=_OF_CALLERS),
        Part("caller_phone", ("number", "label"), path=(("caller", "caller"),), traces=_OF_CALLERS),
        Part("caller_flag", ("note",), path=(("caller", "caller"),), traces=_OF_CALLERS),
    ),
    "callbacks": (
        Part("callback", ("caller", "number", "numbers", "what"), "closed_at"),
        Part("attempt", ("number",), "closed_at", (("callback", "callback"),)),
        Part("attempt_outcome", ("note",), "closed_at", (("attempt", "attempt"), ("callback", "callback"))),
        Part("appointment", ("number", "agreed_with"), "closed_at", (("callback", "callback"),)),
    ),
    "campaign_cases": (Part("campaign_case", ("caller", "name", "numbers", "about"), "closed_at"),),
    "frames": (
        Part("frame", ("source", "report", "sha256"), "at"),
        Part("frame_part", ("content",), "at", (("frame", "frame"),)),
    ),
    "interviews": (
        Part("interview", ("caller", "fields"), "at"),
        Part("answer", ("reason",), "at", (("interview", "interview"),)),
        Part("interview_flag", ("note",), "at", (("interview", "interview"),)),
    ),
    "findings": (
        Part("finding", ("caller",), "closed_at"),
        Part("finding_event", ("note", "said"), "closed_at", (("finding", "finding"),)),
    ),
    "searches": (Part("script_search", ("query",), "at"),),
    "practice": (
        Part("practice_call", ("turns", "written"), "ended_at"),
        Part("practice_score", ("note", "errors"), "ended_at", (("call", "practice_call"),)),
    ),
}
#: entity → how its rows are redacted.
PARTS = {part.entity: part for parts in KINDS.values() for part in parts}


def read_days(text: str) -> dict[str, int]:
    """Return the days of each kind from a setting such as ``contacts=1095, searches=365``. Raises ``ValueError``."""
    found: dict[str, int] = {}
    for part in filter(None, (one.strip() for one in text.split(","))):
        kind, _, days = part.partition("=")
        number = int(days) if days.strip().isdecimal() else 0
        if kind.strip() not in KINDS or not LEAST_DAYS <= number <= MOST_DAYS:
            raise ValueError(part)
        found[kind.strip()] = number
    return found


def write_days(days: Mapping[str, int]) -> str:
    """Return the setting that says these days, in the order of the kinds."""
    return ", ".join(f"{kind}={days[kind]}" for kind in KINDS if days.get(kind))


@dataclass(frozen=True)
class Due:
    """How many rows of a part of a kind are due, and the oldest and newest time among them."""

    kind: str
    entity: str
    rows: int
    oldest_at: datetime
    newest_at: datetime


def skeleton(payload: str, personal: Iterable[str]) -> str:
    """Return what is left of a payload: the same fields and base, the values of personal fields taken out."""
    body: dict[str, Any] = json.loads(payload)
    gone = frozenset(personal)
    body["f"] = {name: None if name in gone else value for name, value in body.get("f", {}).items()}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


REDACTION = Entity(
    "redaction",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("kind", "TEXT"),
            ("entity", "TEXT"),
            ("record", "REF"),
            ("skeletons", "JSON"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
