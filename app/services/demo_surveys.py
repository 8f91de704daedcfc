"""Surveys of the demo: a frame of patients handed over, a sample drawn from it, and the calls of its first days.

Everything goes the way of the services: the frame is read and kept, the sample planned and drawn, calls are begun only
where the rules for calling allow them at that hour, and interviews end with what they are worth and set off.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, Protocol

from app.models.accounts import Person
from app.models.campaigns import CampaignPlan
from app.models.frames import FrameKind
from app.models.interview_records import Asked
from app.models.sampling import Allocation
from app.models.slots import Slot
from app.services import callback_attempts, callback_rules, campaigns, demo_interviews, frames, interview_calls
from app.services import interviews as interviews_of
from app.services.callback_attempts import CallNotAllowed, Outcome
from app.services.demo_texts import table
from app.services.frames import Wishes
from app.services.office import Work
from app.store import callbacks as callback_rows

#: How many days ago the field period began, and the last replicate whose people may be called.
_DAYS, _RELEASED = 6, 9
#: Of so many in the frame of an institution, how many are drawn, and which share of those who may be called was called.
_DRAWN_OF, _CALLED = 0.75, 0.85
#: Hours of the center at which calls are made, where these hours are open that day.
_HOURS = ((8, 5), (9, 5), (11, 35), (15, 5), (18, 5), (19, 5))
_BETWEEN, _SOON = timedelta(minutes=2), timedelta(minutes=40)
#: How calls end that bring no interview, the last one least often; and in which share of calls there is one.
_ENDINGS = ("201", "203", "207", "201", "202", "204", "231", "303")
_ANSWERED = 0.66
DONE, RESUMED, AGREED = "110", "130", "221"
_COLUMNS = ("encounter", "name", "phone", "sex", "age", "institution", "department", "admitted_on", "discharged_on")


class Patient(Protocol):
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
class Surveyed:
    """What came of it: the campaign, its cases, interviews that were ended, and the findings that they opened."""

    campaign: bytes
    cases: int
    interviews: int
    findings: tuple[bytes, ...]


@dataclass(frozen=True)
class Staff:
    """Who draws and who calls."""

    supervisor: Person
    callers: Sequence[Person]


def acting(work: Work, person: Person, at: datetime) -> Work:
    """Return the same work done by somebody at another time."""
    at = at.astimezone(UTC)
    work.tx.write_as(person.name, at)
    return replace(work, by=person, now=at)


def fill(work: Work, staff: Staff, patients: Sequence[Patient], rng: Random) -> Surveyed:
    """Draw a campaign from a frame of these patients and make its calls up to yesterday."""
    slots = callback_rules.slots_of(work)
    begun_at = slots.midnight(work.now, -_DAYS) + timedelta(hours=8)
    desk = acting(work, staff.supervisor, begun_at)
    told = table("surveys")
    day = begun_at.astimezone(slots.zone).date()
    rows = list(_rows(told["institutions"], patients, day, rng))
    wishes = Wishes(told["frame"], FrameKind.INPATIENT, "his-export.xlsx", {name: name for name in _COLUMNS})
    read = frames.read_frame(desk, rows, wishes)
    frames.keep(desk, read)
    plan = CampaignPlan(
        told["campaign"], told["frame"], f"{day:%Y}-{told['questionnaire']}", round(read.rows * _DRAWN_OF), day,
        Allocation.PROPORTIONAL, questionnaire=told["questionnaire"], people=len(staff.callers),
    )  # fmt: skip
    planned = campaigns.planned(desk, plan)
    campaign = campaigns.draw(desk, planned, release=_RELEASED)
    calls = _Calls(work, staff, rng)
    calls.make(_in_order(work, campaign))
    acting(work, staff.supervisor, work.now)
    return Surveyed(campaign, len(planned.chosen), calls.interviews, tuple(calls.findings))


def _rows(
    institutions: Sequence[dict[str, Any]], patients: Sequence[Patient], day: date, rng: Random
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of the table that the hospitals handed over, one institution after the other."""
    for place, one in enumerate(patients):
        unit = institutions[place * len(institutions) // len(patients)]
        out = day - timedelta(days=9 + int(rng.random() * 20))
        yield (
            place + 2,
            {
                "encounter": f"{unit['code']}-{out:%y%m}-{place:04d}",
                "name": one.name or "",
                "phone": one.number,
                "sex": "FM"[int(rng.random() * 2)],
                "age": str(19 + int(rng.random() * 66)),
                "institution": unit["code"],
                "department": unit["departments"][place % len(unit["departments"])],
                "admitted_on": (out - timedelta(days=2 + int(rng.random() * 9))).isoformat(),
                "discharged_on": out.isoformat(),
            },
        )


def _in_order(work: Work, campaign: bytes) -> list[bytes]:
    """Return the calls of a campaign in an order that does not hang on the ids of this desk."""
    found: list[tuple[str, bytes]] = []
    for one in callback_rows.open_of_campaign(work.tx, campaign):
        call = callback_rows.by_id(work.tx, one)
        found.append((call.numbers[0] if call and call.numbers else "", one))
    return [one for _, one in sorted(found)]


class _Calls:
    """The calls of the days since the beginning, each by the next of the people who call."""

    def __init__(self, work: Work, staff: Staff, rng: Random) -> None:
        self._work, self._staff, self._rng = work, staff, rng
        self._slots = callback_rules.slots_of(work)
        self._ended = 0
        self.interviews = 0
        self.findings: list[bytes] = []

    def make(self, calls: Sequence[bytes]) -> None:
        """Call most of these people at every hour that is open until yesterday evening, as far as the rules allow."""
        left = list(calls[: round(len(calls) * _CALLED)])
        hours = list(self._hours())
        turn = max(1, -(-2 * len(left) // max(1, len(hours))))
        for at in hours:
            for place, one in enumerate(left[:turn]):
                self._call(one, at + place * _BETWEEN)
            left = left[turn:] + [one for one in left[:turn] if self._is_open(one)]
        for one, code in zip(calls[round(len(calls) * _CALLED) :], (RESUMED, AGREED), strict=False):
            self._agree(one, code)

    def _hours(self) -> Iterator[datetime]:
        for back in range(-_DAYS + 1, 0):
            midnight = self._slots.midnight(self._work.now, back)
            for hour, minute in _HOURS:
                at = midnight + timedelta(hours=hour, minutes=minute)
                if self._slots.at(at) not in (None, Slot.OFF_PEAK):
                    yield at

    def _is_open(self, call: bytes) -> bool:
        found = callback_rows.by_id(self._work.tx, call)
        return found is not None and found.closed_at is None

    def _begun(self, call: bytes, at: datetime) -> tuple[Work, bytes] | None:
        people = self._staff.callers
        desk = acting(self._work, people[self._ended % len(people)], at)
        try:
            attempt = callback_attempts.begin(desk, call).attempt
        except CallNotAllowed:
            return None
        self._ended += 1
        return acting(desk, desk.person, at + timedelta(seconds=40)), attempt

    def _call(self, call: bytes, at: datetime) -> None:
        begun = self._begun(call, at)
        if begun is None:
            return
        desk, attempt = begun
        asked = interviews_of.about(desk, call) if self._rng.random() < _ANSWERED else None
        if asked is None:
            code = _ENDINGS[int(self._rng.random() ** 1.5 * len(_ENDINGS))]
            callback_attempts.finish(desk, attempt, Outcome(code, rang_s=24))
            return
        self._interview(desk, asked, attempt, Outcome(DONE, rang_s=9, talked_s=190 + int(self._rng.random() * 160)))

    def _interview(self, desk: Work, asked: Asked, attempt: bytes, outcome: Outcome) -> None:
        interview = demo_interviews.ask(desk, asked, self._rng, whole=outcome.code == DONE)
        ended = interview_calls.finish(desk, attempt, interview, outcome)
        self.interviews += 1
        self.findings += ended.findings

    def _agree(self, call: bytes, code: str) -> None:
        """Agree yesterday on a time soon with an interview that was begun, or on one of tomorrow before one."""
        evening = self._slots.midnight(self._work.now, -1) + timedelta(hours=19, minutes=50)
        begun = self._begun(call, evening)
        if begun is None:
            return
        desk, attempt = begun
        tomorrow = self._slots.midnight(self._work.now, 1) + timedelta(hours=18, minutes=30)
        soon = self._slots.decent_from(self._work.now.replace(second=0, microsecond=0) + _SOON)
        start_at = tomorrow if code == AGREED else soon
        outcome = Outcome(code, rang_s=12, talked_s=75, start_at=start_at)
        asked = interviews_of.about(desk, call)
        if code == RESUMED and asked is not None:
            self._interview(desk, asked, attempt, outcome)
        else:
            callback_attempts.finish(desk, attempt, outcome)
