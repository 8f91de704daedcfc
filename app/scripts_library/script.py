"""One version of a script, the approved answer, as plain values. The file format is docs/formats/scripts.md.

Texts are mappings from language code to text; they are never changed after a script is made.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

Texts: TypeAlias = Mapping[str, str]
WordLists: TypeAlias = Mapping[str, tuple[str, ...]]

KEY_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
USUAL_KEY_PATTERN = re.compile(r"[a-z0-9-]{1,80}")
REQUIRED_LANGUAGES = ("zh", "en")
CALLER_KINDS = ("patient", "family", "public", "physician", "nurse", "administrator", "staff", "vendor", "other")
SECTIONS = ("say", "if_asked", "escalate", "record")


class Risk(StrEnum):
    """How dangerous a wrong answer is: low costs a caller a way at most, high needs two approvers, word for word."""

    NORMAL = "normal"
    LOW = "low"
    HIGH = "high"
    EMERGENCY = "emergency"


class Governance(StrEnum):
    """Whether any licensed operator may mend it, or only its owner."""

    OPEN = "open"
    RESTRICTED = "restricted"


class Audience(StrEnum):
    """Who may read the script at all; for whom a wording is meant is a property of the body."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    PUBLIC = "public"


class State(StrEnum):
    """What people decided about a version. Live, review-due and expired are computed, see `visibility`."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class PlaceholderType(StrEnum):
    """How a placeholder gets its value: typed, picked, looked up in a table, a number or a date."""

    TEXT = "text"
    CHOICE = "choice"
    LOOKUP = "lookup"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Source:
    """The document an answer rests on; one of `doc` and `url` is filled."""

    doc: str = ""
    clause: str = ""
    url: str = ""
    published: date | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A `{name}` in the body: where its value comes from and what stands there without one."""

    name: str
    type: PlaceholderType = PlaceholderType.TEXT
    choices_from: str = ""
    choices: tuple[str, ...] = ()
    table: str = ""
    key: str = ""
    fallback: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """The parts of a key point that must not change. Numbers and phones are kept as written, units are alternatives."""

    numbers: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    negated: bool = False

    def is_empty(self) -> bool:
        """Whether nothing is fixed."""
        return not (self.numbers or self.phones or self.units or self.negated)


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """Something an answer must contain; the same object serves reader, drill, exam and quality review."""

    id: str
    texts: Texts
    critical: bool = False
    slots: Slots = Slots()
    any: WordLists = field(default_factory=dict[str, tuple[str, ...]])


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that must not be said in an answer, by language."""

    id: str
    words: WordLists
    kind: str = "compliance"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of the caller to a flow's question and where it leads."""

    label: Texts
    goto: str


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A question with options, or something to say and the next node. `say_point` names a key point."""

    id: str
    ask: Texts = field(default_factory=dict[str, str])
    options: tuple[Option, ...] = ()
    say_point: str = ""
    say: Texts = field(default_factory=dict[str, str])
    goto: str = ""

    def ways(self) -> tuple[str, ...]:
        """Every goto of the node, in order."""
        return tuple(option.goto for option in self.options) + ((self.goto,) if self.goto else ())


@dataclass(frozen=True, slots=True)
class Flow:
    """Questions that lead to the answer: a graph without loops."""

    start: str
    nodes: tuple[FlowNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording: its language, the caller kind it is for (empty: everybody), plain or not, and its sections."""

    language: str
    audience: str = ""
    plain: bool = False
    say: str = ""
    if_asked: str = ""
    escalate: str = ""
    record: str = ""

    @property
    def place(self) -> tuple[str, str, bool]:
        """What a script can have only once: language, caller kind, plain."""
        return (self.language, self.audience, self.plain)

    def text(self) -> str:
        """All sections one after the other, for searching and checking."""
        return "\n".join(part for part in (self.say, self.if_asked, self.escalate, self.record) if part)


@dataclass(frozen=True, slots=True)
class Script:
    """One version of a script. `effective_from` is included, `effective_to` is not; both aware times or None.

    `doubted_on` is the day on which flags of several people made its review due; it is in no file.
    """

    key: str
    title: Texts
    version: int = 1
    question: Texts = field(default_factory=dict[str, str])
    phrasings: WordLists = field(default_factory=dict[str, tuple[str, ...]])
    abbreviations: tuple[tuple[str, str], ...] = ()
    topic: str = ""
    tags: tuple[str, ...] = ()
    risk: Risk = Risk.NORMAL
    governance: Governance = Governance.OPEN
    audience: Audience = Audience.OPERATOR
    owner: str = ""
    state: State = State.DRAFT
    urgent: bool = False
    effective_from: datetime | None = None
    effective_to: datetime | None = None
    last_reviewed_on: date | None = None
    review_in_days: int | None = None
    review_on: date | None = None
    doubted_on: date | None = None
    supersedes: str = ""
    units: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    must_not_say: tuple[Forbidden, ...] = ()
    dialect_notes: Texts = field(default_factory=dict[str, str])
    flow: Flow | None = None
    lang_gap: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()

    @property
    def review_due_on(self) -> date | None:
        """The day the next review is due, or None."""
        if self.review_on is not None:
            return self.review_on
        if self.last_reviewed_on is None or self.review_in_days is None:
            return None
        try:
            return self.last_reviewed_on + timedelta(days=self.review_in_days)
        except OverflowError:
            return date.max

    def languages(self) -> tuple[str, ...]:
        """The languages that have a body, in the order of the file."""
        return tuple(dict.fromkeys(variant.language for variant in self.variants))

    def title_in(self, language: str) -> str:
        """The title in a language, else in English, else in the first one there is."""
        return self.title.get(language) or self.title.get("en") or next(iter(self.title.values()), "")


def content_of(script: Script) -> Script:
    """The script without what the store decides (version, state, predecessor): equal contents need no new version."""
    return replace(script, version=1, state=State.DRAFT, supersedes="", doubted_on=None)
