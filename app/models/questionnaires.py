"""Questionnaires as data: items, scales, conditions, skips, checks, triggers and measures of one immutable version.

Reading a file is in ``questionnaire_files``, what is wrong with one in ``questionnaire_checks``, an interview in
``interviews``. An answer is a JSON value by item id: an option code, a list of them, a number, a text, an ISO date.
What is no answer has a code of its own (``Reserved``): so 8 is never a rating and a rating is never an 8.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.models.scoring import ScaleKind

#: Where a skip leads that ends the interview.
END = "end"
Texts = Mapping[str, str]


class ItemKind(StrEnum):
    """How an item is answered."""

    SINGLE = "single"
    MULTI = "multi"
    RATING = "rating"  # 0–10
    FREQUENCY = "frequency"
    SATISFACTION = "satisfaction"
    YES_NO = "yes_no"
    DEFINITELY = "definitely"
    RECOMMEND = "recommend"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    LONG_TEXT = "long_text"
    STATEMENT = "statement"  # read out; its answer is that it was
    CONSENT = "consent"  # yes or no; as a gate, no ends the interview
    COMPUTED = "computed"  # never asked


#: Kinds whose answers are options in an order, and the scale of each.
SCALED = {
    ItemKind.RATING: ScaleKind.RATING,
    ItemKind.FREQUENCY: ScaleKind.FREQUENCY,
    ItemKind.SATISFACTION: ScaleKind.SATISFACTION,
    ItemKind.YES_NO: ScaleKind.YES_NO,
    ItemKind.DEFINITELY: ScaleKind.DEFINITELY,
    ItemKind.RECOMMEND: ScaleKind.RECOMMEND,
}
#: Kinds that are answered by the code of an option.
CHOICES = frozenset({ItemKind.SINGLE, ItemKind.CONSENT, *SCALED} - {ItemKind.RATING})
#: Kinds without a question: nothing is asked, so nobody can refuse.
SILENT = frozenset({ItemKind.STATEMENT, ItemKind.COMPUTED})
READ_OUT = "read"
RATING_MOST = 10
#: Option codes of a consent.
YES, NO = "yes", "no"


class Reserved(StrEnum):
    """What stands in the place of an answer."""

    MISSING = "M"  # asked for and not given, or the interview ended before
    DONT_KNOW = "DK"
    REFUSED = "RF"
    NOT_APPLICABLE = "8"  # passed over by a skip or a condition
    NEVER_HAPPENED = "9"  # the item's own "did not apply", as "I never pressed the call button"


#: Reserved answers that count as missing wherever a figure is made.
MISSING = frozenset({Reserved.MISSING, Reserved.DONT_KNOW, Reserved.REFUSED})


class Severity(StrEnum):
    """How urgent a case is that an interview opens."""

    NORMAL = "normal"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that is offered. ``step`` is its place on a scale, ``exclusive`` allows no other beside it."""

    code: str
    text: Texts
    step: int | None = None
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold. ``what``: is, is_not, answered, at_least, at_most, all, any, not.

    ``subject`` is an item id, or a field of the frame behind an ``@``. ``values`` are codes, or reserved codes behind a
    ``!`` (``!DK``); ``limit`` is compared with a number or with the step of an option.
    """

    what: str
    subject: str = ""
    values: tuple[str, ...] = ()
    limit: float = 0
    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Skip:
    """Where to go on after one of these answers: an item further down, or ``END``."""

    on: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Why:
    """Answers that need a reason: those that ``when`` holds for. ``categories`` are offered; a text does as well."""

    when: Condition
    categories: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Computed:
    """How a computed item comes about. ``how``: sum, mean, least, most, count (of answers), days (between two)."""

    how: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item. Texts may hold ``{other_item}``, ``{@field}`` or ``{other_item|else this}``.

    ``note`` is for the operator and not read out; ``observed`` marks what the operator notes without asking. ``least``
    and ``most`` bound a number (hard), ``low`` and ``high`` ask for a second look (soft). ``never`` is the text of the
    item's own "did not apply". ``insist``: neither "don't know" nor a refusal is taken.
    """

    id: str
    kind: ItemKind
    text: Texts
    options: tuple[Option, ...] = ()
    note: Texts | None = None
    when: Condition | None = None
    skips: tuple[Skip, ...] = ()
    never: Texts | None = None
    why: Why | None = None
    least: float | None = None
    most: float | None = None
    low: float | None = None
    high: float | None = None
    gate: bool = False
    observed: bool = False
    optional: bool = False
    insist: bool = False
    computed: Computed | None = None

    def option(self, code: str) -> Option | None:
        """Return the option with this code."""
        return next((one for one in self.options if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Block:
    """Items under one heading; ``shuffle`` asks them in an order of each case's own."""

    id: str
    title: Texts
    items: tuple[Item, ...]
    shuffle: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over several answers: where ``when`` holds, ``text`` is shown at the item ``at``.

    Hard: the answer is not taken. Soft: it is, once the operator has confirmed it.
    """

    id: str
    at: str
    when: Condition
    text: Texts
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A case to open where ``when`` holds, ``due`` as in a policy; ``consent`` is the item that allows a name."""

    id: str
    when: Condition
    category: str
    severity: Severity
    due: str
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of the results: the items whose shares make it."""

    id: str
    title: Texts
    items: tuple[str, ...]


#: From which share of the key items on an interview is complete, or partly done, where a questionnaire says nothing.
COMPLETE_FROM, PARTIAL_FROM = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One version. ``key_items`` apply to everybody: by them an interview is complete, partial, or broken off."""

    id: str
    version: int
    title: Texts
    languages: tuple[str, ...]
    blocks: tuple[Block, ...]
    key_items: tuple[str, ...]
    complete_from: float = COMPLETE_FROM
    partial_from: float = PARTIAL_FROM
    checks: tuple[Check, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    measures: tuple[Measure, ...] = ()
    unknown: tuple[str, ...] = field(default=(), compare=False)
    raw: Mapping[str, object] = field(default_factory=dict[str, object], compare=False, repr=False)
    by_id: Mapping[str, Item] = field(default_factory=dict[str, Item], compare=False, repr=False)

    def __post_init__(self) -> None:
        """Keep items by their id: an interview looks them up at each key."""
        object.__setattr__(self, "by_id", {one.id: one for one in self.items})

    @property
    def items(self) -> tuple[Item, ...]:
        """Return every item as it stands in the file."""
        return tuple(one for block in self.blocks for one in block.items)

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id."""
        return self.by_id.get(item_id)


def in_language(texts: Texts, language: str) -> str:
    """Return a text in a language, in its main language (``zh`` of ``zh_CN``), or in the first that there is."""
    main = language.split("_")[0]
    alike = next((text for name, text in texts.items() if name.split("_")[0] == main), None)
    return texts.get(language) or alike or next(iter(texts.values()), "")


def every_condition(condition: Condition | None) -> Iterator[Condition]:
    """Return a condition and all its parts."""
    if condition is not None:
        yield condition
        for part in condition.parts:
            yield from every_condition(part)
