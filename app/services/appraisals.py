"""Figures for the appraisal of operators over a quarter: exams that are out, quality of a random sample, practice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.models import evaluations as rules
from app.models.accounts import Permission, Person
from app.models.appraisals import AppraisalPart, Measured, practiced, total
from app.models.evaluations import SampleKind
from app.services import drill_cards, exam_results, exams
from app.services.office import View
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
    return [_one(view, one, days[one.id]) for one in people]


def _one(view: View, person: Person, days: int) -> Appraisal:
    shares = [
        result.share
        for exam in exam_rows.from_day(view.rows, view.now - REACH)
        if exam.released_at is not None
        for result, _ in exam_results.sat(view, exam, person.id)
    ]
    found = evaluation_rows.of_operator(view.rows, person.id, view.now - REACH)
    scored = [rules.score(*rules.standing(one)) for one in found if one.sample is SampleKind.RANDOM]
    given = [one for one in scored if one is not None]
    critical = sum(error.kind in rules.CRITICAL for one in found for error in rules.standing(one)[1])
    parts = (
        Measured(AppraisalPart.EXAMS, _mean(shares), len(shares)),
        Measured(AppraisalPart.QUALITY, _mean(given), len(given)),
        Measured(AppraisalPart.PRACTICE, practiced(days), days),
    )
    return Appraisal(person.id, person.display, parts, total(parts), critical)


def _mean(found: Sequence[float]) -> float | None:
    return sum(found) / len(found) if found else None
