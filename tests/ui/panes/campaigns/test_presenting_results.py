"""Shares have their limits, few answers have none, and a rise of the lowest has its note."""

import pytest

from app.models.intervals import Interval, Reliance
from app.ui.panes.campaigns import presenting_results
from app.ui.panes.campaigns.asking_results import Wanted, against_campaign, shown
from app.ui.panes.campaigns.presenting_results import ChangeWords, limits, p_value, points
from tests.services.drawing import drawn
from tests.services.test_campaign_results import answered

WORDS = ChangeWords("too few", "was lowest", "exact test", "measure within", "one quarter", "withheld")


@pytest.fixture
def both(desk):
    first, later = (drawn(desk, questionnaire="short-phone", size=6, name=name, seed=name) for name in "ab")
    for name, before, after in (("H1", 15, 27), ("H2", 25, 27), ("H3", 6, 27), ("H4", 26, 30)):
        answered(desk, first, name, before, 30)
        answered(desk, later, name, after, 30)
    answered(desk, later, "H5", 5, 10)
    answered(desk, first, "H6", 20, 30)
    answered(desk, later, "H6", 20, 26)
    return desk.ask(shown, Wanted(later, against=against_campaign(first)), "en")


def test_few_answers_are_counted_and_not_shown(both):
    words = {Reliance.SUPPRESSED: "under 25", Reliance.WITHHELD: "withheld"}
    lines = {one.place: one for one in presenting_results.figures(both, words)}
    assert (lines["H1"].top, lines["H1"].answers, lines["H1"].caution) == ("90.0 %", 30, "")
    hidden = lines["H5"]
    assert (hidden.top, hidden.top_range, hidden.mean, hidden.answers) == ("–", "–", "–", 10)
    assert (hidden.caution, hidden.tone) == ("under 25", "danger")
    told = lines["H6"]  # from which, with the whole, H5 could be told
    assert (told.top, told.top_range, told.mean, told.answers, told.caution) == ("–", "–", "–", 26, "withheld")


def test_changes_have_limits_and_notes(both):
    lines = {one.place: one for one in presenting_results.changes(both, words=WORDS)}
    assert (lines["H3"].change, lines["H3"].note, lines["H3"].was_low) == ("+70.0", "one quarter", True)
    assert (lines["H3"].p, lines["H3"].holm, lines["H3"].unjudged) == ("–", "–", True)
    assert (lines["H1"].whole, lines["H1"].alone, lines["H1"].unjudged) == ("–", True, False)
    assert lines["H1"].tone == "accent"
    assert (lines["H5"].after, lines["H5"].note) == ("– (10)", "too few")
    assert (lines["H6"].after, lines["H6"].note) == ("– (26)", "withheld")
    assert lines["H2"].before == "83.3 % (30)"
    top, two = presenting_results.overall(both)
    assert top.answers == two.answers == 156


def test_questions_are_shortened_and_numbers_said_plainly(both):
    words = dict(presenting_results.item_words(both.results, "en"))
    assert all(len(one) <= 60 for one in words.values())
    assert [p_value(one) for one in (None, 0.0001, 0.04)] == ["–", "< 0.001", "0.040"]
    assert [points(None), points(-0.05), limits(Interval(0.5, 0.4, 0.6))] == ["–", "-5.0", "40.0–60.0"]
