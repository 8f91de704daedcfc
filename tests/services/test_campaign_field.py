"""A field period ends by itself, and its leases last as long as it does."""

from datetime import timedelta

import pytest

from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.models.leases import VALID
from app.models.retry_rules import Hindrance
from app.models.slots import ALL_SLOTS, mask
from app.services import (
    callback_appointments,
    callback_attempts,
    callback_leases,
    callback_queue,
    callback_sheets,
    callbacks,
    campaign_field,
    campaign_progress,
    campaigns,
)
from app.services.callback_attempts import CallNotAllowed, Outcome
from app.services.callback_sheets import text_of
from app.services.campaign_field import AtStake, CampaignOver
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows
from app.store import campaign_cases
from tests.desk import NOON, sign_in
from tests.services.calling import call
from tests.services.drawing import drawn, frame, person


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


def _waits_for(desk):
    return {one.value: count for one, count in desk.ask(callbacks.why_empty).counts}


def test_nobody_of_a_stopped_campaign_is_called_until_it_goes_on(desk):
    campaign = drawn(desk)
    first = desk.ask(callbacks.next_for).sheet.callback.id
    assert desk.do(campaign_field.stop, campaign, "  The ward moves  ").value == 12
    assert desk.ask(callbacks.next_for) is None
    assert _waits_for(desk) == {"stopped": 12}
    with pytest.raises(CallNotAllowed) as refused:
        desk.do(callback_attempts.begin, first)
    assert refused.value.facts["hindrance"] == ("stopped",)
    (found,) = desk.ask(campaigns.campaigns)
    assert (found.is_stopped, found.stopped_why, found.stopped_by) == (True, "The ward moves", "Li")
    assert desk.do(campaign_field.go_on, campaign).value == 12
    assert desk.ask(callbacks.next_for).sheet.callback.id == first
    (found,) = desk.ask(campaigns.campaigns)
    assert (found.is_stopped, found.stopped_why, found.stopped_by) == (False, "", "")


def test_a_call_that_was_begun_is_ended_and_whoever_calls_back_is_asked_though_calling_is_stopped(desk):
    campaign = drawn(desk, size=2)
    first, second = callback_rows.open_of_campaign(desk.store.rows, campaign)
    begun = desk.do(callback_attempts.begin, first).value
    desk.do(campaign_field.stop, campaign, "A complaint")
    assert desk.do(callback_attempts.finish, begun.attempt, Outcome("201")).value.code == "201"
    called = desk.do(callback_attempts.begin_inbound, second).value
    assert desk.do(callback_attempts.finish, called.attempt, Outcome("110", percent=100)).value.closed


def test_what_is_at_stake_names_the_times_that_people_agreed_on(desk, clock):
    campaign = drawn(desk, size=2)
    first, _ = callback_rows.open_of_campaign(desk.store.rows, campaign)
    assert desk.ask(campaign_field.at_stake, campaign) == AtStake(2, 0, None, clock.now())
    agreed = NOON + timedelta(hours=6)
    call(desk, first, "221", start_at=agreed)
    assert desk.ask(campaign_field.at_stake, campaign) == AtStake(2, 1, agreed, NOON)
    desk.do(campaign_field.stop, campaign, "A complaint")
    clock.set(agreed)
    assert desk.ask(callbacks.next_for) is None
    clock.advance(timedelta(minutes=20))
    assert desk.ask(campaign_field.at_stake, campaign) == AtStake(2, 1, agreed, clock.now()), "it has begun"
    clock.advance(timedelta(hours=2))
    assert desk.ask(campaign_field.at_stake, campaign) == AtStake(2, 1, None, clock.now()), "it is over"
    assert desk.do(callback_appointments.sweep).value == 1  # missed by us; the person loses no attempt by it
    assert desk.ask(campaign_field.at_stake, campaign) == AtStake(2, 0, None, clock.now())
    assert desk.ask(callback_sheets.of, first).status.used == 0


def test_a_stop_needs_a_reason_and_a_campaign_in_the_field(desk):
    campaign = drawn(desk, size=2)
    with pytest.raises(FieldMissing):
        desk.do(campaign_field.stop, campaign, "  ")
    desk.do(campaign_field.stop, campaign, "A complaint")
    desk.do(campaign_field.stop, campaign, "The hospital asked for it")
    (found,) = desk.ask(campaigns.campaigns)
    assert found.stopped_why == "The hospital asked for it"
    desk.do(campaign_field.close_field, campaign)
    (found,) = desk.ask(campaigns.campaigns)
    assert not found.is_stopped
    for command, more in ((campaign_field.stop, ("Again",)), (campaign_field.go_on, ())):
        with pytest.raises(CampaignOver):
            desk.do(command, campaign, *more)
        with pytest.raises(RecordGone):
            desk.do(command, b"x" * 16, *more)
    sign_in(desk, "wang")
    for refused in (
        lambda: desk.do(campaign_field.stop, campaign, "No"),
        lambda: desk.do(campaign_field.go_on, campaign),
        lambda: desk.ask(campaign_field.at_stake, campaign),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_an_operator_closes_nothing_and_a_campaign_that_is_gone_is_told(desk):
    sign_in(desk, "wang")
    assert not desk.ask(campaign_field.is_due)
    sign_in(desk, "li")
    with pytest.raises(RecordGone):
        desk.do(campaign_field.close_field, b"x" * 16)
    with pytest.raises(RecordGone):
        desk.do(campaign_field.release, b"x" * 16, 1)
    assert desk.ask(campaigns.campaigns) == []


def test_whoever_was_not_called_in_time_after_the_discharge_is_called_no_more_and_ends_with_the_field(desk, clock):
    calls = _window_of_ten(desk)
    call(desk, calls["+8613800000002"], "201")
    clock.advance(timedelta(hours=11, minutes=50))  # the evening of the tenth day
    assert Hindrance.WINDOW_OVER not in _against(desk, calls["+8613800000001"])
    clock.advance(timedelta(hours=12, minutes=10))
    said = {number: _against(desk, one) for number, one in calls.items()}
    assert said.pop("+8613800000001") == {Hindrance.WINDOW_OVER}
    assert not any(Hindrance.WINDOW_OVER in why for why in said.values()), "begun, later, and without a day"
    with pytest.raises(CallNotAllowed) as refused:
        desk.do(callback_attempts.begin, calls["+8613800000001"])
    assert refused.value.facts["hindrance"] == ("window_over",)
    assert not desk.ask(campaign_field.is_due), "and nobody is closed for it before the field period is over"
    clock.advance(timedelta(days=45))
    desk.do(campaign_field.tend)
    assert callback_rows.by_id(desk.store.rows, calls["+8613800000001"]).closed_code == "903"


@pytest.mark.parametrize("anew", [False, True])
def test_who_may_be_called_for_the_first_time_no_more_is_not_looked_at_and_is_told(desk, clock, anew):
    calls = _window_of_ten(desk)
    assert len(desk.ask(callbacks.queue)) == 4
    clock.advance(timedelta(days=1))
    if anew:
        desk.do(callback_queue.rebuild)
    assert {one.sheet.callback.number for one in desk.ask(callbacks.queue)} == {"+8613800000003", "+8613800000004"}
    slot = mask(ALL_SLOTS)
    late = {calls["+8613800000001"], calls["+8613800000002"]}
    assert not late & {one for one, _ in queue_rows.in_turn(desk.store.rows, text_of(clock.now()), slot, slot, 99)}
    explained = desk.ask(callbacks.why_empty)
    assert (dict(explained.counts), explained.ready) == ({Hindrance.WINDOW_OVER: 2}, 2)


def test_whoever_called_back_in_time_is_called_again_after_the_days_for_a_first_call(desk, clock):
    calls = _window_of_ten(desk)
    begun = desk.do(callback_attempts.begin_inbound, calls["+8613800000001"]).value
    desk.do(callback_attempts.finish, begun.attempt, Outcome("207"))
    clock.advance(timedelta(days=1))
    assert Hindrance.WINDOW_OVER not in _against(desk, calls["+8613800000001"])


def test_the_lease_of_whom_nobody_may_begin_any_more_is_not_renewed(desk, clock):
    _window_of_ten(desk)
    clock.advance(VALID - timedelta(days=1))
    assert desk.do(campaign_field.tend).value.renewed == 2, "whoever can still be called in time, and who has no day"


def _window_of_ten(desk):
    """Draw four people who may be called first on ten days: two on the last of them; return their calls by number."""
    rows = [person(1), person(2), person(3, discharged_on="2026-02-27"), person(4, discharged_on="")]
    frame(desk, "old", rows=rows)
    campaign = drawn(desk, frame="old", size=4, window=10, release=10)
    calls = callback_rows.open_of_campaign(desk.store.rows, campaign)
    return {callback_rows.by_id(desk.store.rows, one).number: one for one in calls}


def _against(desk, callback):
    sheet = desk.ask(callback_sheets.of, callback)
    return {one.why for one in desk.ask(callback_sheets.refusals, sheet)}
