"""Progress and results of one campaign, and the rates of one institution of it."""

import pytest

from app.services import campaigns
from app.ui.panes.campaigns.campaign_pages import CampaignPages
from tests.services.drawing import drawn
from tests.services.test_campaign_results import answered


@pytest.fixture
def pages(desk, jobs, qtbot):
    campaign = drawn(desk, questionnaire="short-phone")
    answered(desk, campaign, "H1", 20, 30)
    made = CampaignPages(jobs)
    qtbot.addWidget(made)
    made.show_campaign(desk.ask(campaigns.campaigns)[0])
    made.show()
    return made


def test_the_page_that_is_turned_to_is_filled(pages):
    assert pages.page == "progress"
    assert pages.results.figures.rowCount() == 0
    pages.show_page("results")
    assert pages.page == "results"
    assert pages.results.figures.rowCount() == 1


def test_enter_at_a_stratum_shows_its_rates_and_again_those_of_all(pages):
    monitor = pages.monitor
    assert "Rates of all" in monitor.whose.text()
    second = monitor.strata.row(1)
    monitor.strata_view.opened.emit(second)
    assert monitor.whose.text().startswith("Rates of H2")
    assert monitor.rates.index(0, 2).data() == "0 / 4"
    assert monitor.strata.rowCount() == 2
    monitor.strata_view.opened.emit(second)
    assert monitor.rates.index(0, 2).data() == "0 / 12"
