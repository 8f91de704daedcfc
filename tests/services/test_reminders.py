"""Who owns an inquiry is told that it was reminded or urged, until that was seen; the inquiry says who saw it."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotAllowed, RecordGone
from app.models.inquiries import EventKind
from app.services import inquiries, inquiry_steps, reminders
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take


@pytest.fixture
def inquiry(office: Office, clock: FakeClock) -> bytes:
    """An inquiry of wang that li has urged."""
    found = take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=1))
    sign_in(office, "li")
    office.do(inquiry_steps.take, found, "remind")
    clock.advance(timedelta(minutes=1))
    office.do(inquiry_steps.take, found, "urge", note="The caller rang again")
    return found


def test_the_owner_is_told_of_the_last_step_and_nobody_else(office: Office, inquiry: bytes) -> None:
    assert (office.ask(reminders.mine), office.ask(inquiries.today).reminded) == ((), 0)
    sign_in(office, "wang")
    (told,) = office.ask(reminders.mine)
    assert (told.inquiry, told.step.kind, told.step.note, told.by) == (
        inquiry, EventKind.URGED, "The caller rang again", "Li"
    )  # fmt: skip
    assert office.ask(inquiries.today).reminded == 1


def test_what_was_seen_is_told_no_more_and_the_inquiry_says_who_saw_it(
    office: Office, clock: FakeClock, inquiry: bytes
) -> None:
    wang = sign_in(office, "wang")
    office.do(reminders.see, inquiry)
    assert (office.ask(reminders.mine), office.ask(inquiries.today).reminded) == ((), 0)
    last = office.ask(inquiries.detail, inquiry).events[-1]
    assert (last.kind, last.by) == (EventKind.NOTICED, wang.id)
    clock.advance(timedelta(hours=1))
    sign_in(office, "li")
    office.do(inquiry_steps.take, inquiry, "supervise", note="Today")
    sign_in(office, "wang")
    assert [one.step.kind for one in office.ask(reminders.mine)] == [EventKind.SUPERVISED]


def test_what_is_closed_or_long_past_is_not_told(office: Office, clock: FakeClock, inquiry: bytes) -> None:
    sign_in(office, "wang")
    clock.advance(inquiries.TOLD_FOR + timedelta(minutes=1))
    assert office.ask(reminders.mine) == ()
    clock.set(NOON + timedelta(hours=1))
    office.do(inquiry_steps.take, inquiry, "close", note="Done")
    assert office.ask(reminders.mine) == ()


def test_ones_own_reminder_is_no_news(office: Office) -> None:
    found = take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=1))
    office.do(inquiry_steps.take, found, "remind")
    assert office.ask(reminders.mine) == ()


def test_only_who_works_on_inquiries_sees_them_and_they_must_be_there(office: Office, inquiry: bytes) -> None:
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.do(reminders.see, inquiry)
    sign_in(office, "wang")
    with pytest.raises(RecordGone):
        office.do(reminders.see, b"\1" * 16)
