"""A period that is no quarter stands beside the quarters of what lies outside it."""

import pytest

from app.models.interview_records import SurveyMode
from app.services import campaign_withheld, questionnaires
from app.services.campaign_withheld import EVER
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.services.test_campaign_results import answered

MONTH = ("2026-01-01", "2026-01-31")


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    frame(office)
    return office


def _places(desk, campaign, period, mode=SurveyMode.TELEPHONE):
    asked = questionnaires.named("short-phone")
    return desk.ask(campaign_withheld.hidden, campaign, asked, mode, period).places["overall"]


def test_a_month_is_withheld_where_the_rest_is_small(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 20, 30, day="2026-01-10")
    answered(desk, campaign, "H1", 20, 20, day="2026-02-10")
    assert _places(desk, campaign, MONTH) == {"H1"}
    assert _places(desk, campaign, EVER) == frozenset()
    answered(desk, campaign, "H1", 1, 5, day="2026-03-10")
    assert _places(desk, campaign, MONTH) == frozenset()


def test_each_mode_is_looked_at_by_itself(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 20, 30)
    answered(desk, campaign, "H2", 20, 40)
    answered(desk, campaign, "H1", 2, 10, mode="paper")
    answered(desk, campaign, "H2", 2, 40, mode="paper")
    assert _places(desk, campaign, EVER) == frozenset()
    assert _places(desk, campaign, EVER, SurveyMode.PAPER) == {"H2"}


def test_several_quarters_are_no_figure_where_a_small_one_is_what_is_left_of_them(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    for day, answers in (("2025-07-02", 60), ("2025-10-02", 40), ("2026-01-02", 10), ("2026-04-02", 20)):
        answered(desk, campaign, "H1", 5, answers, day=day)
    stretches = [("2025-07-01", "2025-12-31"), ("2025-07-01", "2026-03-31"), ("2025-10-01", "2026-03-31")]
    # the third quarter is small, and what the three leave over of the whole is the fourth
    assert [_places(desk, campaign, one) == {"H1"} for one in stretches] == [False, True, True]
    told = desk.ask(
        campaign_withheld.shown_of,
        campaign,
        questionnaires.named("short-phone"),
        SurveyMode.TELEPHONE,
        "H1",
        ["overall"],
    )
    assert (told.quarters, told.whole) == ({"2025Q3", "2025Q4"}, True)


def test_a_period_that_is_no_month_or_has_its_quarter_withheld_shows_no_institution(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 20, 60, day="2026-01-10")
    answered(desk, campaign, "H1", 20, 40, day="2026-02-10")
    assert _places(desk, campaign, MONTH) == frozenset()
    assert _places(desk, campaign, ("2026-01-05", "2026-01-11")) == {"H1"}
    assert _places(desk, campaign, ("2026-01-01", "2026-02-28")) == {"H1"}
    answered(desk, campaign, "H2", 5, 10, day="2026-01-10")  # H1 is withheld, lest H2 be what the whole has more
    assert _places(desk, campaign, MONTH) == {"H1"}


def test_of_the_whole_of_a_period_that_is_no_quarter_nothing_is_told(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 20, 60, day="2026-01-10")
    told = desk.ask(
        campaign_withheld.hidden, campaign, questionnaires.named("short-phone"), SurveyMode.TELEPHONE, MONTH
    )
    assert told.totals == {"overall"}
