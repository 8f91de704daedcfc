"""Progress and results of one campaign, and the rates of one institution of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.interview_records import Asked
from app.services import campaigns, interviews
from app.ui.panes.campaigns.campaign_pages import CampaignPages
from app.ui.panes.campaigns.pane import CampaignsPane
from tests.services.drawing import drawn
from tests.services.interviewing import begun, through
from tests.services.test_campaign_results import answered
from tests.windows import put_up

OPINIONS, SHEETS = Qt.Key.Key_O, Qt.Key.Key_P


@pytest.fixture
def pages(desk, jobs, qtbot):
    campaign = drawn(desk, questionnaire="short-phone")
    answered(desk, campaign, "H1", 20, 30)
    made = CampaignPages(jobs)
    qtbot.addWidget(made)
    made.show_campaign(desk.ask(campaigns.campaigns)[0])
    put_up(qtbot, made)
    return made


def test_the_page_that_is_turned_to_is_filled(pages):
    assert pages.page == "progress"
    assert pages.results.figures.rowCount() == 0
    pages.show_page("results")
    assert pages.page == "results"
    assert pages.results.figures.rowCount() == 1


def test_a_click_on_a_tab_gives_the_keys_to_what_it_shows(desk, pages, qtbot):
    about = Asked("short-phone", 1, institution="H1", stratum="H1", day="2026-02-20", campaign=pages._campaign.id)
    one = begun(desk, about)
    through(desk, one, opinion="The queue was long")
    desk.do(interviews.end, one)
    pages.monitor.strata_view.setFocus()
    qtbot.mouseClick(pages.tabs, Qt.MouseButton.LeftButton, pos=pages.tabs.tabRect(3).center())
    assert pages.tabs.hasFocus()
    pages.sheets.start.setFocus()
    qtbot.mouseClick(pages.tabs, Qt.MouseButton.LeftButton, pos=pages.tabs.tabRect(2).center())
    assert pages.opinions.codes.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    assert len(pages.opinions.codes.codes()) == 1
    qtbot.keyClick(pages.tabs, Qt.Key.Key_Left)
    pages.tabs.setFocus()
    qtbot.keyClick(pages.tabs, Qt.Key.Key_Right)
    assert pages.tabs.hasFocus()  # who walks along the tabs goes on


def test_keys_turn_to_opinions_and_sheets_with_the_keyboard_from_wherever_it_is(desk, jobs, pages, qtbot):
    about = Asked("short-phone", 1, institution="H1", stratum="H1", day="2026-02-20", campaign=pages._campaign.id)
    one = begun(desk, about)
    through(desk, one, opinion="The queue was long")
    desk.do(interviews.end, one)
    pane = CampaignsPane(jobs)
    qtbot.addWidget(pane)
    put_up(qtbot, pane)
    opinions, sheets = pane.pages.opinions.codes, pane.pages.sheets.about.editor("mode")
    for key in (SHEETS, OPINIONS, OPINIONS, SHEETS, SHEETS, OPINIONS):
        pane.pages.tabs.setFocus()
        qtbot.keyClick(pane.pages.tabs, key, Qt.KeyboardModifier.AltModifier)
        assert (sheets if key == SHEETS else opinions).hasFocus()


def test_where_no_opinion_waits_another_way_of_asking_can_be_chosen_at_once(pages):
    pages.show_opinions()
    assert pages.opinions.mode.hasFocus()


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
