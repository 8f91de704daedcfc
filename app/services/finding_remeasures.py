"""Measuring again whether a finding was put right, from the interviews of its institution."""

from dataclasses import dataclass
from datetime import date

from app.models.accounts import Permission
from app.models.errors import CannotNow, RecordGone
from app.models.findings import Finding
from app.models.interview_records import SurveyMode
from app.models.remeasuring import (
    Measured,
    Remeasurement,
    Stretch,
    counted,
    measured,
    next_on,
    stretch_to_ask,
    stretches,
)
from app.services import questionnaires
from app.services.office import View
from app.services.policies import today
from app.store import findings as finding_rows
from app.store import interviews as interview_rows


class NothingToMeasure(CannotNow):
    """A finding cannot be measured again: no interview opened it, or no measure took effect. Facts: ``number``."""


@dataclass(frozen=True)
class Remeasured:
    """A finding measured again: before its measure, each half-year after it, and when the next one is due."""

    number: str
    effective_on: date
    before: Measured
    after: tuple[Measured, ...]
    next_on: date | None


def remeasured(view: View, finding: bytes) -> Remeasured:
    """Return how a finding stands before and after its measure. Raises ``RecordGone``, ``NothingToMeasure``.

    Counted are people of its institution who answered by telephone what its rule looks at, whichever version asked
    them, by the day of their stay or visit. All is well where the rule does not hold.
    """
    view.require(Permission.SEE_FINDINGS)
    found, trigger, name = _measurable(view, finding)
    effective = date.fromisoformat(found.effective_on)
    before, after = stretches(effective, today(view))
    at_first = _counts(view, name, found.institution, trigger, before)
    return Remeasured(
        found.number,
        effective,
        measured(before, at_first, None),
        tuple(measured(one, _counts(view, name, found.institution, trigger, one), at_first) for one in after),
        next_on(effective, today(view)),
    )


def to_ask(view: View, finding: bytes) -> Remeasurement:
    """Return the campaign that measures a finding again. Raises ``RecordGone``, ``NothingToMeasure``."""
    view.require(Permission.REASSIGN_INQUIRIES)
    found, _, name = _measurable(view, finding)
    stretch = stretch_to_ask(date.fromisoformat(found.effective_on), today(view))
    return Remeasurement(found.number, found.institution, name, stretch.first_on, stretch.last_on)


def _measurable(view: View, finding: bytes) -> tuple[Finding, str, str]:
    """Return a finding that can be measured again, the rule that opened it, and the questionnaire of that rule."""
    row = finding_rows.by_id(view.rows, finding)
    if row is None:
        raise RecordGone(entity="finding", id=finding.hex())
    found = row.finding
    begun = interview_rows.by_id(view.rows, found.interview) if found.interview else None
    if begun is None or not found.effective_on or not row.trigger:
        raise NothingToMeasure(number=found.number)
    return found, row.trigger, begun.asked.questionnaire


def _counts(view: View, name: str, institution: str, rule: str, stretch: Stretch) -> tuple[int, int]:
    asked = fine = 0
    period = (stretch.first_on.isoformat(), stretch.last_on.isoformat())
    for row, end in interview_rows.of_place(view.rows, name, institution, period, SurveyMode.TELEPHONE):
        whole = questionnaires.version_of(view, name, row.asked.version)
        trigger = next((one for one in whole.triggers if one.id == rule), None)
        if trigger is not None:
            one, good = counted(whole, trigger, [end.codes])
            asked, fine = asked + one, fine + good
    return asked, fine
