"""What the page of results asks at once."""

from dataclasses import replace
from datetime import date

from app.ui.panes.campaigns import asking_results
from app.ui.panes.campaigns.asking_results import (
    Wanted,
    against_campaign,
    against_quarter,
    against_stretch,
    items_of,
    quarters_before,
    shown,
)
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


def test_a_campaign_that_began_later_is_nothing_that_was_before(desk):
    first = drawn(desk, questionnaire="short-phone", size=6, name="a")
    later = drawn(desk, questionnaire="short-phone", size=6, name="b", begins_on=date(2026, 3, 9))
    assert desk.ask(shown, Wanted(first), "en").others == ()
    assert [one.name for one in desk.ask(shown, Wanted(later), "en").others] == ["a"]
    found = desk.ask(shown, Wanted(first, against=against_campaign(later)), "en")
    assert (found.before, found.wanted.against) == (None, "")


def test_only_other_days_are_held_against_a_quarter(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=6)
    for day in ("2025-07-02", "2025-10-02", "2026-01-02"):
        answered(desk, campaign, "H1", 27, 30, day=day)
    for against in (against_quarter("2026Q1"), against_stretch("2025Q3-2026Q1")):
        found = desk.ask(shown, Wanted(campaign, quarter="2026Q1", against=against), "en")
        assert (found.before, found.wanted.against, found.compared) == (None, "", ())
    assert desk.ask(shown, Wanted(campaign, against=against_quarter("2025Q3")), "en").before is None
    found = desk.ask(
        shown, Wanted(campaign, quarter="2026Q1", against=against_stretch("2025Q3-2025Q4"), two=True), "en"
    )
    assert [(one.before, one.quarters) for one in found.compared] == [((54, 60), 2)]
    known = replace(found, quarters=("2025Q3", "2025Q4", "2026Q1"))
    assert quarters_before(known) == "2025Q3-2025Q4"
    assert quarters_before(replace(known, wanted=Wanted(campaign, quarter="2025Q4"))) == ""


def test_a_later_quarter_is_nothing_that_was_before(desk):
    campaign = drawn(desk, questionnaire="short-phone", size=6)
    for day in ("2025-10-02", "2026-01-02"):
        answered(desk, campaign, "H1", 27, 30, day=day)
    found = desk.ask(shown, Wanted(campaign, quarter="2025Q4", against=against_quarter("2026Q1")), "en")
    assert (found.before, found.wanted.against, found.compared) == (None, "", ())


def test_institutions_have_names_only_where_the_directory_knows_them(desk):
    assert desk.ask(asking_results.names, "en") == {}
    campaign = drawn(desk, questionnaire="short-phone", size=6)
    found = desk.ask(shown, Wanted(campaign), "en")
    assert found.item
    assert found.results.institutions == {}
