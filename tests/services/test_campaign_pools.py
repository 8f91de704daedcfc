"""What a check of a plan found is given out again, and never once anything of it has changed."""

import hmac
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.models.campaigns import LeftOut, Strata
from app.models.frames import FrameKind, FrameReason
from app.services import callback_sources, callers, campaign_field, campaign_topups, campaigns, frame_contents, frames
from app.services.campaign_pools import KeptEligible
from app.services.frames import Wishes
from app.store import callbacks as callback_rows
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import COLUMNS, drawn, frame, person, plan


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


def _ended(desk, code, rows, **more):
    """Everybody of a campaign over rows is called once, with one outcome."""
    frame(desk, "first", rows=rows)
    campaign = drawn(desk, name="First", frame="first", size=len(rows), **more)
    for one in callback_rows.open_of_campaign(desk.store.rows, campaign):
        call(desk, one, code)
    return campaign


@pytest.mark.parametrize(("minute", "left_out"), [(-1, 1), (0, 0)])
def test_an_encounter_without_a_day_is_of_the_quarter_in_which_it_is_drawn(desk, clock, minute, left_out):
    _ended(desk, "303", [person(1, discharged_on="")])
    frame(desk, "next", rows=[person(place, discharged_on="") for place in range(1, 4)])
    april = datetime(2026, 3, 31, 16, tzinfo=UTC)  # midnight in Shanghai
    clock.advance(april + timedelta(minutes=minute) - clock.now())
    found = desk.ask(campaigns.planned, plan(frame="next", size=60, begins_on=date(2026, 4, 1)))
    assert found.left_out.get(LeftOut.SAME_QUARTER, 0) == left_out
    assert len(found.chosen) == 3 - left_out


@pytest.mark.parametrize(("day", "left_out"), [("2026-01-08", 1), ("2026-03-31", 1), ("2026-04-01", 0)])
@pytest.mark.parametrize("window", [0, 90])
def test_of_one_quarter_of_discharge_nobody_is_drawn_twice_whenever_that_is(desk, clock, day, left_out, window):
    _ended(desk, "303", [person(1)])
    clock.advance(timedelta(days=35))  # another quarter has begun
    frame(desk, "next", rows=[person(place, discharged_on=day) for place in range(1, 4)])
    begins = clock.now().date()
    found = desk.ask(campaigns.planned, plan(frame="next", size=9, begins_on=begins, window=window))
    assert found.left_out.get(LeftOut.SAME_QUARTER, 0) == left_out
    assert len(found.chosen) == 3 - left_out


def test_a_number_is_carried_on_by_stays_of_other_quarters_to_those_of_the_same(desk, clock):
    _ended(desk, "303", [person(1)])
    clock.advance(timedelta(days=35))
    linked = [
        person(1, discharged_on="2026-04-01"),
        person(2, discharged_on="2026-04-02", id_number="ID1", phone="13800000003"),
        person(3), person(4),
    ]  # fmt: skip
    frame(desk, "next", rows=linked)
    found = desk.ask(campaigns.planned, plan(frame="next", size=9, begins_on=clock.now().date()))
    assert found.left_out == {LeftOut.SAME_QUARTER: 1}  # E3, through the number of a stay in April


@pytest.mark.parametrize(
    ("code", "days", "why"),
    [
        ("303", 0, LeftOut.SAME_QUARTER),
        ("110", 179, LeftOut.COOL_OFF),
        ("232", 364, LeftOut.COOL_OFF),
        ("110", 181, None),
    ],
)
def test_whoever_shares_a_number_through_any_number_of_steps_is_left_alone_too(desk, clock, code, days, why):
    family = [
        person(50, phone="13800000051"), person(51, phone="13800000051", id_number="ID52"),
        person(52, phone="13800000001"), person(53),
    ]  # fmt: skip
    frame(desk, "family", rows=family)
    _ended(desk, code, [person(1, discharged_on="2026-02-20" if why else "2025-12-20")])
    clock.advance(timedelta(days=days))
    found = desk.ask(campaigns.planned, plan(frame="family", size=4, begins_on=clock.now().date()))
    assert found.left_out == ({why: 3} if why else {})
    assert (len(found.chosen), found.gave_way) == ((1, 0) if why else (2, 2))


def test_a_list_that_is_read_refuses_whoever_shares_a_number_with_somebody_asked_lately(desk):
    _ended(desk, "110", [person(1)])
    wishes = Wishes("next", FrameKind.INPATIENT, "frame.csv", COLUMNS, any_institution=True)
    read = desk.ask(frames.read_frame, [person(52, phone="13800000001"), person(53)], wishes)
    assert [(one.line, one.reason) for one in read.refusals] == [(54, FrameReason.COOL_OFF)]


def test_a_refusal_counts_by_what_it_is_also_where_the_limit_ended_the_case(desk, clock):
    rules = {"attempts": 1, "slots": 0, "at_home_by": 0, "span_days": 0}
    _ended(desk, "206", [person(1)], policy=rules)
    clock.advance(timedelta(days=200))
    found = desk.ask(campaigns.planned, plan(size=60, begins_on=clock.now().date()))
    assert found.left_out == {LeftOut.COOL_OFF: 1}


@pytest.mark.parametrize(("code", "rule"), [("110", "cool_completed_days"), ("232", "cool_refused_days")])
def test_a_plan_says_for_how_long_nobody_is_asked_again(desk, clock, code, rule):
    frame(desk, "other", rows=[person(place, discharged_on="2026-02-28") for place in range(20)])
    frame(desk, "before", rows=[person(place, discharged_on="2025-12-28") for place in range(20)])
    campaign = drawn(desk, frame="before", size=20)
    call(desk, callback_rows.open_of_campaign(desk.store.rows, campaign)[0], code)
    clock.advance(timedelta(days=33))
    later = plan(name="Later", frame="other", begins_on=clock.now().date(), size=1)
    desk.do(campaign_field.close_field, campaign)
    assert desk.ask(campaigns.planned, later).left_out[LeftOut.COOL_OFF] == 1
    sooner = replace(later, policy={rule: 30})
    assert LeftOut.COOL_OFF not in desk.ask(campaigns.planned, sooner).left_out


def test_a_plan_says_how_long_after_the_discharge_the_first_call_may_be(desk):
    begins = "SELECT min(begins_at) FROM campaign_case WHERE campaign = ?"
    usual, later = drawn(desk), drawn(desk, name="Later", seed="x", size=3, policy={"field_from_days": 30})
    found = [desk.store.rows.one(begins, one)[0][:10] for one in (usual, later)]
    assert found == ["2026-03-01", "2026-03-21"]  # the day in UTC at which the day here begins


@pytest.mark.parametrize(
    ("ended", "why"),
    [({"code": "241"}, LeftOut.DECEASED), ({"code": "110"}, LeftOut.COOL_OFF), ({}, LeftOut.IN_CAMPAIGN)],
)
def test_whoever_was_drawn_under_the_birthday_as_it_is_written_is_known_again(desk, ended, why):
    columns = {**COLUMNS, "born_on": "born_on", "sex": "sex"}
    rows = [person(place, born_on="1960/5/1", sex="男", id_number="") for place in range(1, 4)]
    wishes = Wishes("next", FrameKind.INPATIENT, "frame.csv", columns, any_institution=True)
    desk.do(frames.keep, desk.ask(frames.read_frame, rows, wishes))
    text = "\x1f".join(("who", "P1", "1960/5/1", "m", "+8613800000001"))
    former = hmac.digest(desk.outside["center_secret"], text.encode(), "sha256").hex()[:32]
    before = desk.do(callback_sources.open_campaign, "Before", {}).value
    case = {"campaign": before.hex(), "person_key": former, "numbers": ["+8613900000099"], "contact_group": "g"}
    with desk.store.write("li") as tx:
        row = tx.add("campaign_case", {**case, "stratum": "H1", "about": {}})
        if ended:
            tx.put("campaign_case", row, {**ended, "closed_at": desk.clock.now().isoformat()})
    assert desk.ask(campaigns.planned, plan(frame="next", size=9)).left_out == {why: 1}


def test_a_stay_that_is_not_drawn_from_carries_a_number_on_at_the_draw_as_at_the_top_up(desk):
    linked = [
        person(60, id_number="ID1", phone="13800000061", discharged_on="2025-01-01"), person(61),
        person(62, phone="13800000061"), person(63), person(64),
    ]  # fmt: skip
    frame(desk, "linked", rows=linked)
    _ended(desk, "110", [person(1)])
    asked = plan(frame="linked", size=1, from_on=date(2026, 1, 1))
    found = desk.ask(campaigns.planned, asked)
    assert found.left_out == {LeftOut.OUT_OF_DATES: 1, LeftOut.COOL_OFF: 2}
    campaign = desk.do(campaigns.draw, found).value
    more = desk.ask(campaign_topups.planned, campaign, 9, from_on=asked.from_on)
    assert {one.row.encounter for one in (*found.chosen, *more.found.chosen)} == {"E63", "E64"}
