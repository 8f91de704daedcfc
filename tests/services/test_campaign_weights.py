"""Answers are weighed for who did not answer, and raked to the age and sex of everybody on the list."""

from dataclasses import replace

import pytest

from app.models.frames import FrameKind
from app.services import campaign_results, campaign_weights, frames
from app.services.frame_contents import FrameElsewhere
from app.services.frames import Wishes
from app.store import callbacks as callback_rows
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import COLUMNS, drawn, person
from tests.services.old_frames import lost
from tests.services.test_campaign_results import answered

#: On the list half are old; three of four answers come from the old, who are all very satisfied.
TOLD = (("80", 30, "very_satisfied"), ("30", 10, "neutral"))


@pytest.fixture
def campaign(office):
    sign_in(office, "li")
    rows = [person(place, age="80" if place % 2 else "30", sex="女") for place in range(60)]
    wishes = Wishes("2026Q1", FrameKind.INPATIENT, "frame.csv", {**COLUMNS, "age": "age", "sex": "sex"}, True)
    office.do(frames.keep, office.ask(frames.read_frame, rows, wishes))
    made = drawn(office, questionnaire="short-phone", size=60)
    with office.store.write("wang") as tx:
        for age, answers, code in TOLD:
            told = {
                "questionnaire": "short-phone", "version": 1, "mode": "telephone", "institution": "H1",
                "stratum": "H1", "day": "2026-02-20", "campaign": made.hex(), "at": "2026-03-02T04:00:00+00:00",
                "by": office.by.id.hex(), "fields": {"age": age, "sex": "f"},
            }  # fmt: skip
            ended = {"completeness": "complete", "share": 1.0, "codes": {"overall": code}}
            for _ in range(answers):
                one = tx.add("interview", told)
                tx.add("interview_end", {"interview": one.hex(), **ended, "at": told["at"], "by": told["by"]})
    return made


def test_who_answers_less_often_than_they_stand_on_the_list_counts_for_more(office, campaign):
    found = office.ask(campaign_results.results, campaign)
    (one,), effect = office.ask(campaign_weights.raked_shares, found)
    assert (one.item, one.answers) == ("overall", 40)
    assert one.top == pytest.approx(0.5)  # unweighted: three of four
    assert effect == pytest.approx(40 * (30 * 1 + 10 * 9) / 60**2)


def test_beside_institutions_that_are_not_shown_there_is_no_raked_share(office, campaign):
    for place, answers in (("H2", 14), ("H3", 15)):
        answered(office, campaign, place, 5, answers)
    found = office.ask(campaign_results.results, campaign)
    assert [one.answers for one in found.top] == [69]
    shares, _ = office.ask(campaign_weights.raked_shares, found)
    assert shares == ()


def test_the_weights_of_a_campaign_add_up_to_its_people(office, campaign):
    found = office.ask(campaign_results.results, campaign)
    told = office.ask(_weighed, found)
    assert sum(told.answered) == pytest.approx(60)
    assert sum(told.raked) == pytest.approx(60)
    assert sorted(set(told.by_interview().values())) == [(1.5, pytest.approx(1.0)), (1.5, pytest.approx(3.0))]


def test_who_does_not_belong_to_the_campaign_stands_for_others_who_do_not(office, campaign):
    for one in callback_rows.open_of_campaign(office.store.rows, campaign)[:15]:
        call(office, one, "401")
    found = office.ask(campaign_results.results, campaign)
    told = office.ask(_weighed, found)
    assert sum(told.answered) == pytest.approx(45)
    assert sum(told.raked) == pytest.approx(45)
    assert found.sizes == {"H1": 45}


def _weighed(view, found):
    from app.services import interviews

    best = interviews.best(view, found.campaign.id, found.period, questionnaire="short-phone", mode=found.mode)
    return campaign_weights.weighed(view, found.campaign, best)


def test_a_station_without_the_list_weighs_by_what_the_campaign_says(office, campaign):
    before = office.ask(campaign_weights.raked_shares, office.ask(campaign_results.results, campaign))
    lost(office, office.ask(frames.frames)[0].id)
    assert office.ask(campaign_weights.raked_shares, office.ask(campaign_results.results, campaign)) == before


def test_a_campaign_of_an_older_program_asks_the_list_and_says_where_that_is_elsewhere(office, campaign):
    before = office.ask(campaign_weights.raked_shares, office.ask(campaign_results.results, campaign))
    found = office.ask(campaign_results.results, campaign)
    found = replace(found, campaign=replace(found.campaign, kinds={}))
    assert office.ask(campaign_weights.raked_shares, found) == before
    lost(office, office.ask(frames.frames)[0].id)
    with pytest.raises(FrameElsewhere):
        office.ask(campaign_weights.raked_shares, found)
