"""The raked share stands beside the unweighted one, in the language of the window."""

import pytest

from app.ui.panes.campaigns.results_page import ResultsPage
from tests.services.drawing import drawn
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


def test_where_too_few_answered_nothing_is_said(page, desk):
    made = drawn(desk, questionnaire="short-phone", size=6)
    answered(desk, made, "H1", 5, 6)
    page.show_campaign(made)
    assert not page.raked.isVisible()
