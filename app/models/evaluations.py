"""Quality review: a contact scored on a sheet, errors by class, appeals, and how well two evaluators agree.

Critical errors are never averaged with anything else: one makes the score zero, and each class has its own accuracy.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.models.errors import CannotNow, FieldInvalid
from app.models.intervals import Interval, wilson
from app.models.item_statistics import kappa
from app.models.journal import Entity, Field, Kind

#: The most points of one item of a sheet.
MOST = 2
#: Share of critical items on which two evaluators should agree.
AGREEMENT = 0.85
#: An item on which two evaluators differ in such a share of so many contacts, at least, is to be written anew.
DIFFER, LEAST_TWICE = 0.5, 4


class SampleKind(StrEnum):
    """Why a contact was looked at; figures of different kinds are never pooled."""

    RANDOM = "random"
    RISK = "risk"
    TARGETED = "targeted"


class ReviewReason(StrEnum):
    """Why a contact stands before an evaluator."""

    APPEAL = "appeal"
    SECOND = "second"
    DRAWN = "drawn"
    RISK = "risk"
    TARGETED = "targeted"
    DONE = "done"


class ErrorClass(StrEnum):
    """Whom an error harms."""

    CUSTOMER = "customer"
    BUSINESS = "business"
    COMPLIANCE = "compliance"
    MINOR = "minor"


CRITICAL = (ErrorClass.CUSTOMER, ErrorClass.BUSINESS, ErrorClass.COMPLIANCE)


class EvaluatedBefore(CannotNow):
    """This evaluator has scored the contact already. Facts: ``contact``."""


class EvaluatesSelf(CannotNow):
    """An evaluator scores a contact of their own."""


class AppealNotYours(CannotNow):
    """Somebody appeals a score that is not theirs."""


class AppealedBefore(CannotNow):
    """A score is appealed a second time."""


class SameEvaluator(CannotNow):
    """An appeal is decided by whoever gave the score."""


class AppealDecided(CannotNow):
    """An appeal is decided a second time."""


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One line of a score sheet."""

    id: str
    section: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """A score sheet in one version."""

    id: str
    version: int
    title: Mapping[str, str]
    items: tuple[SheetItem, ...]


def parse_sheet(text: str) -> Sheet:
    """Read a score sheet from JSON. Raises ValueError and KeyError for what is none."""
    data = json.loads(text)
    items = tuple(SheetItem(one["id"], one["section"], {"en": one["en"], "zh": one["zh"]}) for one in data["items"])
    return Sheet(data["id"], int(data["version"]), data["title"], items)


@dataclass(frozen=True, slots=True)
class ErrorFound:
    """An error, its class, and the key point of a script that it is about ("" for none): it comes back as practice."""

    kind: ErrorClass
    note: str = ""
    script: str = ""
    point: str = ""


@dataclass(frozen=True)
class Evaluation:
    """One contact scored by one person. ``points`` are 0, 1 or 2 by item, None where it did not apply.

    ``read_at`` is when whom it is about said that they have read it.
    """

    id: bytes
    contact: bytes
    operator: bytes
    by: bytes
    at: datetime
    sample: SampleKind
    points: Mapping[str, int | None]
    errors: tuple[ErrorFound, ...] = ()
    sheet: str = "standard"
    sheet_version: int = 1
    note: str = ""
    appeal: "Appeal | None" = None
    read_at: datetime | None = None


@dataclass(frozen=True)
class Appeal:
    """The operator disagrees. ``upheld`` is None until another evaluator decides; then points and errors are theirs.

    ``note`` is what the other evaluator says about it.
    """

    id: bytes
    reason: str
    at: datetime
    upheld: bool | None = None
    decided_by: bytes | None = None
    points: Mapping[str, int | None] = field(default_factory=dict[str, int | None])
    errors: tuple[ErrorFound, ...] = ()
    note: str = ""


def standing(one: Evaluation) -> tuple[Mapping[str, int | None], tuple[ErrorFound, ...]]:
    """Return the points and errors that count: those of the decision where an appeal was right."""
    if one.appeal is not None and one.appeal.upheld:
        return one.appeal.points, one.appeal.errors
    return one.points, one.errors


def score(points: Mapping[str, int | None], errors: Iterable[ErrorFound]) -> float | None:
    """Return points over what could be had, 0 with a critical error; None where nothing applied."""
    given = [one for one in points.values() if one is not None]
    if not given:
        return None
    return 0.0 if any(one.kind in CRITICAL for one in errors) else sum(given) / (MOST * len(given))


def pooled_points(found: Iterable[Evaluation]) -> tuple[float | None, int]:
    """Return the points that stand over what could be had of all contacts together, and how many contacts count.

    Critical errors are left to their own figures: a share of points that holds zeros for them says neither how well
    calls are led nor how often somebody is harmed.
    """
    given = [[one for one in standing(each)[0].values() if one is not None] for each in found]
    counted = [one for one in given if one]
    most = MOST * sum(map(len, counted))
    return (sum(map(sum, counted)) / most if most else None), len(counted)


def check(sheet: Sheet, points: Mapping[str, int | None]) -> None:
    """Raise ``FieldInvalid`` for an item that is not of the sheet, one that is missing, or points beyond 0 to 2."""
    known = {one.id for one in sheet.items}
    for name in known ^ set(points):
        raise FieldInvalid(field=name, value="")
    for name, value in points.items():
        if value is not None and value not in range(MOST + 1):
            raise FieldInvalid(field=name, value=str(value))


def accuracy(evaluations: Iterable[Evaluation], kind: ErrorClass, sample: SampleKind) -> Interval | None:
    """Return 1 - contacts with an error of a class / contacts looked at in one kind of sample, by Wilson."""
    seen = {one.contact: one for one in evaluations if one.sample is sample}
    if not seen:
        return None
    right = sum(all(error.kind is not kind for error in standing(one)[1]) for one in seen.values())
    return wilson(right, len(seen))


@dataclass(frozen=True)
class Agreement:
    """How two evaluators agree over contacts that both scored: share and κ of the points, share on critical errors.

    ``items`` is (contacts in which they differ, contacts) by item of the sheet.
    """

    contacts: int
    points: float
    kappa: float | None
    critical: float
    items: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])

    @property
    def to_rewrite(self) -> tuple[str, ...]:
        """Return the items on which evaluators differ so often that the item is at fault, not they."""
        return tuple(
            name
            for name, (differ, contacts) in self.items.items()
            if contacts >= LEAST_TWICE and differ >= DIFFER * contacts
        )

    @property
    def enough(self) -> bool:
        """Say whether they agree well enough on what is critical."""
        return self.critical >= AGREEMENT


def agreement(pairs: Sequence[tuple[Evaluation, Evaluation]]) -> Agreement | None:
    """Return how the two of each pair agree; None without pairs."""
    if not pairs:
        return None
    codes = [(str(one.points.get(name)), str(other.points.get(name))) for one, other in pairs for name in one.points]
    same = sum(first == second for first, second in codes) / len(codes)
    critical = [
        (kind in {error.kind for error in one.errors}) == (kind in {error.kind for error in other.errors})
        for one, other in pairs
        for kind in CRITICAL
    ]
    return Agreement(len(pairs), same, kappa(codes), sum(critical) / len(critical), _differing(pairs))


def _differing(pairs: Sequence[tuple[Evaluation, Evaluation]]) -> dict[str, tuple[int, int]]:
    """Return in how many of how many contacts two evaluators differ, by item."""
    found: dict[str, tuple[int, int]] = {}
    for one, other in pairs:
        for name in one.points:
            differ, contacts = found.get(name, (0, 0))
            found[name] = (differ + (one.points[name] != other.points.get(name)), contacts + 1)
    return found


def _facts(*names: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in names)


EVALUATION = Entity(
    "evaluation",
    _facts(
        ("contact", "REF"), ("operator", "REF"), ("sample", "TEXT"), ("sheet", "TEXT"), ("sheet_version", "INTEGER"),
        ("points", "JSON"), ("errors", "JSON"), ("note", "TEXT"), ("at", "TEXT"), ("by", "REF"),
    ),
    fact=True,
)  # fmt: skip
APPEAL = Entity("appeal", _facts(("evaluation", "REF"), ("reason", "TEXT"), ("at", "TEXT"), ("by", "REF")), fact=True)
EVALUATION_READ = Entity("evaluation_read", _facts(("evaluation", "REF"), ("at", "TEXT"), ("by", "REF")), fact=True)
APPEAL_DECISION = Entity(
    "appeal_decision",
    _facts(
        ("appeal", "REF"), ("upheld", "INTEGER"), ("points", "JSON"), ("errors", "JSON"), ("note", "TEXT"),
        ("at", "TEXT"), ("by", "REF"),
    ),
    fact=True,
)  # fmt: skip
