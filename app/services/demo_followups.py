"""What came after the demo's calls: callers asked how their matter was handled, and what operators searched for."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from app.models.accounts import Person
from app.models.interview_records import Asked
from app.models.journal import Value
from app.models.questionnaires import NO, YES
from app.models.script_searches import EndedSearch, SearchEnd, SearchPlace
from app.services import (
    callback_attempts,
    callback_rules,
    callback_sources,
    inquiries,
    interview_calls,
    interviews,
    reference,
    script_searches,
)
from app.services.callback_attempts import CallNotAllowed, Outcome
from app.services.callback_sheets import text_of
from app.services.demo_surveys import acting
from app.services.demo_texts import table
from app.services.office import Work
from app.store import callbacks as callback_rows
from app.store.bulk import Bulk
from app.store.inquiries import Wanted

#: The share of closed inquiries whose callers the demo's center asks (percent).
ASKED = 12
#: How many of the newest closed inquiries may be asked about, within how many days.
_NEWEST, _DAYS = 800, 88
#: Hours after its beginning at which a call is made until somebody answers; who answers, and who wants no questions.
_HOURS, _ANSWERED, _DECLINES = (0.4, 1.5, 2.6, 4.2, 6, 7.5, 21, 24, 27, 45, 50), 0.82, 0.05
_DONE, _NOBODY, _DECLINED = "110", "201", "231"
_SOLVED = ("solved",) * 18 + ("explained", "partly", "unsolved")
_SATISFIED = ("very_satisfied",) * 10 + ("satisfied",) * 6 + ("neutral",)
#: One search in so many found nothing, at first and lately; searches of one day, and on how many days.
_NOTHING, _NOTHING_LATELY, _A_DAY, _SEARCHED = 8, 22, 4, 60


def fill(work: Work, supervisor: Person, operators: Sequence[Person], rng: Random) -> int:
    """Ask callers of closed inquiries, note searches of the last weeks, and return how many interviews were held.

    The settings of the center say which share is asked.
    """
    now = work.now
    calls: list[tuple[datetime, bytes]] = []
    for inquiry, closed_at in _closed(acting(work, supervisor, now)):
        owed = callback_sources.after_closing(acting(work, supervisor, closed_at), inquiry)
        call = callback_rows.by_id(work.tx, owed) if owed is not None else None
        if call is not None and call.begins_at is not None:
            calls.append((call.begins_at, call.id))
    due = sorted(one for one in calls if one[0] < now)
    held = sum(_ask(work, call, operators[place % len(operators)], at, rng) for place, (at, call) in enumerate(due))
    _search(work, operators, rng)
    acting(work, supervisor, now)
    return held


def _closed(work: Work) -> list[tuple[bytes, datetime]]:
    """Return inquiries that were closed lately, the oldest first."""
    rows = inquiries.list_page(work, Wanted(facets=(("state", "closed"),)), limit=_NEWEST).rows
    since = work.now - timedelta(days=_DAYS)
    return sorted(((one.id, one.closed_at) for one in rows if one.closed_at and one.closed_at > since), key=_when)


def _when(one: tuple[bytes, datetime]) -> tuple[datetime, bytes]:
    return one[1], one[0]


def _ask(work: Work, call: bytes, person: Person, begins_at: datetime, rng: Random) -> int:
    """Call, where it may be called at that hour, until somebody answers, and ask them; return how many were asked."""
    for hours in _HOURS:
        at = begins_at + timedelta(hours=hours, minutes=rng.randrange(20))
        if at >= work.now:
            break
        try:
            attempt = callback_attempts.begin(acting(work, person, at), call).attempt
        except CallNotAllowed:
            continue
        desk, luck = acting(work, person, at + timedelta(seconds=30)), rng.random()
        asked = interviews.about(desk, call) if luck < _ANSWERED else None
        if asked is not None:
            outcome = Outcome(_DONE, rang_s=8, talked_s=60 + rng.randrange(90))
            interview_calls.finish(desk, attempt, _interview(desk, asked, rng), outcome)
            return 1
        code = _DECLINED if luck > 1 - _DECLINES else _NOBODY
        if callback_attempts.finish(desk, attempt, Outcome(code, rang_s=30)).closed:
            break
    return 0


def _interview(work: Work, asked: Asked, rng: Random) -> bytes:
    interview = interviews.begin(work, asked)
    with Bulk(work.tx) as bulk:
        for seq, (item, value) in enumerate(_answers(rng).items(), 1):
            said: dict[str, Value] = {"interview": interview.hex(), "seq": seq, "item": item, "value": value}
            bulk.add("answer", {**said, "at": text_of(work.now), "by": work.person.id.hex()})
    return interview


def _answers(rng: Random) -> dict[str, Any]:
    solved = rng.choice(_SOLVED)
    left = {"what_left": rng.choice(table("surveys")["opinions"]), "reopen": NO}
    return {
        "greeting": "read", "agree": YES, "contacted": YES if rng.random() < 0.95 else NO, "solved": solved,
        **(left if solved in ("partly", "unsolved") else {}),
        "unit_satisfaction": rng.choice(_SATISFIED), "line_satisfaction": rng.choice(_SATISFIED), "again": NO,
        "thanks": "read",
    }  # fmt: skip


def _search(work: Work, operators: Sequence[Person], rng: Random) -> None:
    """Note searches of the last weeks with words of callers; now and then nothing was found."""
    slots = callback_rules.slots_of(work)
    topics = [str(one["category"]) for one in table("topics")["topics"]]
    for back in range(_SEARCHED, 0, -1):
        opens_at = slots.midnight(work.now, -back) + timedelta(hours=9)
        for number in range(_A_DAY):
            place = (_SEARCHED - back) * _A_DAY + number
            desk = acting(work, operators[place % len(operators)], opens_at + timedelta(minutes=100 * number))
            language = "zh" if rng.random() < 0.8 else "en"
            query = reference.categories().by_code[rng.choice(topics)].label.for_language(language)
            nothing = place % (_NOTHING if 2 * back > _SEARCHED else _NOTHING_LATELY) == 0
            ended = SearchEnd.NOTHING if nothing else SearchEnd.OPENED
            results, rank = (0, None) if nothing else (5, 1)
            script_searches.note(
                desk, EndedSearch(query, ended, SearchPlace.INTAKE, language, results=results, rank=rank, took_ms=2400)
            )
