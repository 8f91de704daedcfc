"""Codes stand by how many people named them."""

from app.services import campaigns
from app.ui.panes.campaigns import asking_opinions
from tests.services.drawing import drawn


def test_a_campaign_without_interviews_has_codes_and_nothing_named(desk):
    drawn(desk, questionnaire="short-phone")
    (campaign,) = desk.ask(campaigns.campaigns)
    found = desk.ask(asking_opinions.board, campaign, "en")
    assert (found.waiting, found.shares.asked, found.shares.rate) == ((), 0, None)
    told = asking_opinions.lines(found)
    assert len(told) == len(found.codes) - 1
    assert {(one.people, one.share, one.kappa) for one in told} == {(None, None, None)}
