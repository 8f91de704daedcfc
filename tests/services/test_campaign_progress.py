"""Progress counts each case once, by what its attempts made of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.slots import Slot
from app.services import callback_referrals, campaign_field, campaign_progress
from app.services.campaign_progress import ArmProgress
from app.store import callbacks as callback_rows
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import drawn, frame


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    frame(office)
    return office


def test_strata_rates_and_contacts_by_slot_add_up(desk):
    campaign = drawn(desk)
    assert desk.ask(campaign_progress.progress, campaign).evenness is None  # nobody has answered yet
    calls = callback_rows.open_of_campaign(desk.store.rows, campaign)
    for one, code in zip(calls, ("110", "120", "232", "201", "303"), strict=False):
        call(desk, one, code, percent=100 if code == "110" else 60)
    found = desk.ask(campaign_progress.progress, campaign)
    assert sum(one.completed for one in found.strata) == 1
    assert sum(one.partial for one in found.strata) == 1
    assert sum(one.closed for one in found.strata) == 4
    assert sum(one.dials for one in found.strata) == 5
    counts = found.counts
    assert (counts.i, counts.p, counts.r, counts.uo, counts.uh) == (1, 1, 1, 1, 8)
    assert found.rates["RR1"].share == pytest.approx(1 / 12)
    assert found.weighted["RR1"].denominator == pytest.approx(60)
    assert found.hcahps.denominator == 12
    assert found.hcahps_weighted.share == pytest.approx(found.hcahps.share)  # in proportion: each weighs five
    assert found.hcahps_weighted.denominator == pytest.approx(60)
    assert found.evenness.r == pytest.approx(1 - 2 * found.evenness.spread)
    (cell,) = found.slots
    assert (cell.weekday, cell.slot, cell.dials, cell.contacts) == (0, Slot.NOON, 5, 3)


def test_the_protocol_is_measured_on_cases_that_no_outcome_ended(desk, clock):
    campaign = drawn(desk, size=2)
    first, second = callback_rows.open_of_campaign(desk.store.rows, campaign)
    days = [(2, 4), (3, 10, 30), (4, 4), (7, 3), (11, 10, 30)]  # noon, evening, noon, day off, evening
    for day, hour, *minute in days:
        clock.set(datetime(2026, 3, day, hour, *minute, tzinfo=UTC))
        desk.do(campaign_field.tend)
        call(desk, first, "201")
    clock.advance(timedelta(days=40))
    desk.do(campaign_field.tend)
    found = desk.ask(campaign_progress.progress, campaign)
    assert (found.kept.cases, found.kept.whole, found.kept.slots) == (2, 1, 1)
    assert second != first


def test_only_who_runs_campaigns_sees_them(desk):
    campaign = drawn(desk)
    with pytest.raises(RecordGone):
        desk.ask(campaign_progress.progress, b"x" * 16)
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(campaign_progress.progress, campaign)


def test_an_institution_and_a_quarter_are_counted_by_themselves(desk):
    campaign = drawn(desk)
    calls = callback_rows.open_of_campaign(desk.store.rows, campaign)
    call(desk, calls[0], "110", percent=100)
    one = desk.ask(campaign_progress.progress, campaign, place="H2")
    assert [(row.name, row.drawn) for row in one.strata] == [("H2", 4)]
    assert one.hcahps.denominator == 4
    other = desk.ask(campaign_progress.progress, campaign, place="H1")
    assert one.counts.i + other.counts.i == 1
    first = desk.ask(campaign_progress.progress, campaign, period=("2026-01-01", "2026-03-31"))
    later = desk.ask(campaign_progress.progress, campaign, period=("2026-04-01", "2026-06-30"))
    assert (first.hcahps.denominator, later.hcahps.denominator) == (12, 0)


def test_appointments_are_kept_where_we_called_at_the_agreed_time(desk, clock):
    campaign = drawn(desk)
    calls = callback_rows.open_of_campaign(desk.store.rows, campaign)[:4]
    at = clock.now() + timedelta(hours=7)  # in the evening, three hours after the last dial
    for one in calls:
        call(desk, one, "221", start_at=at)
    assert desk.ask(campaign_progress.progress, campaign).punctuality.share is None
    clock.set(at + timedelta(minutes=10))
    call(desk, calls[0], "201")  # nobody there, but we kept our word
    clock.set(at + timedelta(minutes=25))
    call(desk, calls[1], "110", percent=100)  # reached, but too late
    found = desk.ask(campaign_progress.progress, campaign)
    assert (found.punctuality.due, found.punctuality.on_time) == (4, 1)
    clock.advance(timedelta(days=60))
    desk.do(campaign_field.tend)  # that the period is over and the appointments are withdrawn makes none of them kept
    found = desk.ask(campaign_progress.progress, campaign)
    assert (found.punctuality.due, found.punctuality.share) == (4, 0.25)


def test_a_time_at_which_a_supervisor_lets_somebody_call_was_agreed_with_nobody(desk, clock):
    campaign = drawn(desk)
    one, *_ = callback_rows.open_of_campaign(desk.store.rows, campaign)
    call(desk, one, "246")
    desk.do(callback_referrals.hand_over, one, "wang", clock.now() + timedelta(hours=1))
    clock.advance(timedelta(hours=5))
    assert desk.ask(campaign_progress.progress, campaign).punctuality.due == 0


def test_an_appointment_that_was_not_withdrawn_is_due_beside_one_that_another_station_made(desk, clock):
    campaign = drawn(desk)
    one, *_ = callback_rows.open_of_campaign(desk.store.rows, campaign)
    call(desk, one, "221", start_at=clock.now() + timedelta(hours=5))
    with desk.store.write("li") as tx:
        start = clock.now() + timedelta(hours=7)
        made = {"callback": one.hex(), "kind": "hard", "state": "open", "made_at": clock.now() + timedelta(hours=1)}
        times = {"start_at": start, "end_at": start + timedelta(hours=1)}
        tx.add(
            "appointment",
            {name: at if isinstance(at, str) else at.isoformat() for name, at in {**made, **times}.items()},
        )
    clock.advance(timedelta(hours=9))
    assert desk.ask(campaign_progress.progress, campaign).punctuality.due == 2


def test_a_call_that_a_supervisor_ended_counts_as_it_stood_and_a_refusal_before_it_stays_one(desk, clock):
    campaign = drawn(desk, policy={"conversions": 1})
    first, second, third, last = callback_rows.open_of_campaign(desk.store.rows, campaign)[:4]
    call(desk, last, "243")  # nobody knows the language: that ends it, whoever says so
    call(desk, first, "231")
    call(desk, second, "207")
    call(desk, third, "246")
    desk.do(callback_referrals.end, third)
    clock.advance(timedelta(days=8, hours=7))
    desk.do(campaign_field.tend)
    sign_in(desk, "wang")
    call(desk, first, "205")
    call(desk, second, "205")
    sign_in(desk, "li")
    desk.do(callback_referrals.end, first)
    desk.do(callback_referrals.end, second)
    found = desk.ask(campaign_progress.progress, campaign)
    assert found.endings == {"205": 2, "243": 1, "246": 1}
    assert found.referred == {"205": 2, "246": 1}
    assert (found.counts.r, found.counts.nc, found.counts.o, found.counts.uo) == (1, 1, 2, 0)
    assert found.kept.cases == 0


def test_both_ways_of_choosing_are_compared_once_each_has_dials_enough(desk):
    found = desk.ask(campaign_progress.progress, drawn(desk))
    assert found.gap is None

    def arms(learned, control):
        return replace(found, arms=(ArmProgress("control", *control, 0), ArmProgress("learned", *learned, 0)))

    assert arms((100, 40), (24, 8)).gap is None
    gap = arms((70, 56), (80, 48)).gap
    assert (round(gap.estimate, 4), round(gap.low, 4), round(gap.high, 4)) == (0.2, 0.0524, 0.3339)
