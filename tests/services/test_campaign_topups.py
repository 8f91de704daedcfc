"""More people for a campaign are the next by the same numbers; the former sample stays, and weights follow."""

from datetime import date, datetime, time, timedelta

import pytest

from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.services import callback_rules, campaign_field, campaign_topups, campaigns
from app.services.campaign_field import CampaignOver
from app.services.campaign_topups import NobodyMore
from app.store import callbacks as callback_rows
from app.store import campaigns as stored
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import drawn, frame, person, plan


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    frame(office)
    return office


def cases(desk, campaign):
    return {one.id: one.weight for one in stored.cases(desk.store.rows, campaign)}


def test_a_sample_that_was_topped_up_is_the_one_drawn_larger_at_once(desk):
    whole = desk.ask(campaigns.planned, plan(size=24))
    campaign = drawn(desk)
    former = set(cases(desk, campaign))
    found = desk.ask(campaign_topups.planned, campaign, 12)
    assert found.added == (("H1", 8), ("H2", 4))
    assert desk.do(campaign_topups.add, found).value == 12
    now = cases(desk, campaign)
    assert former < set(now) == {campaigns.case_id(campaign, one.row) for one in whole.chosen}
    assert set(now.values()) == {2.5}
    (facts,) = desk.ask(campaigns.campaigns)
    assert [(one.size, one.wanted, one.drawn) for one in facts.strata] == [(40, 16, 16), (20, 8, 8)]
    assert len(callback_rows.open_of_campaign(desk.store.rows, campaign)) == 24


def test_who_is_added_is_left_alone_after_the_discharge_as_long_as_the_others(desk):
    campaign = drawn(desk, policy={"field_from_days": 30})
    desk.do(campaign_topups.add, desk.ask(campaign_topups.planned, campaign, 12))
    begins = "SELECT DISTINCT begins_at FROM campaign_case WHERE campaign = ?"
    assert [one[0][:10] for one in desk.store.rows.all(begins, campaign)] == ["2026-03-21"]


def test_who_was_called_already_is_not_drawn_again_and_the_others_wait_for_their_replicate(desk):
    campaign = drawn(desk, release=1)
    for one in callback_rows.open_of_campaign(desk.store.rows, campaign):
        call(desk, one, "301")
    released = len(callback_rows.open_of_campaign(desk.store.rows, campaign))
    desk.do(campaign_topups.add, desk.ask(campaign_topups.planned, campaign, 6))
    assert len(cases(desk, campaign)) == 18
    assert len(callback_rows.open_of_campaign(desk.store.rows, campaign)) == released
    assert desk.do(campaign_field.release, campaign, 10).value == 16


def test_no_more_are_drawn_than_there_are(desk):
    campaign = drawn(desk, size=58)
    found = desk.ask(campaign_topups.planned, campaign, 30)
    assert (found.count, desk.do(campaign_topups.add, found).value) == (2, 2)
    with pytest.raises(NobodyMore):
        desk.ask(campaign_topups.planned, campaign, 1)


def test_what_has_changed_since_or_is_over_is_refused(desk):
    campaign = drawn(desk)
    found = desk.ask(campaign_topups.planned, campaign, 2)
    desk.do(campaign_topups.add, found)
    with pytest.raises(FieldInvalid):
        desk.do(campaign_topups.add, found)
    with pytest.raises(FieldInvalid):
        desk.ask(campaign_topups.planned, campaign, 0)
    with pytest.raises(RecordGone):
        desk.ask(campaign_topups.planned, b"x" * 16, 2)
    desk.do(campaign_field.close_field, campaign)
    with pytest.raises(CampaignOver):
        desk.ask(campaign_topups.planned, campaign, 2)
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(campaign_topups.planned, campaign, 2)


def test_nobody_is_drawn_for_a_campaign_whose_field_period_is_over(desk, clock):
    campaign = drawn(desk)
    (facts,) = desk.ask(campaigns.campaigns)
    before = cases(desk, campaign)
    zone = desk.ask(callback_rules.slots_of).zone
    clock.set(datetime.combine(facts.ends_on, time(23, 0), zone))
    found = desk.ask(campaign_topups.planned, campaign, 2)
    clock.advance(timedelta(hours=2))
    with pytest.raises(CampaignOver):
        desk.ask(campaign_topups.planned, campaign, 2)
    with pytest.raises(CampaignOver):
        desk.do(campaign_topups.add, found)
    assert cases(desk, campaign) == before, "who was planned on the last day changes no weight after it"


def test_a_sample_of_some_days_only_is_topped_up_from_these_days(desk):
    later = [person(place, discharged_on=f"2026-02-{10 + place % 10}") for place in range(40)]
    frame(desk, "days", rows=later)
    days = {"from_on": date(2026, 2, 12), "to_on": date(2026, 2, 16)}
    campaign = drawn(desk, frame="days", **days)
    with pytest.raises(FieldInvalid):
        desk.ask(campaign_topups.planned, campaign, 3)
    found = desk.ask(campaign_topups.planned, campaign, 3, **days)
    assert all("2026-02-12" <= one.row.day <= "2026-02-16" for one in found.found.chosen)
