"""Figures for an appraisal: parts with their weights, and a total only where every part was measured."""

from dataclasses import dataclass
from enum import StrEnum


class AppraisalPart(StrEnum):
    """What goes into an appraisal."""

    EXAMS = "exams"
    QUALITY = "quality"
    PRACTICE = "practice"


#: What each part counts; a center that wants others says so here.
WEIGHTS = {AppraisalPart.EXAMS: 0.4, AppraisalPart.QUALITY: 0.4, AppraisalPart.PRACTICE: 0.2}
#: So many days of practice in a quarter are all that is asked for: four a week.
PRACTICE_DAYS = 52


@dataclass(frozen=True, slots=True)
class Measured:
    """One part: its share (None: not measured) and from how many cases."""

    part: AppraisalPart
    share: float | None
    cases: int


def total(parts: tuple[Measured, ...]) -> float | None:
    """Return the weighted sum of the shares, None while a part was not measured."""
    shares = [(WEIGHTS[one.part], one.share) for one in parts]
    known = [weight * share for weight, share in shares if share is not None]
    return sum(known) if len(known) == len(WEIGHTS) else None


def practiced(days: int) -> float:
    """Return the share of the days that are asked for; more days are not more than all."""
    return min(1.0, days / PRACTICE_DAYS)
