"""Above the figures stands what is said of all strata together, or in words why it is not."""

import pytest

from app.models.interview_records import SurveyMode
from app.ui.panes.campaigns.asking_results import Wanted, against_quarter, shown
from app.ui.panes.campaigns.whole_line import WholeLine
from tests.services.drawing import drawn
from tests.services.test_campaign_results import answered


@pytest.fixture
def line(jobs, qtbot):
    made = WholeLine()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def campaign(desk):
    made = drawn(desk, questionnaire="short-phone", size=60)
    for place, day, hits, answers in (
        ("H1", "2026-01-02", 9, 10), ("H2", "2026-01-02", 20, 40), ("H2", "2026-04-02", 30, 60),
        ("H3", "2026-01-02", 45, 90), ("H1", "2026-04-02", 15, 45), ("H3", "2026-04-02", 20, 80),
    ):  # fmt: skip
        answered(desk, made, place, hits, answers, day=day)
    return made


def test_a_whole_from_which_an_institution_could_be_worked_out_is_withheld_in_words(line, desk, campaign):
    line.show_results(desk.ask(shown, Wanted(campaign), "en"))
    assert line.text().startswith("All strata, top box: ")
    assert "Institutions that are not shown" not in line.text()
    line.show_results(desk.ask(shown, Wanted(campaign, quarter="2026Q1"), "en"))
    told, response = line.text().split("\n")
    assert told.startswith("All strata: withheld.")
    assert "could be worked out" in told
    assert response.startswith("Response: RR1")


def test_a_change_of_the_whole_says_which_side_keeps_it_from_being_shown(line, desk, campaign):
    against = desk.ask(shown, Wanted(campaign, quarter="2026Q2", against=against_quarter("2026Q1")), "en")
    assert line.change(against) == "All strata by the design: withheld, as one side of it is"
    alone = desk.ask(shown, Wanted(campaign), "en")
    assert line.change(alone) == ""


def test_institutions_that_are_not_shown_are_said_to_count_as_one_stratum(line, desk):
    made = drawn(desk, questionnaire="short-phone", size=60)
    for place, answers in (("H1", 60), ("H2", 14), ("H3", 15)):
        answered(desk, made, place, answers // 2, answers)
    line.show_results(desk.ask(shown, Wanted(made), "en"))
    assert "Institutions that are not shown count as one stratum: 2." in line.text()


def test_fewer_than_25_answers_in_all_are_not_shown(line, desk):
    made = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, made, "H1", 3, 6)
    line.show_results(desk.ask(shown, Wanted(made), "en"))
    assert line.text().startswith("All strata: fewer than 25 answers, not shown")


def test_a_change_with_fewer_than_25_answers_before_says_so(line, desk):
    made = drawn(desk, questionnaire="short-phone", size=6)
    answered(desk, made, "H1", 20, 30, day="2026-04-02")
    few = desk.ask(shown, Wanted(made, quarter="2026Q2", against=against_quarter("2026Q1")), "en")
    assert line.change(few) == "All strata by the design: one side has fewer than 25 answers, not shown"


def test_on_paper_and_face_to_face_no_rate_of_telephone_calls_is_said(line, desk, campaign):
    for mode in (SurveyMode.PAPER, SurveyMode.FACE_TO_FACE):
        answered(desk, campaign, "H2", 20, 40, mode=mode)
        line.show_results(desk.ask(shown, Wanted(campaign, mode=mode), "en"))
        told, response = line.text().split("\n")
        assert told.startswith("All strata, top box: ")
        assert "RR1" not in response
        assert "protocol" not in response
        assert "not known" in response
