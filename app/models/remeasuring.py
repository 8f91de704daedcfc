"""Measuring again whether a finding was put right: half a year before its measure, and each half-year after it.

The first three months after a measure takes effect are left out: whoever was treated then has seen both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.models.comparisons import Change, before_after
from app.models.intervals import Reliance, reliance
from app.models.questionnaire_logic import Around, counts_as_answered, holds
from app.models.questionnaires import Questionnaire, Trigger, every_condition

HALF, WASHOUT = 6, 3
#: For how many half-years after its measure a finding is measured again.
MOST = 4


@dataclass(frozen=True)
class Stretch:
    """Half a year, both days belonging to it; ``over`` once its last day has passed."""

    first_on: date
    last_on: date
    over: bool


@dataclass(frozen=True)
class Measured:
    """One half-year: how many were asked, for how many all was well, and the change against before.

    ``change`` is None where one of the two has fewer than 25 answers, or is ``withheld``: one with so few could be told
    from it and other figures.
    """

    stretch: Stretch
    asked: int
    fine: int
    change: Change | None
    withheld: bool = False

    @property
    def share(self) -> float | None:
        """Return the share for whom all was well, None where it is not shown."""
        few = reliance(self.asked) is Reliance.SUPPRESSED
        return None if few or self.withheld else self.fine / self.asked


@dataclass(frozen=True)
class Remeasurement:
    """A campaign that measures a finding again: whose people, asked what, treated from when to when."""

    number: str
    institution: str
    questionnaire: str
    first_on: date
    last_on: date


def months_on(day: date, months: int) -> date:
    """Return the same day so many months later (or before), the last of its month where there is no such day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    following = date(year + (month == 12), month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def stretches(effective_on: date, today: date) -> tuple[Stretch, list[Stretch]]:
    """Return the half-year before a measure, and those after it that have begun."""
    before = Stretch(months_on(effective_on, -HALF), effective_on - timedelta(days=1), over=True)
    after: list[Stretch] = []
    for place in range(MOST):
        first = months_on(effective_on, WASHOUT + place * HALF)
        last = months_on(effective_on, WASHOUT + (place + 1) * HALF) - timedelta(days=1)
        if first <= today:
            after.append(Stretch(first, last, last < today))
    return before, after


def stretch_to_ask(effective_on: date, today: date) -> Stretch:
    """Return the half-year whose people are to be asked now: the latest that has begun, else the first."""
    _, after = stretches(effective_on, today)
    first = months_on(effective_on, WASHOUT)
    return after[-1] if after else Stretch(first, months_on(first, HALF) - timedelta(days=1), over=False)


def next_on(effective_on: date, today: date) -> date | None:
    """Return the day after which the next half-year is to be measured; None after the last one."""
    ends = (months_on(effective_on, WASHOUT + (place + 1) * HALF) for place in range(MOST))
    return next((one for one in ends if one > today), None)


def items_of(trigger: Trigger) -> tuple[str, ...]:
    """Return the items that a rule looks at."""
    subjects = [part.subject for part in every_condition(trigger.when)]
    return tuple(dict.fromkeys(one for one in subjects if one and not one.startswith("@")))


def counted(questionnaire: Questionnaire, trigger: Trigger, codes: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Return how many people answered what a rule looks at, and for how many of them it does not hold."""
    names = items_of(trigger)
    asked = fine = 0
    for one in codes:
        if any(counts_as_answered(one.get(name)) for name in names):
            asked += 1
            fine += not holds(trigger.when, Around(questionnaire, one, {}))
    return asked, fine


def measured(
    stretch: Stretch, counts: tuple[int, int], before: tuple[int, int] | None, *, withheld: bool = False
) -> Measured:
    """Return one half-year against ``before`` (asked, fine), None for the one before itself or where it is withheld."""
    asked, fine = counts
    few = before is None or any(reliance(one) is Reliance.SUPPRESSED for one in (asked, before[0]))
    if few or before is None or withheld:
        return Measured(stretch, asked, fine, None, withheld)
    return Measured(stretch, asked, fine, before_after((before[1], before[0]), (fine, asked)))
