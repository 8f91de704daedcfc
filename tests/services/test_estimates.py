"""A due time of an estimated year moves once its schedule is known; nothing else moves, and the owner is told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.models.calendars import DayChange, DifferentDay, HolidayRule, HolidayYear
from app.models.contacts import Outcome
from app.models.inquiries import EventKind
from app.models.policies import Target
from app.services import calendars, clocks, estimates, inquiries, inquiry_steps
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.taking import take

OPENED = datetime(2026, 12, 30, 2, tzinfo=UTC)  # a Wednesday, 10:00 in Shanghai
MONDAY = datetime(2027, 1, 4, 2, tzinfo=UTC)
NEW_YEAR, BRIDGE = date(2027, 1, 1), date(2027, 1, 4)


def _before(_rule: HolidayRule, year: int) -> HolidayYear:
    return HolidayYear({date(year, 1, 1): "元旦"}, estimated=year > 2026)


def _published(_rule: HolidayRule, year: int) -> HolidayYear:
    return HolidayYear({date(year, 1, 1): "元旦", date(year, 1, 4): "元旦"}, frozenset({date(year, 1, 3)}))


@pytest.fixture
def inquiry(office: Office, clock: FakeClock) -> bytes:
    """A complaint at the end of a year, due two business days later: on the Monday, as far as anybody knows."""
    clock.set(OPENED)
    office.outside["holidays"] = _before
    opened = {"opened_at": OPENED, "category": "complaint.fees", "unit": "H01", "due_at": MONDAY}
    return take(office, Outcome.DISPATCH, **opened)


def _due(office: Office, inquiry: bytes) -> datetime:
    return next(one.due_at for one in office.ask(clocks.clocks_of, inquiry) if one.target is Target.RESOLVE)


def test_a_step_says_for_which_years_its_due_times_are_estimated(office: Office, inquiry: bytes) -> None:
    found = office.ask(inquiries.detail, inquiry).events
    assert [one.clocks["estimated"] for one in found if one.kind is EventKind.DISPATCHED] == [[2027]]
    assert office.ask(estimates.waiting) == 0
    assert office.do(estimates.reckon_again).changes.touched == ()


def test_once_the_schedule_is_published_the_due_time_moves_and_the_promise_stays_beside_it(
    office: Office, inquiry: bytes
) -> None:
    office.outside["holidays"] = _published
    assert office.ask(estimates.waiting) == 1
    assert office.do(estimates.reckon_again).value == 1
    sunday = MONDAY - timedelta(days=1)  # worked instead
    found = next(one for one in office.ask(clocks.clocks_of, inquiry) if one.target is Target.RESOLVE)
    assert (found.due_at, found.original_due_at) == (sunday, MONDAY)
    row, events = office.ask(inquiries.detail, inquiry).row, office.ask(inquiries.detail, inquiry).events
    assert (row.due_at, events[-1].kind, events[-1].note) == (sunday, EventKind.DUE_RECKONED, "2027")
    assert office.do(estimates.reckon_again).value == 0


def test_a_day_set_by_hand_in_that_year_counts_and_other_changes_of_the_calendar_do_not(
    office: Office, inquiry: bytes
) -> None:
    sign_in(office, "admin")
    known = office.ask(calendars.named, "county-center")
    later = tuple(tuple((start + 60, end) for start, end in hours) for hours in known.week)
    closed = DifferentDay(BRIDGE, DayChange.OFF, note="stocktaking")
    office.do(calendars.save, replace(known, week=later, exceptions=(*known.exceptions, closed)))
    assert office.do(estimates.reckon_again).value == 1
    sign_in(office, "wang")
    assert _due(office, inquiry) == MONDAY + timedelta(days=1)


def test_what_somebody_set_and_what_is_closed_stays(office: Office, inquiry: bytes) -> None:
    office.do(inquiries.describe, inquiry, due_at=(MONDAY + timedelta(days=9)).isoformat(), reason="agreed with her")
    office.do(inquiry_steps.take, inquiry, "accept")
    office.outside["holidays"] = _published
    assert office.do(estimates.reckon_again).value == 0
    office.do(inquiry_steps.take, inquiry, "close", note="told")
    assert office.ask(estimates.waiting) == 0


def test_the_owner_is_told_for_some_days(office: Office, inquiry: bytes, clock: FakeClock) -> None:
    assert office.ask(estimates.news).inquiries == ()
    office.outside["holidays"] = _published
    office.do(estimates.reckon_again)
    assert office.ask(estimates.news) == estimates.News((inquiry,), "2027")
    clock.advance(timedelta(days=4))
    assert office.ask(estimates.news).inquiries == ()
    sign_in(office, "li")
    assert office.ask(estimates.news).inquiries == ()


def test_a_clock_that_waits_moves_too_and_by_its_pause_once(office: Office, clock: FakeClock, inquiry: bytes) -> None:
    office.do(inquiry_steps.take, inquiry, "wait_caller", reason="wants the receipt")
    clock.advance(timedelta(hours=1))
    office.outside["holidays"] = _published
    assert (office.ask(estimates.waiting), office.do(estimates.reckon_again).value) == (1, 1)
    assert (office.ask(estimates.waiting), office.do(estimates.reckon_again).value) == (0, 0)
    clock.set(OPENED + timedelta(hours=5))  # two hours of lunch, three of work
    office.do(inquiry_steps.take, inquiry, "resume")
    found = next(one for one in office.ask(clocks.clocks_of, inquiry) if one.target is Target.RESOLVE)
    sunday = MONDAY - timedelta(days=1)
    time = office.ask(calendars.working_time, "county-center")
    assert time.elapsed(sunday, found.due_at) == found.paused == time.elapsed(OPENED, clock.now())
    assert (found.original_due_at, office.ask(estimates.waiting)) == (MONDAY, 0)
