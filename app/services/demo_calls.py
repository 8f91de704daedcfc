"""Calls of the demo: a campaign under way with some of its people called before, and a call that nobody answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from app.models.ids import derived_id
from app.models.journal import Value
from app.services import (
    callback_closing,
    callback_leases,
    callback_queue,
    callback_rules,
    callback_sources,
    phone_numbers,
)
from app.services.callback_sheets import station
from app.services.office import Work
from app.store import callback_attempts as attempt_rows
from app.store import callbacks as callback_rows

NAME = "上季度出院患者回访 · Patients discharged last quarter"
_PEOPLE, _CALLED = 24, 12
_WARDS = ("内科", "外科", "产科", "儿科")
#: How earlier attempts ended, in turn; the last ones are done.
_CODES = ("201", "203", "207", "201", "202", "110")
#: How many days ago and at which hour of the center the first attempts were made.
_EARLIER = ((4, 19), (3, 12), (2, 8))


class Person(Protocol):
    """Whom the demo's callers draw."""

    @property
    def number(self) -> str:
        """Return the telephone number."""
        ...

    @property
    def name(self) -> str | None:
        """Return the name."""
        ...


@dataclass(frozen=True)
class _Case:
    callback: bytes
    number: str
    group: str


def fill(work: Work, people: Sequence[Person]) -> int:
    """Make the campaign and its calls in the name of the supervisor who is signed in; return how many cases it has."""
    campaign = callback_sources.open_campaign(work, NAME, {})
    cases = _cases(work, campaign, people)
    callback_leases.grant(work, [one.group for one in cases], valid=timedelta(days=30))
    callback_sources.release(work, [derived_id("demo-case", one.number) for one in cases])
    slots = callback_rules.slots_of(work)
    for place, one in enumerate(cases[:_CALLED]):
        days, hour = _EARLIER[place % len(_EARLIER)]
        at = slots.midnight(work.now, -days) + timedelta(hours=hour, minutes=5 + 2 * place)
        _call(work, one, at, _CODES[place % len(_CODES)])
    if cases:
        callback_sources.missed(work, "+8613705310086", at=work.now - timedelta(minutes=25))
    return len(cases)


def _cases(work: Work, campaign: bytes, people: Sequence[Person]) -> list[_Case]:
    found: dict[str, _Case] = {}
    for one in people:
        number = phone_numbers.understood(one.number, work.settings.country)
        if number.e164 is None or number.e164 in found or not one.name or len(found) == _PEOPLE:
            continue
        case = derived_id("demo-case", number.e164)
        values: dict[str, Value] = {
            "campaign": campaign.hex(),
            "person_key": case.hex(),
            "name": one.name,
            "numbers": [number.e164],
            "stratum": "H01",
            "contact_group": number.e164,
            "about": {"ward": _WARDS[len(found) % len(_WARDS)]},
            "begins_at": (work.now - timedelta(days=5)).isoformat(),
        }
        work.tx.add("campaign_case", values, case)
        found[number.e164] = _Case(derived_id("case", case), number.e164, number.e164)
    return list(found.values())


def _call(work: Work, one: _Case, at: datetime, code: str) -> None:
    """Write an attempt down as it was made then."""
    slot = callback_rules.slots_of(work).at(at)
    here = station(work)
    values: dict[str, Value] = {
        "callback": one.callback.hex(),
        "station": here,
        "seq": attempt_rows.next_seq(work.tx, here),
        "at": at.isoformat(),
        "number": one.number,
        "direction": "out",
        "slot": slot.value if slot else None,
        "by": work.person.id.hex(),
        "contact_group": one.group,
        "epoch": 1,
    }
    attempt = work.tx.add("attempt", values)
    said: dict[str, Value] = {"attempt": attempt.hex(), "code": code, "at": at.isoformat(), "rang_s": 24}
    work.tx.add("attempt_outcome", said, derived_id("attempt_outcome", attempt))
    found = callback_rows.by_id(work.tx, one.callback)
    if code == "110" and found is not None:
        callback_closing.close(work, found, code, kept=True)
    callback_queue.refresh(work, one.callback)
