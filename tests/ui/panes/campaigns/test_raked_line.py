"""The raked share stands beside the unweighted one, in the language of the window."""

from dataclasses import replace

import pytest

from app.services import frames
from app.ui.panes.campaigns import asking_results
from app.ui.panes.campaigns.results_page import ResultsPage
from tests.services.drawing import drawn
from tests.services.old_frames import lost
from tests.services.test_campaign_results import answered


@pytest.fixture
def page(jobs, qtbot):
    made = ResultsPage(jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_raked_share_stands_beside_the_unweighted_one(page, desk):
    made = drawn(desk, questionnaire="short-phone", size=6)
    answered(desk, made, "H1", 27, 36)
    page.show_campaign(made)
    assert page.raked.isVisible()
    assert "top box: 75.0 %, unweighted 75.0 % · 36 answers (design effect 1.00)" in page.raked.text()
    page.raked.follow(None)
    assert not page.raked.isVisible()


def test_where_institutions_are_not_shown_the_raked_share_is_withheld_in_words(page, desk):
    made = drawn(desk, questionnaire="short-phone", size=6)
    for place, answers in (("H1", 36), ("H2", 14), ("H3", 15)):
        answered(desk, made, place, answers // 2, answers)
    page.show_campaign(made)
    assert page.raked.isVisible()
    assert page.raked.text().startswith("Raked to the age and sex of everybody on the list: withheld.")


def test_where_too_few_answered_nothing_is_said(page, desk):
    made = drawn(desk, questionnaire="short-phone", size=6)
    answered(desk, made, "H1", 5, 6)
    page.show_campaign(made)
    assert not page.raked.isVisible()


def test_where_an_older_campaigns_list_is_elsewhere_that_is_said(page, desk):
    made = drawn(desk, questionnaire="short-phone", size=6)
    answered(desk, made, "H1", 27, 36)
    lost(desk, desk.ask(frames.frames)[0].id)
    shown = desk.ask(asking_results.shown, asking_results.Wanted(made), "en")
    older = replace(shown.results, campaign=replace(shown.results.campaign, kinds={}))
    page.raked.follow(replace(shown, results=older))
    assert "2026Q1 are not on this computer" in page.raked.text()
    assert page.raked.isVisible()
    page.raked.follow(None)
    assert not page.raked.isVisible()
