"""What the page of results asks at once."""

from app.ui.panes.campaigns import asking_results
from app.ui.panes.campaigns.asking_results import Wanted, against_campaign, against_quarter, items_of, shown
from tests.services.drawing import drawn
from tests.services.test_campaign_results import answered


def test_the_question_that_most_people_answered_comes_first(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 30, 36)
    found = desk.ask(shown, Wanted(campaign), "en")
    assert found.item == "overall"
    assert found.quarters == ("2026Q1",)
    assert (found.compared, found.pooled, found.others) == ((), None, ())
    assert "overall" in items_of(found.results)


def test_figures_are_held_against_a_quarter_or_another_campaign(desk):
    first, later = (drawn(desk, questionnaire="short-phone", size=6, name=name, seed=name) for name in "ab")
    for name in ("H1", "H2"):
        answered(desk, first, name, 15, 30)
        answered(desk, later, name, 27, 30)
    found = desk.ask(shown, Wanted(later, against=against_campaign(first)), "en")
    assert [one.name for one in found.others] == ["a"]
    assert [one.change.gap.estimate > 0.3 for one in found.compared] == [True, True]
    assert found.pooled.institutions == 2
    quarter = desk.ask(shown, Wanted(later, against=against_quarter("2026Q1"), two=True), "en")
    assert [one.before for one in quarter.compared] == [(27, 30), (27, 30)]


def test_institutions_have_names_only_where_the_directory_knows_them(desk):
    assert desk.ask(asking_results.names, "en") == {}
    campaign = drawn(desk, questionnaire="short-phone", size=6)
    found = desk.ask(shown, Wanted(campaign), "en")
    assert found.item
    assert found.results.institutions == {}
