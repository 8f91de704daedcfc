"""Results are of one mode, suppressed below 25, weighted by strata, and compared with care."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.errors import RecordGone
from app.models.intervals import Reliance
from app.models.interview_records import SurveyMode
from app.services import campaign_results
from app.services.campaign_results import CampaignWithoutQuestions, SameAnswers, quarter, stretch
from tests.desk import sign_in
from tests.services.drawing import drawn, frame


def answered(office, campaign, institution, hits, answers, *, day="2026-02-20", mode="telephone"):
    """Write interviews that are over: so many very satisfied on the whole, the others satisfied."""
    with office.store.write("wang") as tx:
        for place in range(answers):
            code = "very_satisfied" if place < hits else "neutral"
            told = {
                "questionnaire": "short-phone", "version": 1, "mode": mode, "institution": institution,
                "stratum": institution, "day": day, "campaign": campaign.hex(), "at": "2026-03-02T04:00:00+00:00",
                "by": office.by.id.hex(),
            }  # fmt: skip
            one = tx.add("interview", told)
            ended = {"completeness": "complete", "share": 1.0, "codes": {"overall": code}}
            tx.add("interview_end", {"interview": one.hex(), **ended, "at": told["at"], "by": told["by"]})


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    frame(office)
    return office


def _figure(found, place):
    (measure,) = [one for one in found.institutions[place] if one.measure == "overall_satisfaction"]
    return measure.items[0]


def test_each_institution_has_its_figures_and_few_answers_are_suppressed(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 30, 36)
    answered(desk, campaign, "H2", 9, 10)
    answered(desk, campaign, "H2", 1, 30, mode="paper")
    answered(desk, campaign, "H3", 9, 25)
    found = desk.ask(campaign_results.results, campaign)
    assert found.answers == {"H1": 36, "H2": 10, "H3": 25}
    figure = _figure(found, "H1")
    assert figure.boxes.top_share == pytest.approx(30 / 36)
    assert figure.interval.high - figure.interval.low < 0.1  # of forty persons thirty-six answered
    assert (_figure(found, "H2").interval, _figure(found, "H2").reliance) == (None, Reliance.SUPPRESSED)
    assert (_figure(found, "H3").interval, _figure(found, "H3").reliance) == (None, Reliance.WITHHELD)
    (whole,) = [one for one in found.top if one.item == "overall"]
    assert (whole.answers, whole.raw) == (71, pytest.approx(48 / 71))
    # H2 and H3 are one stratum of 35 people: by itself, each would follow from the weighted and the unweighted share.
    assert whole.weighted.estimate == pytest.approx((40 * 30 / 36 + 18) / 75)
    assert found.unseen["overall"] == {"H2", "H3"}
    assert found.why_no_total("overall") is None
    paper = desk.ask(campaign_results.results, campaign, mode=SurveyMode.PAPER)
    assert paper.answers == {"H2": 30}


def test_quarters_are_those_of_the_encounters(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 20, 30)
    answered(desk, campaign, "H1", 30, 30, day="2026-04-02")
    assert desk.ask(campaign_results.quarters, campaign) == ["2026Q1"]
    first = desk.ask(campaign_results.results, campaign, period=quarter("2026Q1"))
    second = desk.ask(campaign_results.results, campaign, period=quarter("2026Q2"))
    (change,) = campaign_results.compared(first, second, "overall")
    assert (change.before, change.after) == ((20, 30), (30, 30))
    assert change.change.gap.estimate == pytest.approx(1 / 3)
    assert change.change.p == change.holm
    assert change.others is None
    with pytest.raises(RecordGone):
        campaign_results.compared(first, second, "opinion")
    with pytest.raises(SameAnswers):
        campaign_results.compared(first, desk.ask(campaign_results.results, campaign), "overall")


def test_a_rise_of_the_lowest_is_told_with_its_caution_and_held_against_the_others(desk):
    rows = [("H1", 15, 27), ("H2", 25, 27), ("H3", 6, 27), ("H4", 26, 30), ("H5", 3, 10), ("H6", 20, 24)]
    campaign, later = (drawn(desk, questionnaire="short-phone", size=6, name=name, seed=name) for name in "ab")
    for name, first, second in rows:
        answered(desk, campaign, name, 0, 0 if name == "H5" else 1, day="2025-12-20")
        answered(desk, campaign, name, first, {"H5": 5, "H6": 24}.get(name, 29))
        answered(desk, later, name, second, 30)
    before, after = (desk.ask(campaign_results.results, one) for one in (campaign, later))
    found = {one.institution: one for one in campaign_results.compared(before, after, "overall")}
    assert [name for name, one in found.items() if one.may_regress] == ["H3"]
    assert (found["H5"].change, found["H5"].before) == (None, (None, 5))
    assert (found["H6"].change, found["H6"].before) == (None, (None, 25))  # H5 could be told from it and the whole
    assert found["H3"].holm >= found["H3"].change.p
    assert found["H3"].others.estimate == pytest.approx(21 / 30 - (12 + 2 + 4) / 90)
    assert found["H1"].detectable > 0.2


def test_fewer_than_two_quarters_before_judge_no_one_who_was_low_and_compare_with_nobody_else(desk):
    campaign, later = (drawn(desk, questionnaire="short-phone", size=6, name=name, seed=name) for name in "ab")
    for name, hits in (("H1", 15), ("H2", 25), ("H3", 6), ("H4", 26)):
        answered(desk, campaign, name, hits, 30)
        answered(desk, later, name, 28, 30)
    answered(desk, campaign, "H1", 15, 30, day="2025-11-20")
    before, after = (desk.ask(campaign_results.results, one) for one in (campaign, later))
    found = {one.institution: one for one in campaign_results.compared(before, after, "overall")}
    assert {name: one.quarters for name, one in found.items()} == {"H1": 2, "H2": 1, "H3": 1, "H4": 1}
    assert [name for name, one in found.items() if not one.is_judged] == ["H3"]
    assert (found["H3"].holm, found["H3"].change.gap.estimate) == (None, pytest.approx(22 / 30))
    assert {name for name, one in found.items() if one.others is None} == {"H2", "H3", "H4"}
    assert found["H2"].holm is not None


def test_several_quarters_are_one_period():
    assert stretch("2025Q3-2026Q1") == ("2025-07-01", "2026-03-31")
    assert stretch("2026Q1") == quarter("2026Q1")
    for wrong in ("2026Q1-2025Q3", "2026Q1-2026Q5"):
        with pytest.raises(ValueError, match="2026Q"):
            stretch(wrong)


def test_a_quarter_with_few_answers_cannot_be_told_from_the_others_and_the_whole(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    for day, answers in (("2026-01-02", 30), ("2026-04-02", 40), ("2026-07-02", 20)):
        answered(desk, campaign, "H1", 20, answers, day=day)
    found = [desk.ask(campaign_results.results, campaign, period=quarter(f"2026Q{one}")) for one in (1, 2, 3)]
    shown = [_figure(one, "H1").interval is not None for one in (*found, desk.ask(campaign_results.results, campaign))]
    assert shown == [False, True, False, True]
    (change,) = campaign_results.compared(found[0], found[1], "overall")
    assert change.before == (None, 30)


def test_the_whole_of_a_quarter_is_left_out_where_an_institution_could_be_worked_out_with_it(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    for place, day, hits, answers in (
        ("H1", "2026-01-02", 9, 10), ("H2", "2026-01-02", 20, 40), ("H2", "2026-04-02", 30, 60),
        ("H3", "2026-01-02", 45, 90), ("H1", "2026-04-02", 15, 45), ("H3", "2026-04-02", 20, 80),
    ):  # fmt: skip
        answered(desk, campaign, place, hits, answers, day=day)
    whole = desk.ask(campaign_results.results, campaign)
    parts = [desk.ask(campaign_results.results, campaign, period=quarter(f"2026Q{one}")) for one in (1, 2)]
    shown = [sorted(name for name in each.institutions if _figure(each, name).interval) for each in (whole, *parts)]
    # Of H2 all and the second quarter are shown, so its first is known; of the total of that one H1 would be left.
    assert shown == [["H1", "H2", "H3"], ["H3"], ["H2", "H3"]]
    assert [[one.answers for one in each.top] for each in (whole, *parts)] == [[325], [], []]
    assert [each.two for each in parts] == [(), ()]
    assert [each.why_no_total("overall") for each in (whole, *parts)] == [None, Reliance.WITHHELD, Reliance.WITHHELD]
    assert parts[0].why_no_total("nurses") is Reliance.SUPPRESSED
    assert campaign_results.whole_change(*parts, "overall") is None
    reasons = {one.institution: one.why_no_change for one in campaign_results.compared(*parts, "overall")}
    assert reasons == {"H1": Reliance.SUPPRESSED, "H2": Reliance.WITHHELD, "H3": None}


def test_the_whole_changes_by_the_variances_of_the_design(desk):
    first, later = (drawn(desk, questionnaire="short-phone", size=6, name=name, seed=name) for name in "ab")
    for name in ("H1", "H2"):
        answered(desk, first, name, 15, 30)
        answered(desk, later, name, 24, 30)
    before, after = (desk.ask(campaign_results.results, one) for one in (first, later))
    found = campaign_results.whole_change(before, after, "overall")
    sides = [next(one for one in each.top if one.item == "overall") for each in (before, after)]
    assert found.gap.estimate == pytest.approx(0.3)
    assert (found.gap.high - found.gap.low) / 2 == pytest.approx(1.959964 * sum(one.variance for one in sides) ** 0.5)
    assert campaign_results.whole_change(before, after, "opinion") is None
    others = replace(after, sizes={"H3": 30})
    assert campaign_results.whole_change(before, others, "overall") is None  # others were asked: nothing changed


def test_what_cannot_be_scored_is_told(desk):
    with pytest.raises(CampaignWithoutQuestions):
        desk.ask(campaign_results.results, drawn(desk))
    with pytest.raises(RecordGone):
        desk.ask(campaign_results.results, b"x" * 16)
    assert quarter("2025Q4") == ("2025-10-01", "2025-12-31")
    with pytest.raises(ValueError, match="2025Q5"):
        quarter("2025Q5")
    assert date.fromisoformat(quarter("2024Q1")[1]) == date(2024, 3, 31)
