"""Measuring again whether a finding was put right, from the interviews of its institution."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.models.accounts import Permission
from app.models.errors import CannotNow, RecordGone
from app.models.findings import Finding
from app.models.intervals import SUPPRESSED_BELOW
from app.models.interview_records import SurveyMode
from app.models.remeasuring import (
    Measured,
    Remeasurement,
    Stretch,
    counted,
    items_of,
    measured,
    next_on,
    stretch_to_ask,
    stretches,
)
from app.services import finding_withheld, questionnaires
from app.services.campaign_withheld import EVER
from app.services.finding_withheld import Reply, Rule
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
    rule, replies = _replies(view, name, found.institution, trigger)
    shown = finding_withheld.shown(view, rule, replies)
    at_first = _counts(replies, before)
    is_shown = {one: (one.first_on, one.last_on) in shown for one in (before, *after)}
    first = measured(before, at_first, None, withheld=_withheld(at_first, is_shown[before]))
    return Remeasured(
        found.number,
        effective,
        first,
        tuple(
            measured(one, counts, None if first.withheld else at_first, withheld=_withheld(counts, is_shown[one]))
            for one in after
            for counts in [_counts(replies, one)]
        ),
        next_on(effective, today(view)),
    )


def _withheld(counts: tuple[int, int], is_shown: bool) -> bool:
    return counts[0] >= SUPPRESSED_BELOW and not is_shown


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


def _replies(view: View, name: str, institution: str, rule: str) -> tuple[Rule, list[Reply]]:
    """Return what is measured, and everybody at an institution who answered it by telephone, the earliest first."""
    replies: list[Reply] = []
    looked_at: dict[str, None] = {}
    for row, end in interview_rows.of_place(view.rows, name, institution, EVER, SurveyMode.TELEPHONE):
        whole = questionnaires.version_of(view, name, row.asked.version)
        trigger = next((one for one in whole.triggers if one.id == rule), None)
        if trigger is not None:
            looked_at.update(dict.fromkeys(items_of(trigger)))
            asked, good = counted(whole, trigger, [end.codes])
            replies += [Reply(row.asked.day, row.asked.campaign, bool(good))] if asked else []
    return Rule(name, institution, rule, tuple(looked_at)), replies


def _counts(replies: Sequence[Reply], stretch: Stretch) -> tuple[int, int]:
    """Return how many answered in a half-year, and for how many of them all was well."""
    first, last = stretch.first_on.isoformat(), stretch.last_on.isoformat()
    inside = [one.fine for one in replies if first <= one.day <= last]
    return len(inside), sum(inside)
