"""A sample is planned from a frame, drawn the same by anybody, and nobody is drawn who may not be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models import sampling
from app.models.campaigns import LeftOut, Strata
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.models.frames import FrameKind, FrameReason
from app.models.retry_policy import OverHardLimit
from app.models.sampling import Allocation
from app.services import (
    callback_leases,
    callbacks,
    callers,
    campaign_field,
    campaign_progress,
    campaigns,
    frames,
    questionnaires,
    wording,
)
from app.services.campaigns import CampaignNameTaken, FieldPeriodOver, NobodyToDraw
from app.services.frames import Wishes
from app.store import callbacks as callback_rows
from app.store import campaign_cases
from app.store import campaigns as stored
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import COLUMNS, drawn, frame, person, plan


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    frame(office)
    return office


def _case(desk, campaign, one):
    return campaign_cases.case(desk.store.rows, campaigns.case_id(campaign, one.row))


def test_a_sample_is_allocated_weighted_and_the_same_whoever_draws_it(desk):
    found = desk.ask(campaigns.planned, plan())
    assert [(one.name, one.size, one.drawn) for one in found.strata] == [("H1", 40, 8), ("H2", 20, 4)]
    assert {one.weight for one in found.chosen} == {5.0}
    assert found.censuses == ()
    again = desk.ask(campaigns.planned, plan(name="Other"))
    assert [one.row.encounter for one in again.chosen] == [one.row.encounter for one in found.chosen]
    more = desk.ask(campaigns.planned, plan(size=24))
    assert {one.row.encounter for one in found.chosen} < {one.row.encounter for one in more.chosen}
    other = desk.ask(campaigns.planned, plan(seed="another"))
    assert {one.row.encounter for one in other.chosen} != {one.row.encounter for one in found.chosen}


def test_a_check_reckons_the_contact_groups_once(desk, monkeypatch):
    reckoned = []
    groups = sampling.contact_groups
    monkeypatch.setattr(sampling, "contact_groups", lambda people: reckoned.append(len(people)) or groups(people))
    desk.ask(campaigns.planned, plan())
    assert reckoned == [60]


def test_drawing_writes_cases_leases_and_calls_that_may_be_made_the_same_day(desk):
    found = desk.ask(campaigns.planned, plan(questionnaire="short-phone", people=5))
    campaign = desk.do(campaigns.draw, found, release=10).value
    (facts,) = desk.ask(campaigns.campaigns)
    assert (facts.name, facts.seed, facts.drawn, facts.people) == ("Spring", "2026Q1|inpatient|v1", 12, 5)
    assert (facts.questionnaire_version, facts.ends_on, facts.released) == (2, date(2026, 4, 12), 10)
    case = _case(desk, campaign, found.chosen[0])
    assert (case.name, case.stratum) == (found.chosen[0].row.name, found.chosen[0].stratum)
    lease = desk.ask(callback_leases.holder, case.contact_group)
    assert (lease.epoch, lease.until - lease.from_at) == (1, timedelta(days=7))
    sign_in(desk, "wang")
    assert len(desk.ask(callbacks.queue)) == 12


def test_a_field_period_that_is_over_is_refused_and_one_that_ends_today_is_not(desk, clock):
    today = clock.now().date()
    last = today - timedelta(days=41)
    with pytest.raises(FieldPeriodOver) as refused:
        desk.ask(campaigns.planned, plan(begins_on=last - timedelta(days=1)))
    assert refused.value.facts["field"] == "begins_on"
    assert refused.value.facts["ends_on"] == (today - timedelta(days=1)).isoformat()
    assert len(desk.ask(campaigns.planned, plan(begins_on=last)).chosen) == 12


def test_only_the_replicates_that_are_released_are_called(desk):
    campaign = drawn(desk, size=40, release=1)
    assert len(callback_rows.open_of_campaign(desk.store.rows, campaign)) == 5  # a tenth of each stratum, rounded up
    assert desk.do(campaign_field.release, campaign, 3).value == 8
    assert desk.do(campaign_field.release, campaign, 3).value == 0


def test_who_shares_a_number_is_drawn_once_and_in_one_contact_group(desk):
    frame(desk, "family", rows=[person(n, phone="13900000001", phone2="") for n in range(4)] + [person(9)])
    found = desk.ask(campaigns.planned, plan(frame="family", size=9))
    assert (len(found.chosen), found.gave_way, found.censuses) == (2, 3, ("H1",))
    assert len({one.group for one in found.chosen}) == 2


def test_who_asked_not_to_be_called_or_is_called_already_is_left_out(desk):
    desk.do(callers.do_not_call, "138 0000 0003")
    drawn(desk, size=30)
    found = desk.ask(campaigns.planned, plan(name="Summer", size=60))
    assert found.left_out == {LeftOut.IN_CAMPAIGN: 30, LeftOut.DO_NOT_CALL: 1}
    assert len(found.chosen) == 29


@pytest.mark.parametrize(
    ("code", "days", "why"),
    [
        ("110", 179, LeftOut.COOL_OFF),
        ("110", 181, None),
        ("232", 364, LeftOut.COOL_OFF),
        ("233", 366, None),
        ("241", 3000, LeftOut.DECEASED),
        ("303", 30, None),
    ],
)
def test_who_was_asked_refused_or_died_is_left_alone_as_long_as_is_said(desk, clock, code, days, why):
    frame(desk, "one", rows=[person(1, discharged_on="2025-12-20")])
    frame(desk, "next", rows=[person(1)])
    campaign = drawn(desk, frame="one", size=1)
    (one,) = callback_rows.open_of_campaign(desk.store.rows, campaign)
    call(desk, one, code)
    clock.advance(timedelta(days=days))
    later = plan(name="Later", frame="next", begins_on=clock.now().date())
    if why is None:
        assert len(desk.ask(campaigns.planned, later).chosen) == 1
    else:
        with pytest.raises(NobodyToDraw):
            desk.ask(campaigns.planned, later)


def test_where_nobody_can_be_drawn_the_reasons_are_said_the_most_frequent_first(desk):
    frame(desk, "three", rows=[person(1, discharged_on="2025-12-01"), person(2), person(3)])
    with pytest.raises(NobodyToDraw) as told:
        desk.ask(campaigns.planned, plan(frame="three", places=("H9",), from_on=date(2026, 1, 1)))
    assert told.value.facts["left_out_by"] == ("other_place", "out_of_dates")
    said = wording.told(told.value, "en")
    assert "3 people are left out (Of another institution, Outside the dates)." in said


def test_every_allocation_gives_what_it_promises(desk):
    def sizes(**more):
        return [one.drawn for one in desk.ask(campaigns.planned, plan(**more)).strata]

    assert sizes(how=Allocation.EQUAL) == [6, 6]
    assert sizes(how=Allocation.NEYMAN, spreads={"H1": 0.2, "H2": 0.4}) == [6, 6]
    assert sizes(size=6, how=Allocation.PROPORTIONAL, minimum=3) == [4, 3]
    assert sizes(size=5, how=Allocation.FIXED, completes=True, response=0.5, ineligible=0.0) == [10, 10]
    assert sizes(size=10, how=Allocation.FIXED, completes=True) == [24, 20]
    assert sizes(strata=Strata.DEPARTMENT) == [8, 4]


def test_only_encounters_within_the_dates_are_drawn_from(desk):
    rows = [person(n, discharged_on=f"2026-02-{n + 10:02}") for n in range(10)]
    frame(desk, "february", rows=rows)
    found = desk.ask(campaigns.planned, plan(frame="february", from_on=date(2026, 2, 15), to_on=date(2026, 2, 16)))
    assert sorted(one.row.encounter for one in found.chosen) == ["E5", "E6"]
    assert found.left_out == {LeftOut.OUT_OF_DATES: 8}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": " "}, FieldMissing),
        ({"seed": ""}, FieldMissing),
        ({"size": 0}, FieldInvalid),
        ({"days": 91}, OverHardLimit),
        ({"days": 0}, OverHardLimit),
        ({"window": -1}, OverHardLimit),
        ({"start": 1.0}, FieldInvalid),
        ({"completes": True, "response": 0.0}, FieldInvalid),
        ({"how": Allocation.NEYMAN}, FieldMissing),
        ({"frame": "none"}, RecordGone),
        ({"questionnaire": "none"}, RecordGone),
        ({"policy": {"attempts": 99}}, OverHardLimit),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_its_field(desk, wrong, error):
    with pytest.raises(error):
        desk.ask(campaigns.planned, plan(**wrong))


def test_a_name_is_given_once_and_only_supervisors_draw(desk):
    found = desk.ask(campaigns.planned, plan())
    desk.do(campaigns.draw, found)
    with pytest.raises(CampaignNameTaken):
        desk.do(campaigns.draw, found)
    assert desk.ask(campaigns.named, "Spring").name == "Spring"
    with pytest.raises(RecordGone):
        desk.ask(campaigns.named, "Autumn")
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(campaigns.planned, plan(name="Mine"))


def test_only_people_of_the_institutions_that_are_named_are_drawn_from(desk):
    found = desk.ask(campaigns.planned, plan(places=("H2",)))
    assert {one.row.institution for one in found.chosen} == {"H2"}
    assert found.left_out[LeftOut.OTHER_PLACE] == 40


def test_a_campaign_asks_by_the_newest_version_that_the_center_has_published(desk):
    text = desk.ask(questionnaires.text_of, "short-phone")
    sign_in(desk, "chen")
    desk.do(questionnaires.publish, text.replace('"title": {', '"title": {"de": "Kurz", ', 1), file="short.json")
    desk.do(questionnaires.publish, text.replace('"short-phone"', '"our-own"', 1), file="own.json")
    sign_in(desk, "li")
    first, second = drawn(desk, questionnaire="short-phone"), drawn(desk, name="Own", questionnaire="our-own", size=3)
    told = [desk.ask(campaigns.named, name) for name in ("Spring", "Own")]
    assert [(one.id, one.questionnaire_version) for one in told] == [(first, 101), (second, 1)]


def test_who_asked_never_to_be_called_is_known_again_with_another_number(desk, clock):
    campaign = drawn(desk, size=2)
    one = callback_rows.open_of_campaign(desk.store.rows, campaign)[0]
    place = int(callback_rows.by_id(desk.store.rows, one).number[-8:])
    moved = [person(place, phone="13900000001"), person(70), person(71)]
    frame(desk, "Before", rows=moved)
    call(desk, one, "234")
    wishes = Wishes("After", FrameKind.INPATIENT, "frame.csv", COLUMNS, any_institution=True)
    refused = desk.ask(frames.read_frame, moved, wishes).refusals
    assert [(found.line, found.reason) for found in refused] == [(place + 2, FrameReason.DO_NOT_CALL)]
    clock.advance(timedelta(days=400))  # longer than anybody is left in peace after a refusal
    found = desk.ask(campaigns.planned, plan(name="Next", frame="Before", size=9, begins_on=date(2027, 5, 3)))
    assert found.left_out == {LeftOut.DO_NOT_CALL: 1}
    known = {str(row[0]) for row in desk.store.rows.all("SELECT person_key FROM dnc /* whole: a test */") if row[0]}
    assert len(known) == 1  # of the list, kept as a hash of its own


def test_institutions_stand_as_people_count_and_the_draw_is_the_same(desk):
    places = ("第10医院", "第2医院", "第1医院")
    frame(desk, "Names", rows=[person(place, places[place % 3]) for place in range(60, 120)])
    found = desk.ask(campaigns.planned, plan(frame="Names"))
    assert [one.name for one in found.strata] == ["第1医院", "第2医院", "第10医院"]
    campaign = desk.do(campaigns.draw, found, release=10).value
    told = desk.ask(campaign_progress.progress, campaign)
    assert [one.name for one in told.strata] == ["第1医院", "第2医院", "第10医院"]


def _again(day):
    """The people of the first frame, discharged once more."""
    return [person(place, "H1" if place < 40 else "H2", discharged_on=day) for place in range(60)]


@pytest.mark.parametrize("start", [0.0, 0.6])
def test_a_quarter_that_is_drawn_behind_another_asks_others_and_wraps_around(desk, clock, start):
    first = drawn(desk, size=30, start=start)  # half of each stratum
    desk.do(campaign_field.close_field, first)
    clock.advance(timedelta(days=35))
    frame(desk, "2026Q2", rows=_again("2026-04-01"))
    later = plan(
        name="Summer", frame="2026Q2", size=30, after="Spring", window=90, begins_on=clock.now().date(), seed="another"
    )
    found = desk.ask(campaigns.planned, later)
    assert found.plan.seed == "2026Q1|inpatient|v1"
    assert [(one.size, one.drawn) for one in found.strata] == [(40, 20), (20, 10)]
    former = {one.id for one in stored.cases(desk.store.rows, first)}
    assert not {campaigns.case_id(first, one.row) for one in found.chosen} & former
    second = desk.do(campaigns.draw, found).value
    (facts, _) = desk.ask(campaigns.campaigns)
    assert (set(facts.starts), facts.start) == ({"H1", "H2"}, 0.0)
    desk.do(campaign_field.close_field, second)
    clock.advance(timedelta(days=91))
    frame(desk, "2026Q3", rows=_again("2026-07-01"))
    third = desk.ask(
        campaigns.planned,
        replace(later, name="Fall", frame="2026Q3", after="Summer", window=0, begins_on=clock.now().date()),
    )
    assert {campaigns.case_id(first, one.row) for one in third.chosen} == former


def test_a_draw_behind_a_campaign_without_such_strata_is_refused(desk):
    drawn(desk, size=6, places=("H1",))
    with pytest.raises(FieldInvalid) as refused:
        desk.ask(campaigns.planned, plan(name="B", after="Spring", places=("H2",)))
    assert refused.value.facts["field"] == "after"
    with pytest.raises(RecordGone):
        desk.ask(campaigns.planned, plan(name="B", after="Winter"))


@pytest.mark.parametrize(("window", "left_out"), [(10, {}), (9, {LeftOut.WINDOW_OVER: 2}), (0, {})])
def test_who_was_discharged_too_long_ago_for_a_first_call_is_left_out(desk, window, left_out):
    frame(desk, "old", rows=[person(1), person(2), person(3, discharged_on="2026-02-27"), person(4, discharged_on="")])
    found = desk.ask(campaigns.planned, plan(frame="old", size=4, window=window))
    assert found.left_out == left_out
    with pytest.raises(OverHardLimit) as refused:
        desk.ask(campaigns.planned, plan(frame="old", window=91))
    assert refused.value.facts == {"field": "window", "value": 91, "least": 0, "most": 90}


@pytest.mark.parametrize(("window", "fits"), [(3, False), (4, True), (0, True)])
def test_rules_of_calling_that_leave_no_day_for_a_first_call_are_refused(desk, window, fits):
    wanted = plan(begins_on=date(2026, 2, 22), window=window, policy={"field_from_days": 3})
    frame(desk, "new", rows=[person(1, discharged_on="2026-02-28")])
    wanted = replace(wanted, frame="new", size=1)
    if fits:
        assert len(desk.ask(campaigns.planned, wanted).chosen) == 1
        return
    with pytest.raises(FieldInvalid) as refused:
        desk.ask(campaigns.planned, wanted)
    assert refused.value.facts == {"field": "window", "value": "3"}
