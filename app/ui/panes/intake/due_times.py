"""Due times that an operator promises most, one key each; pure. What is typed is read by the kit's ``reading_time``."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_END_OF_DAY = time(16, 30)
_MORNING = time(9, 0)
_NEAREST = timedelta(minutes=30)
_FRIDAY = 4


@dataclass(frozen=True)
class QuickTime:
    """One offered time. ``at`` is aware, in UTC; ``soon`` ones are said as a distance ("in 2 h"), others as a day."""

    at: datetime
    soon: bool = False


def quick_times(now: datetime, next_on: date | None = None) -> tuple[QuickTime, ...]:
    """Return the times to offer at ``now`` (aware, in the center's zone), the soonest first, none twice.

    In two hours, today 16:30 while that is half an hour away, the next working day 9:00 and 16:30: ``next_on`` by the
    center's calendar; where that is not known, or past, Monday to Friday.
    """
    offered = [QuickTime(_whole(now + timedelta(hours=2)), soon=True)]
    today_at = datetime.combine(now.date(), _END_OF_DAY, now.tzinfo)
    if today_at - now >= _NEAREST:
        offered.append(QuickTime(_whole(today_at)))
    working_on = next_on if next_on is not None and next_on > now.date() else _next_weekday(now.date())
    offered += [QuickTime(_whole(datetime.combine(working_on, at, now.tzinfo))) for at in (_MORNING, _END_OF_DAY)]
    return tuple({one.at: one for one in sorted(offered, key=_at)}.values())


def _next_weekday(day: date) -> date:
    following = day + timedelta(days=1)
    while following.weekday() > _FRIDAY:
        following += timedelta(days=1)
    return following


def stepped(at: datetime | None, by: int, now: datetime, next_on: date | None = None) -> datetime:
    """Return the offered time after (``by`` 1) or before (-1) ``at``; the first one for None."""
    offered = [one.at for one in quick_times(now, next_on)]
    if at is None:
        return offered[0]
    later = [one for one in offered if one > at]
    earlier = [one for one in offered if one < at]
    if by > 0:
        return later[0] if later else offered[-1]
    return earlier[-1] if earlier else offered[0]


def in_the_past(at: datetime, now: datetime) -> datetime:
    """Return a receipt time that was typed as a time of day: 9:15 means the last one, not the next one."""
    while at > now:
        at -= timedelta(days=1)
    return at


def _whole(at: datetime) -> datetime:
    """Return the time at the nearest whole minute, so that two hours are said as two hours."""
    return (at.astimezone(UTC) + timedelta(seconds=30)).replace(second=0, microsecond=0)


def _at(one: QuickTime) -> datetime:
    return one.at
