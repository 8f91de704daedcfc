"""What a campaign will cost before it begins: completed interviews by day for given people, hours and chances.

Cases are counted in fractions and not drawn, so the same plan always gives the same forecast. Each day the cases with
the fewest attempts are tried first, and institutions share the day by how much work each has left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Effort:
    """Who calls, and how it usually goes.

    ``hours`` are those of calling of one person on a working day, ``hours_off`` on a day off. A dial without contact
    takes ``dial_min`` minutes, a contact ``contact_min`` (without an interview), an interview ``interview_min``.
    ``dead`` is the share of numbers that never answer; ``rest`` is how many days lie between two attempts.
    """

    people: int
    hours: float = 3.5
    hours_off: float = 4.0
    dial_min: float = 1.5
    contact_min: float = 2.0
    interview_min: float = 8.0
    contact: float = 0.35
    agree: float = 0.82
    dead: float = 0.06
    attempts: int = 6
    rest: int = 1


@dataclass(frozen=True, slots=True)
class EffortDay:
    """Where a campaign stands at the end of a day: dials so far, and completed interviews by institution."""

    number: int
    dials: float
    completes: Mapping[str, float]
    minutes: float

    @property
    def total(self) -> float:
        """Return the completed interviews of all institutions."""
        return sum(self.completes.values())


@dataclass
class _Cohort:
    """Cases of one institution with the same attempts made, and the day from which they may be tried again."""

    institution: str
    live: float
    dead: float
    attempts: int = 0
    ready: int = 0


@dataclass
class _Field:
    """The work while it is foreseen."""

    effort: Effort
    cohorts: list[_Cohort]
    completes: dict[str, float] = field(default_factory=dict[str, float])
    dials: float = 0.0

    def work(self, day: int, minutes: float) -> float:
        """Work for so many minutes; return those that were used."""
        used = 0.0
        for attempts in range(self.effort.attempts):
            ready = [one for one in self.cohorts if one.attempts == attempts and one.ready <= day]
            wanted = sum(self._minutes(one) for one in ready)
            if wanted <= 0:
                continue
            share = min(1.0, (minutes - used) / wanted)
            for one in ready:
                self._try(one, share, day)
            used += wanted * share
            if share < 1:
                break
        self.cohorts = [one for one in self.cohorts if one.live + one.dead > 1e-6]
        return used

    def _minutes(self, one: _Cohort) -> float:
        effort = self.effort
        met = effort.agree * effort.interview_min + (1 - effort.agree) * effort.contact_min
        return one.live * (effort.contact * met + (1 - effort.contact) * effort.dial_min) + one.dead * effort.dial_min

    def _try(self, one: _Cohort, share: float, day: int) -> None:
        effort, live, dead = self.effort, one.live * share, one.dead * share
        one.live, one.dead = one.live - live, one.dead - dead
        self.dials += live + dead
        self.completes[one.institution] = (
            self.completes.get(one.institution, 0.0) + live * effort.contact * effort.agree
        )
        if one.attempts + 1 < effort.attempts:
            left = live * (1 - effort.contact)
            self.cohorts.append(_Cohort(one.institution, left, dead, one.attempts + 1, day + effort.rest))


def foresee(cases: Mapping[str, int], effort: Effort, days_off: Sequence[bool]) -> list[EffortDay]:
    """Return the campaign day by day. ``cases`` are those drawn by institution; ``days_off`` says of each day whether
    it is one.
    """
    work = _Field(
        effort, [_Cohort(name, count * (1 - effort.dead), count * effort.dead) for name, count in cases.items()]
    )
    work.completes = dict.fromkeys(cases, 0.0)
    found: list[EffortDay] = []
    for day, off in enumerate(days_off):
        hours = effort.hours_off if off else effort.hours
        used = work.work(day, effort.people * hours * 60)
        found.append(EffortDay(day + 1, work.dials, dict(work.completes), used))
        if not work.cohorts:
            break
    return found


def day_of(found: Sequence[EffortDay], completes: float, institution: str = "") -> int | None:
    """Return the day on which so many interviews are completed, of one institution or of each; None where never."""
    for day in found:
        done = [day.completes[institution]] if institution else list(day.completes.values())
        if min(done, default=0.0) >= completes - 1e-9:
            return day.number
    return None
