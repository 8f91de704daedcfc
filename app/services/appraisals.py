"""Figures for the appraisal of operators over a quarter: exams that are out, quality of a random sample, practice.

What each counts is a formula that evaluators set; every one that was ever set is kept with its reason. The contest is
looked at only where a formula gives it a weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.models import appraisals as formula_rules
from app.models import evaluations as rules
from app.models.accounts import Permission, Person
from app.models.appraisals import SHIPPED, AppraisalPart, Formula, Measured, practiced, total
from app.models.errors import FieldInvalid
from app.models.evaluations import SampleKind
from app.services import contests, drill_cards, exam_results, exams
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import appraisals as rows_of
from app.store import drills as drill_rows
from app.store import evaluations as evaluation_rows
from app.store import exams as exam_rows

REACH = timedelta(days=91)


@dataclass(frozen=True)
class Appraisal:
    """One operator: the parts with their cases, the total (None: a part was not measured), and critical errors."""

    person: bytes
    display: str
    parts: tuple[Measured, ...]
    total: float | None
    critical: int


@dataclass(frozen=True)
class SetFormula:
    """A formula with who set it and when; the shipped one was set by nobody."""

    formula: Formula
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class AppraisalDesk:
    """Figures of whom one may see, the formula of today, every formula, today, and whether one may set another."""

    figures: tuple[Appraisal, ...]
    formula: Formula
    history: tuple[SetFormula, ...]
    today: date
    may_set: bool


def desk(view: View) -> AppraisalDesk:
    """Return everybody's figures for evaluators, one's own for the others, with the formula and its history."""
    may_set = view.require(Permission.PRACTICE).may(Permission.EVALUATE)
    figures = tuple(team(view)) if may_set else (mine(view),)
    day = drill_cards.today(view)
    return AppraisalDesk(figures, in_force(view, day), tuple(history(view)), day, may_set)


def in_force(view: View, day: date) -> Formula:
    """Return the formula that counts on a day."""
    found = (one.formula for one in rows_of.formulas(view.rows))
    return next((one for one in found if one.from_on is not None and one.from_on <= day), SHIPPED)


def history(view: View) -> list[SetFormula]:
    """Return every formula, the one that counts last on top and the shipped one at the end."""
    view.require(Permission.PRACTICE)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    found = [SetFormula(one.formula, names.get(one.by, ""), one.at) for one in rows_of.formulas(view.rows)]
    return [*found, SetFormula(SHIPPED)]


def set_formula(work: Work, formula: Formula) -> None:
    """Set what counts from a day on, today the earliest: nobody's past is counted anew.

    Raises ``FieldInvalid``, ``FieldMissing``, ``NotAllowed``.
    """
    person = work.require(Permission.EVALUATE)
    found = formula_rules.checked(formula)
    if found.from_on is not None and found.from_on < drill_cards.today(work):
        raise FieldInvalid(field="from_on", value=found.from_on.isoformat())
    rows_of.write(work.tx, found, by=person.id)


def team(view: View) -> list[Appraisal]:
    """Return everybody who practices, by name; nobody is ranked."""
    view.require(Permission.EVALUATE)
    return _of(view, sorted(exams.operators(view), key=_name))


def mine(view: View) -> Appraisal:
    """Return one's own figures: people see all that is recorded about them."""
    return _of(view, [view.require(Permission.PRACTICE)])[0]


def _name(person: Person) -> str:
    return person.display


def _of(view: View, people: Sequence[Person]) -> list[Appraisal]:
    day = drill_cards.today(view)
    days = drill_rows.practice_days(view.rows, [one.id for one in people], day - REACH, day)
    formula = in_force(view, day)
    return [_one(view, one, days[one.id], formula) for one in people]


def _one(view: View, person: Person, days: int, formula: Formula) -> Appraisal:
    shares = [
        result.share
        for exam in exam_rows.from_day(view.rows, view.now - REACH)
        if exam.released_at is not None
        for result, _ in exam_results.sat(view, exam, person.id)
    ]
    found = evaluation_rows.of_operator(view.rows, person.id, view.now - REACH)
    quality, contacts = rules.pooled_points(one for one in found if one.sample is SampleKind.RANDOM)
    critical = sum(error.kind in rules.CRITICAL for one in found for error in rules.standing(one)[1])
    parts = (
        Measured(AppraisalPart.EXAMS, _mean(shares), len(shares)),
        Measured(AppraisalPart.QUALITY, quality, contacts),
        Measured(AppraisalPart.PRACTICE, practiced(days, formula), days),
    )
    if formula.weight(AppraisalPart.CONTEST):
        played = contests.own_scores(view, person.id, drill_cards.today(view) - REACH)
        parts = (*parts, Measured(AppraisalPart.CONTEST, _mean(played), len(played)))
    return Appraisal(person.id, person.display, parts, total(parts, formula), critical)


def _mean(found: Sequence[float]) -> float | None:
    return sum(found) / len(found) if found else None
