"""What a check of a plan found is given out again, and never once anything of it has changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.campaigns import LeftOut, Strata
from app.services import callers, campaigns, frame_contents
from app.services.campaign_pools import KeptEligible
from app.store import callbacks as callback_rows
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import drawn, frame, person, plan


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    frame(office)
    return office


@pytest.fixture
def read(monkeypatch):
    """How often the rows of a frame were read."""
    times = []
    rows = frame_contents.rows_in
    monkeypatch.setattr(frame_contents, "rows_in", lambda view, one: times.append(one) or rows(view, one))
    return times


def _both(desk, kept, one):
    """A plan checked with what was kept, and anew."""
    return desk.ask(campaigns.planned, one, kept=kept), desk.ask(campaigns.planned, one)


@pytest.mark.parametrize("more", [{"size": 40}, {"minimum": 9}, {"start": 0.4}, {"days": 30}, {"people": 2}])
def test_a_number_that_changes_reads_no_frame_again_and_draws_the_same(desk, read, more):
    kept = KeptEligible()
    desk.ask(campaigns.planned, plan(), kept=kept)
    assert len(read) == 1
    with_kept = desk.ask(campaigns.planned, plan(**more), kept=kept)
    assert len(read) == 1
    assert with_kept == desk.ask(campaigns.planned, plan(**more))
    assert desk.ask(campaigns.planned, plan(), kept=kept) == desk.ask(campaigns.planned, plan())


@pytest.mark.parametrize(
    "more",
    [
        {"seed": "another"},
        {"places": ("H2",)},
        {"from_on": date(2026, 2, 1)},
        {"to_on": date(2026, 2, 28)},
        {"strata": Strata.DEPARTMENT},
        {"frame": "other"},
    ],
)
def test_whom_a_plan_is_about_and_its_seed_are_looked_at_anew(desk, read, more):
    frame(desk, "other", rows=[person(place) for place in range(100, 120)])
    kept = KeptEligible()
    desk.ask(campaigns.planned, plan(), kept=kept)
    with_kept, anew = _both(desk, kept, plan(**more))
    assert len(read) == 3
    assert with_kept == anew


def test_who_asked_not_to_be_called_is_left_out_at_the_next_check(desk):
    kept = KeptEligible()
    desk.ask(campaigns.planned, plan(), kept=kept)
    desk.do(callers.do_not_call, "138 0000 0003")
    with_kept, anew = _both(desk, kept, plan())
    assert with_kept.left_out == {LeftOut.DO_NOT_CALL: 1}
    assert with_kept == anew


def test_who_was_drawn_meanwhile_and_who_may_be_asked_again_since_are_seen(desk, clock):
    kept = KeptEligible()
    later = plan(name="Later", size=9)
    desk.ask(campaigns.planned, later, kept=kept)
    campaign = drawn(desk, size=30)
    with_kept, anew = _both(desk, kept, later)
    assert with_kept.left_out == {LeftOut.IN_CAMPAIGN: 30}
    assert with_kept == anew
    call(desk, callback_rows.open_of_campaign(desk.store.rows, campaign)[0], "110")
    with_kept, anew = _both(desk, kept, later)
    assert with_kept.left_out == {LeftOut.IN_CAMPAIGN: 29, LeftOut.COOL_OFF: 1}
    assert with_kept == anew
    clock.advance(timedelta(days=181))
    with_kept, anew = _both(desk, kept, replace(later, begins_on=clock.now().date()))
    assert LeftOut.COOL_OFF not in with_kept.left_out
    assert with_kept == anew
