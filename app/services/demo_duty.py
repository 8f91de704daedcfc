"""The demo's last days on duty: what each operator was doing from opening to closing, so that time is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from app.models.accounts import AwayReason, OperatorState, Person
from app.services import accounts
from app.services.office import Work

#: Working days of a week; when people come, go to eat and leave, in minutes of the day.
_WEEK, _COMES, _EATS, _LEAVES = 5, 8 * 60, 12 * 60, 17 * 60 + 30
_MEAL_MIN = 90
#: What follows one another while calls come, and minutes that each lasts on average: of many calls together.
_ROUND = (
    (OperatorState.READY, 9),
    (OperatorState.RINGING, 2),
    (OperatorState.TALKING, 26),
    (OperatorState.HOLD, 4),
    (OperatorState.WRAP_UP, 12),
)
_REASONS = (AwayReason.BREAK, AwayReason.TRAINING, AwayReason.MEETING, AwayReason.BACK_OFFICE, AwayReason.TECHNICAL)


def fill(work: Work, operators: Sequence[Person], seed: int, *, days: int) -> int:
    """Record what these people did on so many working days before today, and return on how many days."""
    rng = Random(seed)  # noqa: S311 - the same demo for the same seed
    found = _days(work, days)
    for day in found:
        for person in operators:
            for minute, state, reason in _states(rng):
                at = (day + timedelta(minutes=minute)).astimezone(UTC)
                work.tx.write_as(person.name, at)
                accounts.set_state(replace(work, by=person, now=at), state, reason=reason)
    return len(found)


def _days(work: Work, count: int) -> list[datetime]:
    today = work.now.astimezone(ZoneInfo(work.settings.time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    before = [today - timedelta(days=back) for back in range(2 * count + 2, 0, -1)]
    return [day for day in before if day.weekday() < _WEEK][-count:]


def _states(rng: Random) -> Iterator[tuple[int, OperatorState, AwayReason | None]]:
    """Yield from which minute of the day on somebody is doing what."""
    comes = _COMES + rng.randrange(-10, 5)
    yield from _calls(rng, comes, _EATS)
    yield _EATS, OperatorState.AWAY, AwayReason.MEAL
    yield from _calls(rng, _EATS + _MEAL_MIN, 15 * 60)
    yield 15 * 60, OperatorState.AWAY, rng.choice(_REASONS)
    yield from _calls(rng, 15 * 60 + rng.randrange(10, 30), _LEAVES)
    yield _LEAVES + rng.randrange(20), OperatorState.SIGNED_OUT, None


def _calls(rng: Random, minute: int, until: int) -> Iterator[tuple[int, OperatorState, None]]:
    while True:
        for state, usual in _ROUND:
            if minute >= until:
                return
            yield minute, state, None
            minute += max(1, round(usual * rng.uniform(0.6, 1.4)))
