"""The demo's survey shows calls in every state: made at hours when people are called, answered, agreed upon, open."""

from datetime import timedelta

import pytest

from app.models.slots import Slot
from app.services import callback_appointments, callbacks, campaign_progress, interviews
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.surveyed import surveyed


def test_a_sample_was_drawn_and_called_at_hours_that_are_open(office: Office) -> None:
    made = surveyed(office)
    found = office.ask(campaign_progress.progress, made.campaign)
    assert {one.name for one in found.strata} == {"H01", "H02", "H03"}
    assert sum(one.drawn for one in found.strata) == made.cases == 30
    assert {one.slot for one in found.slots} >= {Slot.EARLY, Slot.EVENING, Slot.DAY_OFF}
    assert len(office.ask(interviews.counted, made.campaign)) == made.interviews - 1  # one is to be resumed
    assert sum(one.dials for one in found.strata) > made.interviews > 10
    assert made.findings


def test_some_wait_to_be_called_and_two_have_agreed_on_a_time(office: Office) -> None:
    surveyed(office)
    sign_in(office, "wang")
    days = [office.ask(callback_appointments.agenda, NOON + timedelta(days=day)) for day in (0, 1)]
    assert [sum(len(hour.agreed) for hour in day) for day in days] == [1, 1]
    assert office.ask(callbacks.queue)


@pytest.mark.parametrize("hours", [3, 8, 11, 13, 17, 19])
def test_it_is_filled_by_day_and_by_night(office: Office, clock: FakeClock, hours: int) -> None:
    clock.advance(timedelta(hours=hours))
    assert surveyed(office).interviews > 10
