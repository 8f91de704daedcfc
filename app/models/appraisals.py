"""Figures for an appraisal: a formula with its weights, as data, and a total only where every part was measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.models.errors import FieldInvalid, FieldMissing
from app.models.journal import Entity, Field, Kind
from app.models.texts import clean

#: Weights are given in percent and make a hundred together; a quarter has so many days.
WHOLE, DAYS_OF_QUARTER = 100, 92


class AppraisalPart(StrEnum):
    """What goes into an appraisal."""

    EXAMS = "exams"
    QUALITY = "quality"
    PRACTICE = "practice"
    CONTEST = "contest"


@dataclass(frozen=True)
class Formula:
    """What each part counts, in percent, and how many days of practice in a quarter are all that is asked for.

    It counts from ``from_on`` on (None: since ever), until a later one does; ``reason`` says why it was set.
    """

    weights: Mapping[AppraisalPart, int]
    practice_days: int
    from_on: date | None = None
    reason: str = ""

    def weight(self, part: AppraisalPart) -> int:
        """Return what a part counts, in percent; a part that a formula does not name counts nothing."""
        return self.weights.get(part, 0)


#: What counts until a center says something else: 52 days of practice are four a week.
#: The contest counts nothing until a center gives it a weight.
SHIPPED = Formula({AppraisalPart.EXAMS: 40, AppraisalPart.QUALITY: 40, AppraisalPart.PRACTICE: 20}, 52)


@dataclass(frozen=True, slots=True)
class Measured:
    """One part: its share (None: not measured) and from how many cases."""

    part: AppraisalPart
    share: float | None
    cases: int


def checked(formula: Formula) -> Formula:
    """Return the formula with its reason in order.

    Raises ``FieldInvalid`` (a weight below 0, weights that do not make 100, days) and ``FieldMissing`` (reason, day).
    """
    reason = clean(formula.reason)
    for part in AppraisalPart:
        if not 0 <= formula.weight(part) <= WHOLE:
            raise FieldInvalid(field=part.value, value=str(formula.weight(part)))
    together = sum(formula.weight(part) for part in AppraisalPart)
    if together != WHOLE:
        raise FieldInvalid(field=AppraisalPart.EXAMS.value, value=f"{together} %")
    if not 1 <= formula.practice_days <= DAYS_OF_QUARTER:
        raise FieldInvalid(field="days", value=str(formula.practice_days))
    if formula.from_on is None:
        raise FieldMissing(field="from_on")
    if not reason:
        raise FieldMissing(field="reason")
    weights = {part: formula.weight(part) for part in AppraisalPart}
    return Formula(weights, formula.practice_days, formula.from_on, reason)


def total(parts: tuple[Measured, ...], formula: Formula = SHIPPED) -> float | None:
    """Return the weighted sum of the shares, None while a part that counts was not measured."""
    shares = [(formula.weight(one.part), one.share) for one in parts if formula.weight(one.part)]
    known = [weight * share for weight, share in shares if share is not None]
    wanted = sum(weight > 0 for weight in formula.weights.values())
    return sum(known) / WHOLE if len(known) == wanted else None


def practiced(days: int, formula: Formula = SHIPPED) -> float:
    """Return the share of the days that are asked for; more days are not more than all."""
    return min(1.0, days / formula.practice_days)


APPRAISAL_FORMULA = Entity(
    "appraisal_formula",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("weights", "JSON"),
            ("practice_days", "INTEGER"),
            ("from_on", "TEXT"),
            ("reason", "TEXT"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
