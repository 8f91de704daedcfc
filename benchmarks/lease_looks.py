"""What must be true in a world of leases, whatever fails: nobody is called twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.models.attempts import Attempt, sessions, united
from app.models.leases import SKEW
from app.models.retry_policy import RetryPolicy
from app.models.slots import SlotPlan, Slots
from app.services.callback_rules import table
from benchmarks.lease_stations import Dial

_OFF = {date(2026, 10, 1)}


def _is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in _OFF


SLOTS = Slots(SlotPlan(), ZoneInfo("Asia/Shanghai"), _is_workday)
TABLE = table()


class CalledTwice(Exception):
    """Somebody was dialed who must not be: what, where."""


@dataclass(frozen=True)
class Look:
    """Looks after each dial that was really made."""

    policy: RetryPolicy

    def at_last(self, dials: Sequence[Dial], codes: Mapping[tuple[str, int], str]) -> None:
        """Hold the last dial against all that were made before. Raises ``CalledTwice``."""
        last, before = dials[-1], dials[:-1]
        made = last.made
        group = [one for one in before if one.made.group == made.group]
        if any(one.made.epoch == made.epoch and one.station != last.station for one in group):
            raise CalledTwice(f"{made.group}: two stations dial in epoch {made.epoch}")
        if any(one.made.epoch > made.epoch for one in group):
            raise CalledTwice(f"{made.group}: epoch {made.epoch} is dialed after a later one")
        case = [one for one in dials if one.made.case == made.case]
        if len(_counted(case, codes)) > self.policy.attempts:
            raise CalledTwice(f"{made.case}: more than {self.policy.attempts} attempts")
        number = [one for one in dials if one.made.attempt.number == made.attempt.number]
        today = _counted((one for one in number if _day(one.at) == _day(last.at)), codes)
        if len(today) > self.policy.per_day:
            raise CalledTwice(f"{made.attempt.number}: {len(today)} attempts in a day")
        sooner = number[-2] if len(number) > 1 else None
        busy = sooner is not None and codes.get(sooner.made.attempt.key) == "202"
        if sooner and not busy and last.at - sooner.at < timedelta(minutes=self.policy.gap_min) - 2 * SKEW:
            raise CalledTwice(f"{made.attempt.number}: two dials within {last.at - sooner.at}")


def _counted(dials: Iterable[Dial], codes: Mapping[tuple[str, int], str]) -> list[Attempt]:
    known = (one.made.attempt for one in dials)
    return sessions(united(replace(one, code=codes.get(one.key, "")) for one in known), TABLE)


def _day(at: datetime) -> date:
    return at.astimezone(SLOTS.zone).date()
