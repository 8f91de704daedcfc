"""The bar offers what there is, and says what is wanted of the campaign that is shown."""

from dataclasses import replace

from app.models.interview_records import SurveyMode
from app.ui.kit import languages
from app.ui.panes.campaigns.asking_results import Wanted, against_campaign, shown
from app.ui.panes.campaigns.results_bar import ResultsBar
from tests.services.drawing import drawn
from tests.services.test_campaign_results import answered


def test_what_is_chosen_is_wanted_and_another_campaign_begins_anew(desk, jobs, qtbot):
    first, later = (drawn(desk, questionnaire="short-phone", size=6, name=name, seed=name) for name in "ab")
    answered(desk, later, "H1", 20, 30)
    bar = ResultsBar()
    qtbot.addWidget(bar)
    assert bar.wanted(later) == Wanted(later)
    bar.show_choices(desk.ask(shown, Wanted(later), "en"))
    bar.choices["against"].choose(against_campaign(first))
    with qtbot.waitSignal(bar.changed):
        bar.choices["mode"].choose("paper")
    assert bar.choices["mode"].key() == "paper"
    assert bar.wanted(later) == Wanted(later, "overall", "", SurveyMode.PAPER, against_campaign(first))
    assert bar.wanted(first) == Wanted(first, mode=SurveyMode.PAPER)
    languages.of_app().use("zh_CN")
    bar.retranslate()
    assert bar.choices["quarter"].itemText(0) != "All quarters"


def test_only_quarters_before_the_chosen_one_are_offered_to_hold_it_against(desk, jobs, qtbot):
    campaign = drawn(desk, questionnaire="short-phone", size=6)
    for day in ("2025-10-02", "2026-01-02", "2026-04-02"):
        answered(desk, campaign, "H1", 27, 30, day=day)
    bar = ResultsBar()
    qtbot.addWidget(bar)
    for quarter, before in (("2025Q4", []), ("2026Q1", ["2025Q4"]), ("", [])):
        found = desk.ask(shown, Wanted(campaign, quarter=quarter), "en")
        bar.show_choices(replace(found, quarters=("2025Q4", "2026Q1", "2026Q2")))
        offered = [bar.choices["against"].itemText(place) for place in range(bar.choices["against"].count())]
        assert offered == ["Nothing", *before]
