"""A plan says how many are drawn, and what a stratum is."""

from dataclasses import replace
from datetime import date

from app.models.campaigns import CampaignFacts, CampaignPlan, LeftOut, Strata, Stratum
from app.models.frames import FrameRow

PLAN = CampaignPlan("Spring", "2026Q1", "seed", 291, date(2026, 3, 2))
ROW = FrameRow("E1", "p", "A", ("+86138",), "f", 40, "H1", "内科", "", "2026-02-20", "", 2)


def test_more_are_drawn_than_are_to_be_completed():
    assert PLAN.draws == 291
    assert replace(PLAN, completes=True).draws == 688


def test_a_stratum_is_an_institution_or_a_department_of_it():
    assert PLAN.stratum_of(ROW) == "H1"
    assert replace(PLAN, strata=Strata.DEPARTMENT).stratum_of(ROW) == "H1/内科"
    assert replace(PLAN, strata=Strata.DEPARTMENT).stratum_of(replace(ROW, department="")) == "H1"


def test_a_stratum_of_which_everybody_is_drawn_is_a_census():
    strata = (Stratum("H1", 10, 12, 10), Stratum("H2", 10, 4, 4))
    assert [one.is_census for one in strata] == [True, False]
    facts = CampaignFacts(
        b"", "", None, "", "", strata, "", "", None, None, None, 0, 0, {}, None, None, None
    )  # fmt: skip
    assert facts.drawn == 14


def test_encounters_of_other_days_and_institutions_are_outside_a_plan():
    plan = CampaignPlan("a", "f", "s", 5, date(2026, 3, 1), from_on=date(2026, 1, 1), places=("H1",))
    inside = FrameRow("E1", "p", "", (), "", None, "H1", "", "", "2026-01-01", "", 2)
    assert plan.outside(inside) is None
    assert plan.outside(replace(inside, discharged_on="2025-12-31")) is LeftOut.OUT_OF_DATES
    assert plan.outside(replace(inside, institution="H2")) is LeftOut.OTHER_PLACE


def test_people_are_called_first_within_six_weeks_of_their_discharge_by_the_day_of_the_first_call():
    assert PLAN.oldest(date(2026, 2, 1)) == "2026-01-19"
    assert PLAN.oldest(date(2026, 3, 12)) == "2026-01-29"
    assert replace(PLAN, window=0).oldest(date(2026, 3, 12)) == ""
