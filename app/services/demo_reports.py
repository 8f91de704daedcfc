"""What makes the demo's documents say something: calls of the telephone system, and what colleagues proposed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from app.models.accounts import Person
from app.models.voices import ImprovementState
from app.services import callback_attempts, callback_sources, line_records, voices
from app.services.callback_attempts import Outcome
from app.services.demo_texts import table
from app.services.office import Work

#: Days with call records, calls of one day and of a Monday, when all ring, and the share of callers who hang up.
_DAYS, _CALLS, _MONDAY, _GIVEN_UP = 88, (5, 10), (23, 30), 0.05
#: First hour of the line, how many hours it is open, and minutes that a call takes on average.
#: Callers whom nobody answered are called back: within the hour, after so many minutes, or later.
_RECOVERED, _SOON_MIN, _LATE_MIN, _EVERY = 0.92, (6, 48), (70, 200), 5
_OPENS, _HOURS, _TALKED_S = 8, 10, 170
_COLUMNS = ("call_id", "at", "result", "wait", "talk", "wrap_up", "agent")


def fill(work: Work, supervisor: Person, operators: Sequence[Person], seed: int) -> None:
    """Import call records of the last weeks, and let colleagues propose what was said, some of it answered."""
    rng = Random(seed)  # noqa: S311 - the same demo for the same seed
    desk = _as(work, supervisor)
    calls = list(enumerate(_calls(work, operators, rng), 2))
    line_records.import_calls(desk, calls, {name: name for name in _COLUMNS}, source="PBX")
    _recover(work, operators, rng)
    heard = voices.listen(desk, limit=len(table("improvements")["proposals"]))
    for place, one in enumerate(table("improvements")["proposals"]):
        about = heard[place] if place < len(heard) else None
        made = voices.propose(
            _as(work, operators[place % len(operators)]), one["title"], interview=about.interview if about else None,
            item=about.item if about else "",
        )  # fmt: skip
        _answer(desk, made, one)


def _recover(work: Work, operators: Sequence[Person], rng: Random) -> None:
    """Call back who rang in vain, every few days one."""
    today = work.now.astimezone(ZoneInfo(work.settings.time_zone)).replace(hour=_OPENS, minute=0, second=0)
    for place, back in enumerate(range(_DAYS, 0, -_EVERY)):
        rang_at = today + timedelta(days=-back, minutes=60 + rng.randrange(5 * 60))
        person = operators[place % len(operators)]
        call = callback_sources.missed(_as(work, person, rang_at), f"+861370000{9000 + place}", at=rang_at)
        low, high = _SOON_MIN if rng.random() < _RECOVERED else _LATE_MIN
        at = rang_at + timedelta(minutes=rng.randrange(low, high))
        if call is not None:
            attempt = callback_attempts.begin(_as(work, person, at), call).attempt
            callback_attempts.finish(_as(work, person, at + timedelta(minutes=1)), attempt, Outcome("110", talked_s=50))
    _as(work, operators[0], work.now)


def _answer(desk: Work, made: bytes, one: dict[str, str]) -> None:
    state = ImprovementState(one["state"])
    if state is ImprovementState.PROPOSED:
        return
    due_on = (desk.now + timedelta(days=14)).date()
    first = ImprovementState.ACCEPTED if state is ImprovementState.DONE else state
    voices.answer(desk, made, first, one["answer"], owner=one["owner"], due_on=due_on)
    if state is not first:
        voices.answer(desk, made, state, one["answer"])


def _calls(work: Work, operators: Sequence[Person], rng: Random) -> Iterator[dict[str, str]]:
    today = work.now.astimezone(ZoneInfo(work.settings.time_zone)).replace(hour=_OPENS, minute=0, second=0)
    for back in range(_DAYS, 0, -1):
        day = today - timedelta(days=back)
        for number in range(rng.randint(*(_CALLS if day.weekday() else _MONDAY))):
            yield _call(day, f"{day:%y%m%d}-{number:02}", operators, rng)


def _call(day: datetime, key: str, operators: Sequence[Person], rng: Random) -> dict[str, str]:
    at = day + timedelta(seconds=rng.randrange(_HOURS * 3600))
    answered = rng.random() >= _GIVEN_UP
    wait = min(90, round(rng.expovariate(1 / 7))) if answered else 12 + round(rng.expovariate(1 / 30))
    talk = 20 + round(rng.expovariate(1 / _TALKED_S)) if answered else 0
    wrap = round(rng.expovariate(1 / 35)) if answered else 0
    agent = operators[rng.randrange(len(operators))].display if answered else ""
    told = (key, at.isoformat(), "answered" if answered else "abandoned", str(wait), str(talk), str(wrap), agent)
    return dict(zip(_COLUMNS, told, strict=True))


def _as(work: Work, person: Person, at: datetime | None = None) -> Work:
    when = (at or work.now).astimezone(UTC)
    work.tx.write_as(person.name, when)
    return replace(work, by=person, now=when)
