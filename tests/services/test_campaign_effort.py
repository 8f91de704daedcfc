"""The effort is foreseen by the calendar and the times of day."""

from datetime import date

import pytest

from app.models.effort import Effort
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.services import campaign_effort
from tests.desk import sign_in
from tests.services.drawing import drawn, frame

CASES = {"H1": 100, "H2": 50}


def test_more_people_finish_sooner_and_days_off_have_their_own_hours(office):
    sign_in(office, "li")

    def ask(people):
        return office.ask(campaign_effort.foreseen, CASES, date(2026, 3, 2), 42, effort=Effort(people))

    one, five = ask(1), ask(5)
    assert (one.effort.hours, one.effort.hours_off) == (4.75, 7.5)
    assert one.cases == 150
    assert five.reached(20) < one.reached(20) <= date(2026, 4, 12)
    assert one.reached(1000) is None
    assert 0 < one.completes < 150
    assert one.days[0][0] == date(2026, 3, 2)


def test_nobody_finishes_nothing_and_operators_plan_nothing(office):
    sign_in(office, "li")
    with pytest.raises(FieldInvalid):
        office.ask(campaign_effort.foreseen, CASES, date(2026, 3, 2), 42, effort=Effort(0))
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(campaign_effort.foreseen, CASES, date(2026, 3, 2), 42, effort=Effort(1))


def test_a_campaign_is_foreseen_by_the_rules_that_it_was_drawn_with(office):
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, policy={"attempts": 3, "gap_min": 3000})
    effort = campaign_effort.kept_to(Effort(2), office.ask(campaign_effort.rules_of, campaign))
    assert (effort.people, effort.attempts, effort.rest) == (2, 4, 3)
    with pytest.raises(RecordGone):
        office.ask(campaign_effort.rules_of, b"n" * 16)
