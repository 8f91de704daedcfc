"""A field period ends by itself, and its leases last as long as it does."""

from datetime import timedelta

import pytest

from app.models.errors import RecordGone
from app.models.leases import VALID
from app.services import callback_leases, callbacks, campaign_field, campaign_progress, campaigns
from app.store import callbacks as callback_rows
from app.store import campaign_cases
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import drawn, frame


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    frame(office)
    return office


def test_the_end_of_the_period_closes_every_case_and_lets_outcomes_stand(desk, clock):
    campaign = drawn(desk, release=5)
    first, second, *_ = callback_rows.open_of_campaign(desk.store.rows, campaign)
    call(desk, first, "110", percent=100)
    call(desk, second, "207")
    assert not desk.ask(campaign_field.is_due)
    clock.advance(timedelta(days=42))
    assert desk.ask(campaign_field.is_due)
    assert desk.do(campaign_field.tend).value.closed == 11
    assert callback_rows.open_of_campaign(desk.store.rows, campaign) == []
    found = desk.ask(campaign_progress.progress, campaign)
    assert found.campaign.closed_at == clock.now()
    assert (found.counts.i, found.counts.nc, found.counts.uh) == (1, 1, 10)
    assert not desk.ask(campaign_field.is_due)
    assert desk.do(campaign_field.close_field, campaign).value == 0


def test_leases_are_held_anew_before_they_run_out_and_no_attempt_is_lost(desk, clock):
    campaign = drawn(desk, size=2)
    one = callback_rows.open_of_campaign(desk.store.rows, campaign)[0]
    group = callback_rows.by_id(desk.store.rows, one).contact_group
    call(desk, one, "201")
    clock.advance(VALID - timedelta(days=3))
    assert desk.ask(campaign_field.is_due)
    assert desk.do(campaign_field.tend).value.renewed == 2
    lease = desk.ask(callback_leases.holder, group)
    assert (lease.epoch, lease.attempts, lease.from_at) == (2, 5, clock.now())
    assert desk.do(campaign_field.tend).value.renewed == 0
    sign_in(desk, "wang")
    assert len(desk.ask(callbacks.queue)) == 1  # the other one was tried at noon already


def test_a_stopped_clock_of_a_desk_that_was_off_loses_nobody(desk, clock):
    campaign = drawn(desk, size=2)
    clock.advance(VALID + timedelta(days=7))
    assert desk.do(campaign_field.tend).value.renewed == 2
    sign_in(desk, "wang")
    assert len(desk.ask(callbacks.queue)) == 2
    case = campaign_cases.campaign(desk.store.rows, campaign)
    assert case.stopped_at is None


def test_an_operator_closes_nothing_and_a_campaign_that_is_gone_is_told(desk):
    sign_in(desk, "wang")
    assert not desk.ask(campaign_field.is_due)
    sign_in(desk, "li")
    with pytest.raises(RecordGone):
        desk.do(campaign_field.close_field, b"x" * 16)
    with pytest.raises(RecordGone):
        desk.do(campaign_field.release, b"x" * 16, 1)
    assert desk.ask(campaigns.campaigns) == []
