"""Contacts: one conversation in one channel. A draft while open; one immutable fact once finalized."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.models import routing_choice
from app.models.callers import CallerKind
from app.models.clocks import is_same_due
from app.models.inquiries import Urgency
from app.models.journal import Entity, Field, Kind, Value


class Channel(StrEnum):
    """How a conversation reaches us."""

    PHONE_IN = "phone_in"
    PHONE_OUT = "phone_out"
    WECHAT = "wechat"
    EMAIL = "email"
    SMS = "sms"
    WALK_IN = "walk_in"
    LETTER = "letter"
    WEB = "web"
    VOICEMAIL = "voicemail"
    MISSED_CALL = "missed_call"


#: Channels on which somebody waits on the line.
LIVE = frozenset({Channel.PHONE_IN, Channel.PHONE_OUT, Channel.WALK_IN})
#: Channels whose text arrives before anybody opens it, so that a receipt time is asked for.
WRITTEN = frozenset({Channel.EMAIL, Channel.LETTER, Channel.WECHAT, Channel.SMS, Channel.WEB, Channel.VOICEMAIL})


class ContactResult(StrEnum):
    """How a contact ended."""

    ANSWERED_DIRECT = "answered_direct"
    REFERRED = "referred"
    TRANSFERRED_LIVE = "transferred_live"
    FOLLOW_UP_NEEDED = "follow_up_needed"
    INQUIRY_OPENED = "inquiry_opened"
    ADDED_TO_INQUIRY = "added_to_inquiry"
    WRONG_NUMBER = "wrong_number"
    SILENT = "silent"
    HUNG_UP = "hung_up"
    PRANK = "prank"
    ABUSIVE = "abusive"
    TEST = "test"
    OUT_OF_SCOPE = "out_of_scope"


#: Results that end a contact without an inquiry, each by one key and without required fields.
NON_INQUIRY = (
    ContactResult.SILENT,
    ContactResult.WRONG_NUMBER,
    ContactResult.HUNG_UP,
    ContactResult.PRANK,
    ContactResult.ABUSIVE,
    ContactResult.TEST,
    ContactResult.OUT_OF_SCOPE,
)


class AnswerMode(StrEnum):
    """Where the answer came from."""

    SCRIPT = "script"
    THREE_PARTY = "three_party"
    EXPERT_CONSULT = "expert_consult"
    OWN_KNOWLEDGE = "own_knowledge"
    NOT_ANSWERED = "not_answered"


class Outcome(StrEnum):
    """What the operator presses at the end of a contact."""

    ANSWERED = "answered"  # F8
    DISPATCH = "dispatch"  # F9
    CALL_BACK = "call_back"  # F10
    ADD_TO = "add_to"  # the open inquiry it belongs to
    REFERRED = "referred"  # F7: told where else to ask
    TRANSFERRED = "transferred"  # Shift+F7: put through while on the line
    NON_INQUIRY = "non_inquiry"  # Esc menu


@dataclass(frozen=True)
class CallSpan:
    """A stretch of a conversation in one state (ringing, talking, hold, wrap_up)."""

    state: str
    from_at: datetime
    to_at: datetime | None = None


@dataclass(frozen=True)
class GivenScript:
    """A script version given in a contact: when, how (opened, read, sent), from which search and at which rank."""

    key: str
    version: int
    language: str
    at: datetime
    how: str = "read"
    query: str | None = None
    rank: int | None = None
    ticked: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True)
class ContactDraft:
    """Everything that the intake form holds for one conversation, saved as it is typed. Empty texts are None.

    ``add_to`` is the inquiry that it belongs to, ``joins`` one about the same incident, whose
    cluster the new inquiry joins. ``promised_at`` is when the matter is due by the policies, as it was computed last.
    """

    id: bytes
    opened_at: datetime
    channel: Channel = Channel.PHONE_IN
    line: str | None = None
    number: str | None = None
    call_id: str | None = None
    received_at: datetime | None = None
    spans: tuple[CallSpan, ...] = ()
    caller: bytes | None = None
    caller_name: str | None = None
    caller_kind: CallerKind | None = None
    language: str | None = None
    area: str | None = None
    category: str | None = None
    unit: str | None = None
    urgency: Urgency = Urgency.NORMAL
    summary: str | None = None
    details: str | None = None
    reply: str | None = None
    add_to: bytes | None = None
    joins: bytes | None = None
    form: str | None = None
    form_version: int | None = None
    answers: Mapping[str, Value] = field(default_factory=dict[str, Value])
    given: tuple[GivenScript, ...] = ()
    answer_mode: AnswerMode | None = None
    promise: str | None = None
    due_at: datetime | None = None
    promised_at: datetime | None = None
    dispatch_reason: str | None = None
    referred_to: str | None = None
    referral_note: str | None = None
    suggested: Mapping[str, Value] = field(default_factory=dict[str, Value])
    override: str | None = None
    override_note: str | None = None

    @property
    def came_at(self) -> datetime | None:
        """When it came in, None while somebody waits: a call is not as old as a letter that was laid beside it."""
        return self.received_at if self.channel in WRITTEN else None

    @property
    def empty(self) -> bool:
        """Say whether nothing has been entered, so that closing it loses nothing."""
        typed = (self.number, self.caller_name, self.summary, self.details, self.category, self.reply, self.add_to)
        typed = (*typed, self.referred_to, self.referral_note)
        return not any(typed) and not self.answers and not self.given


@dataclass(frozen=True)
class Finalized:
    """What finalizing made: the contact, and the inquiry that it opened or joined, if any."""

    contact: bytes
    inquiry: bytes | None
    number: str | None
    callback: bytes | None = None


@dataclass(frozen=True)
class Referral:
    """To whom a caller was sent (``live``: put through while on the line), and what was said of it."""

    to: str
    note: str | None
    live: bool


@dataclass(frozen=True)
class ContactRow:
    """A finalized contact as the timeline shows it, with its amendments applied."""

    id: bytes
    channel: Channel
    opened_at: datetime
    ended_at: datetime | None
    result: ContactResult
    operator: bytes | None
    operator_name: str | None
    number: str | None
    caller: bytes | None
    summary: str | None
    narrative: str | None
    answer_mode: AnswerMode | None
    form: str | None
    form_version: int | None
    answers: Mapping[str, Value]
    scripts: tuple[GivenScript, ...] = ()
    amendments: int = 0
    reply: str | None = None
    #: When a letter came, where somebody wrote it down.
    received_at: datetime | None = None


@dataclass(frozen=True)
class Amendment:
    """A correction of a finalized contact: when, by whom, why, and of each field what stood there and what does now."""

    at: datetime
    by_name: str | None
    reason: str | None
    corrected: Mapping[str, tuple[Value, Value]]


def missing_fields(draft: ContactDraft, outcome: Outcome) -> tuple[str, ...]:
    """Return the fields that this outcome still needs, in the order of the form; a non-inquiry needs none.

    Definitions of the line's form can require more (``app.models.forms``).
    """
    matter = (("category", draft.category), ("summary", draft.summary or draft.given))
    needed: dict[Outcome, tuple[tuple[str, object], ...]] = {
        Outcome.ANSWERED: matter,
        Outcome.REFERRED: (*matter, ("referred_to", draft.referred_to)),
        Outcome.TRANSFERRED: (*matter, ("referred_to", draft.referred_to)),
        Outcome.DISPATCH: (
            ("category", draft.category),
            ("summary", draft.summary),
            ("unit", draft.unit),
            ("due_at", draft.due_at),
            *((("dispatch_reason", draft.dispatch_reason),) if is_dated_otherwise(draft) else ()),
            *(((lacking, None),) if (lacking := _unexplained(draft)) else ()),
        ),
        Outcome.CALL_BACK: (
            ("number", draft.number),
            ("category", draft.category),
            ("summary", draft.summary),
            ("due_at", draft.due_at),
        ),
        Outcome.ADD_TO: (("add_to", draft.add_to),),
        Outcome.NON_INQUIRY: (),
    }
    return tuple(name for name, value in needed[outcome] if not value)


def is_dated_otherwise(draft: ContactDraft) -> bool:
    """Say whether a draft is due at another time than the policies promise."""
    return bool(draft.due_at and draft.promised_at and not is_same_due(draft.due_at, draft.promised_at))


def _unexplained(draft: ContactDraft) -> str:
    return routing_choice.missing(draft.suggested, draft.unit, draft.override, draft.override_note)


def _facts(*names: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in names)


CONTACT = Entity(
    "contact",
    _facts(
        ("channel", "TEXT"),
        ("direction", "TEXT"),
        ("line", "TEXT"),
        ("number", "TEXT"),
        ("call_id", "TEXT"),
        ("caller", "REF"),
        ("opened_at", "TEXT"),
        ("received_at", "TEXT"),
        ("answered_at", "TEXT"),
        ("ended_at", "TEXT"),
        ("operator", "REF"),
        ("spans", "JSON"),
        ("form", "TEXT"),
        ("form_version", "INTEGER"),
        ("answers", "JSON"),
        ("summary", "TEXT"),
        ("narrative", "TEXT"),
        ("reply", "TEXT"),
        ("result", "TEXT"),
        ("answer_mode", "TEXT"),
        ("finalized_at", "TEXT"),
    ),
    fact=True,
)
CONTACT_AMENDMENT = Entity(
    "contact_amendment",
    _facts(("contact", "REF"), ("corrected", "JSON"), ("reason", "TEXT"), ("at", "TEXT"), ("by", "REF")),
    fact=True,
)
CONTACT_INQUIRY = Entity(
    "contact_inquiry",
    _facts(("contact", "REF"), ("inquiry", "REF"), ("role", "TEXT"), ("at", "TEXT")),
    fact=True,
)
CONTACT_SCRIPT = Entity(
    "contact_script",
    _facts(
        ("contact", "REF"),
        ("script", "TEXT"),
        ("version", "INTEGER"),
        ("language", "TEXT"),
        ("title", "TEXT"),
        ("at", "TEXT"),
        ("how", "TEXT"),
        ("query", "TEXT"),
        ("rank", "INTEGER"),
        ("ticked", "JSON"),
    ),
    fact=True,
)
