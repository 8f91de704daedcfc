"""What a campaign costs before it begins: completed interviews by day for given people and times of day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.models.accounts import Permission
from app.models.effort import Effort, EffortDay, foresee
from app.models.errors import FieldInvalid, RecordGone
from app.models.retry_policy import RetryPolicy
from app.models.slots import Slot, Slots
from app.services import callback_rules
from app.services.office import View
from app.store import campaign_cases as rules_rows

_DAY_MIN = 24 * 60


@dataclass(frozen=True)
class Forecast:
    """A campaign foreseen: each day with its date, what it was reckoned with, and how many cases it has."""

    effort: Effort
    cases: int
    days: tuple[tuple[date, EffortDay], ...]

    @property
    def completes(self) -> float:
        """Return the completed interviews at the end."""
        return self.days[-1][1].total if self.days else 0.0

    def reached(self, completes: float) -> date | None:
        """Return the day on which every institution has so many interviews, None where one never has."""
        found = (day for day, one in self.days if min(one.completes.values(), default=0.0) >= completes - 1e-9)
        return next(found, None)


def foreseen(
    view: View, cases: Mapping[str, int], begins_on: date, days: int, *, effort: Effort, slots: str = ""
) -> Forecast:
    """Return the forecast of cases by institution over a field period.

    The hours of calling are those of the slots, without the quiet ones between them (they depend on the load of the
    hotline). Raises ``FieldInvalid`` where nobody calls.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    if effort.people < 1:
        raise FieldInvalid(field="people", value=str(effort.people))
    plan = callback_rules.slots_of(view, slots or view.settings.call_slots)
    works, off = _hours(plan)
    found = replace(effort, hours=works, hours_off=off)
    dates = [begins_on + timedelta(days=place) for place in range(days)]
    told = foresee(cases, found, [not plan.is_workday(one) for one in dates])
    return Forecast(found, sum(cases.values()), tuple(zip(dates, told, strict=False)))


def kept_to(effort: Effort, policy: RetryPolicy) -> Effort:
    """Return the effort of calling by these rules: as many attempts of a case, and as many days between two of them."""
    rest = max(1, -(-policy.gap_min // _DAY_MIN))
    return replace(effort, attempts=policy.attempts + policy.with_appointment, rest=rest)


def rules_of(view: View, campaign: bytes) -> RetryPolicy:
    """Return the rules by which the people of a campaign are called. Raises ``RecordGone``."""
    view.require(Permission.REASSIGN_INQUIRIES)
    found = rules_rows.campaign(view.rows, campaign)
    if found is None:
        raise RecordGone(entity="campaign", id=campaign.hex())
    return found.policy


def _hours(slots: Slots) -> tuple[float, float]:
    """Return the hours of calling on a working day and on a day off."""
    minutes = {
        slot: sum(end - start for start, end in hours)
        for slot, hours in slots.plan.hours.items()
        if slot is not Slot.OFF_PEAK
    }
    off = minutes.get(Slot.DAY_OFF, 0)
    return (sum(minutes.values()) - off) / 60, off / 60
