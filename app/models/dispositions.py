"""Dispositions: the coded outcomes of an attempt to call, as a table in a file, and what each leads to.

A table is data (resources/callbacks/dispositions.json; docs/formats/dispositions.md). It says for each code whether it
is final, whether it uses up an attempt, what happens next, and how each standard classes it. Rates are computed from
the codes of cases through such a mapping, never from a class that was stored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from app.models.callbacks import CallbackReason
from app.models.shapes import DefinitionBroken, Shape, Words, read_json

FORMAT = 1
#: The standards that a table maps its codes to.
AAPOR, HCAHPS = STANDARDS = ("aapor_named", "hcahps")
#: Letters of the final classes of AAPOR (Standard Definitions; UH and UO are its cases of unknown eligibility).
AAPOR_CLASSES = ("I", "P", "R", "NC", "O", "UH", "UO", "NE")
NOT_ATTEMPTED, DONE, PARTLY_DONE, RESUMED, BROKEN_OFF, KEPT_AWAY = "000", "110", "120", "130", "131", "224"
BLOCKED, SOMEBODY_ELSE, DECEASED, DENIED, DUPLICATE = "205", "207", "241", "401", "403"
#: A refusal that was not said to us: somebody else said it, or it shows in what was done.
REFUSED_UNSAID = "233"
NEVER_CONTACTED, ONCE_CONTACTED, PERIOD_OVER = "901", "902", "903"
_KEYS = "123456789"


class DispositionsBroken(DefinitionBroken):
    """A table of dispositions cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


class Finality(StrEnum):
    """Whether a code ends a case: it does, it does not, only the program gives it, or it stands beside a code."""

    TEMPORARY = "temporary"
    FINAL = "final"
    ENGINE = "engine"
    FLAG = "flag"


class NextStep(StrEnum):
    """What happens after an attempt by itself."""

    QUEUE = "queue"
    LATER = "later"
    REDIAL = "redial"
    APPOINTMENT = "appointment"
    NUMBER = "number"
    SUPERVISOR = "supervisor"
    CLOSE = "close"
    URGENT = "urgent"
    TICKET = "ticket"


class Group(StrEnum):
    """Under which heading a code is offered."""

    DONE = "done"
    NO_CONTACT = "no_contact"
    CONTACT = "contact"
    APPOINTMENT = "appointment"
    REFUSED = "refused"
    CANNOT = "cannot"
    NUMBER = "number"
    NOT_ELIGIBLE = "not_eligible"
    WAITING = "waiting"
    CLOSED = "closed"
    FLAG = "flag"


class Suppression(StrEnum):
    """Whom a code keeps from being called: for a time, the person for good, or number and person in every queue."""

    COOL_OFF = "cool_off"
    PERSON = "person"
    NEVER_CALL = "never_call"


#: On what it depends that a final code leaves its case open after all.
DIALECT = "dialect"
CONDITIONS = ("other_number", "conversion", DIALECT)


@dataclass(frozen=True, slots=True)
class Next:
    """What happens next and how much later: ``minutes``, or whole calendar ``days`` (from the midnight before them).

    A redial happens ``times`` times, then ``other_slot`` holds. ``ask_time``: the operator is asked for a better time.
    """

    step: NextStep
    minutes: int = 0
    days: int = 0
    times: int = 0
    other_slot: bool = False
    other_operator: bool = False
    ask_time: bool = False

    @property
    def takes_time(self) -> bool:
        """Say whether a time to call again can be agreed on with it."""
        return self.step is NextStep.APPOINTMENT or self.ask_time


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a code is in one standard: its code there, and its class in AAPOR.

    ``confirmed`` are code and class once a number was confirmed as the person's; ``closed`` is the code in HCAHPS once
    the case has ended.
    """

    code: str
    klass: str = ""
    confirmed: tuple[str, str] | None = None
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Disposition:
    """One code. ``rank``: of several codes the one of the highest rank says most when a case is closed.

    ``attempt``: it uses up an attempt. ``contact``: somebody was spoken to. ``becomes``: the so-many-th time it counts
    as that code, and as final where that is itself. ``open_if``: a condition that leaves the case open after all.
    ``hint``: what the operator does in the call when it ends so.
    ``only``: for which reasons of a call it is offered, all where empty. ``off``: a campaign has to allow it.
    """

    code: str
    words: Words
    group: Group
    finality: Finality
    rank: int
    next: Next
    by_engine: bool = False
    attempt: bool = True
    contact: bool = False
    refusal: bool = False
    number_dead: bool = False
    becomes: tuple[int, str] | None = None
    open_if: str = ""
    suppress: Suppression | None = None
    only: tuple[CallbackReason, ...] = ()
    key: str = ""
    off: bool = False
    hint: Words | None = None
    standards: Mapping[str, Mapped] = field(default_factory=dict[str, Mapped])

    def is_offered(self, reason: CallbackReason, *, allowed: frozenset[str] = frozenset()) -> bool:
        """Say whether an operator may choose it for a call; ``allowed`` are codes that the campaign switched on."""
        chosen = not self.by_engine and self.finality in (Finality.TEMPORARY, Finality.FINAL)
        return chosen and (not self.only or reason in self.only) and (not self.off or self.code in allowed)


@dataclass(frozen=True)
class Table:
    """Every disposition by its code, in the order of the file."""

    name: str
    version: int
    by_code: Mapping[str, Disposition]

    def __getitem__(self, code: str) -> Disposition:
        """Return one disposition; one that only a newer program knows leaves its case to a supervisor."""
        return self.by_code.get(code) or _unlisted(code)

    def __iter__(self) -> Iterator[Disposition]:
        """Go through the dispositions in their order."""
        return iter(self.by_code.values())

    def offered(self, reason: CallbackReason, *, allowed: frozenset[str] = frozenset()) -> tuple[Disposition, ...]:
        """Return what an operator may choose from for a call, in the order of the table."""
        return tuple(one for one in self if one.is_offered(reason, allowed=allowed))

    def flags(self) -> tuple[Disposition, ...]:
        """Return what can be raised during a call beside its outcome."""
        return tuple(one for one in self if one.finality is Finality.FLAG)


@cache
def _unlisted(code: str) -> Disposition:
    return Disposition(code, Words(code, code), Group.WAITING, Finality.TEMPORARY, -1, Next(NextStep.SUPERVISOR))


def from_json(text: str, *, file: str) -> Table:
    """Return the table of a file. Raises ``DispositionsBroken`` with the place of what is wrong."""
    whole = read_json(text, file=file, error=DispositionsBroken)
    parts = whole.keys("format", "name", "version", "dispositions")
    if whole.required(parts, "format").whole(least=1) > FORMAT:
        raise parts["format"].broken(f"≤ {FORMAT}")
    listed = whole.required(parts, "dispositions")
    by_code: dict[str, Disposition] = {}
    for shape in listed.items():
        one = _read(shape)
        if one.code in by_code:
            raise shape.broken('"code": …', found=one.code)
        by_code[one.code] = one
    if whole.unknown:  # a condition that is misspelled would change what a code means
        raise DispositionsBroken(file=file, place=whole.unknown[0], found=whole.unknown[0], expected="—")
    table = Table(whole.required(parts, "name").name(), whole.required(parts, "version").whole(least=1), by_code)
    _check(table, listed)
    return table


def _check(table: Table, listed: Shape) -> None:
    """Refuse a table that lacks a code of the rules, points to none, or gives one key twice."""
    needed = {NOT_ATTEMPTED, DONE, PARTLY_DONE, BROKEN_OFF, NEVER_CONTACTED, ONCE_CONTACTED, PERIOD_OVER}
    needed |= {SOMEBODY_ELSE, DENIED, DUPLICATE, REFUSED_UNSAID}
    needed |= {one.becomes[1] for one in table if one.becomes}
    for code in sorted(needed - set(table.by_code)):
        raise listed.broken(f'{{"code": "{code}", …}}', found="—")
    keys = [one.key for one in table if one.key]
    for key in keys:
        if keys.count(key) > 1:
            raise listed.broken('"key": …', found=key)


_PARTS = (
    *("code", "en", "zh_CN", "group", "finality", "rank", "next", "by", "attempt", "contact", "refusal", "hint"),
    *("number_dead", "becomes", "open_if", "suppress", "only", "key", "off", "standards"),
)


def _read(shape: Shape) -> Disposition:
    parts = shape.keys(*_PARTS)

    def yes(name: str, usual: bool = False) -> bool:
        return parts[name].yes() if name in parts else usual

    def word(name: str, allowed: tuple[str, ...]) -> str:
        return parts[name].one_of(allowed) if name in parts else ""

    suppress = word("suppress", tuple(Suppression))
    return Disposition(
        code=_code(shape.required(parts, "code")),
        words=Words(shape.required(parts, "en").text().strip(), shape.required(parts, "zh_CN").text().strip()),
        group=Group(shape.required(parts, "group").one_of(tuple(Group))),
        finality=Finality(shape.required(parts, "finality").one_of(tuple(Finality))),
        rank=shape.required(parts, "rank").whole(),
        next=_read_next(shape.required(parts, "next")),
        by_engine=word("by", ("operator", "engine")) == "engine",
        attempt=yes("attempt", usual=True),
        contact=yes("contact"),
        refusal=yes("refusal"),
        number_dead=yes("number_dead"),
        becomes=_read_becoming(parts["becomes"]) if "becomes" in parts else None,
        open_if=word("open_if", CONDITIONS),
        suppress=Suppression(suppress) if suppress else None,
        only=parts["only"].each(_read_reason) if "only" in parts else (),
        key=word("key", tuple(_KEYS)),
        hint=parts["hint"].words() if "hint" in parts else None,
        off=yes("off"),
        standards=_read_standards(parts["standards"]) if "standards" in parts else {},
    )


def _code(shape: Shape) -> str:
    code = shape.text()
    if len(code) != 3 or not (code.isascii() and code.isdigit()):
        raise shape.broken('"000" … "999"')
    return code


def _read_reason(shape: Shape) -> CallbackReason:
    return CallbackReason(shape.one_of(tuple(CallbackReason)))


def _read_becoming(shape: Shape) -> tuple[int, str]:
    parts = shape.keys("at", "code")
    return shape.required(parts, "at").whole(least=2), _code(shape.required(parts, "code"))


def _read_next(shape: Shape) -> Next:
    numbers, switches = ("minutes", "days", "times"), ("other_slot", "other_operator", "ask_time")
    parts = shape.keys("step", *numbers, *switches)
    return Next(
        NextStep(shape.required(parts, "step").one_of(tuple(NextStep))),
        **{name: parts[name].whole(least=1) for name in numbers if name in parts},
        **{name: parts[name].yes() for name in switches if name in parts},
    )


def _read_standards(shape: Shape) -> dict[str, Mapped]:
    return {name: _read_mapped(one, name) for name, one in shape.keys(*STANDARDS).items()}


def _read_mapped(shape: Shape, standard: str) -> Mapped:
    if standard == HCAHPS:
        parts = shape.keys("code", "closed")
        closed = parts["closed"].text() if "closed" in parts else ""
        return Mapped(shape.required(parts, "code").text(), closed=closed)
    parts = shape.keys("code", "class", "confirmed")
    confirmed = _read_class(parts["confirmed"]) if "confirmed" in parts else None
    return Mapped(*_class_of(shape, parts), confirmed)


def _read_class(shape: Shape) -> tuple[str, str]:
    return _class_of(shape, shape.keys("code", "class"))


def _class_of(shape: Shape, parts: dict[str, Shape]) -> tuple[str, str]:
    return shape.required(parts, "code").text(), shape.required(parts, "class").one_of(AAPOR_CLASSES)
