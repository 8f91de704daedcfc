from dataclasses import replace
from datetime import date

import pytest

from app.models.durations import parse
from app.models.policies import Policy, Target
from app.models.shapes import Words
from app.services.policies import Listed
from app.ui.kit import languages
from app.ui.panes.settings.policy_words import PolicyWords

TODAY = date(2026, 3, 2)
COMPLAINT = Policy(
    "complaint", "", {Target.RESOLVE: parse("2bd"), Target.ACCEPT: parse("1bd")}, category="complaint", channel="email"
)


@pytest.fixture
def words(qapp: object) -> PolicyWords:
    languages.of_app().use("en")
    return PolicyWords()


def test_a_policy_says_for_what_it_holds_and_what_it_promises(words: PolicyWords) -> None:
    assert words.conditions(COMPLAINT) == "E-mail · Complaint"
    assert words.conditions(replace(COMPLAINT, category=None, channel=None)) == "every inquiry"
    assert words.targets(COMPLAINT) == "Accept 1 business day · Resolve 2 business days"
    assert (words.calendar(COMPLAINT), words.name(COMPLAINT)) == ("the center's", "complaint")
    titled = replace(COMPLAINT, title=Words("Complaints", "投诉"), calendar="round-the-clock")
    assert (words.name(titled), words.calendar(titled)) == ("Complaints", "Round the clock")


@pytest.mark.parametrize(
    ("from_on", "until_on", "said"),
    [
        (None, None, "in force"),
        (None, date(2026, 3, 1), "ended 2026-03-01"),
        (date(2026, 4, 1), None, "from 2026-04-01"),
        (None, date(2026, 3, 2), "until 2026-03-02"),
    ],
)
def test_a_policy_says_when_it_holds(
    words: PolicyWords, from_on: date | None, until_on: date | None, said: str
) -> None:
    one = Listed("complaint", 1, replace(COMPLAINT, from_on=from_on, until_on=until_on))
    assert words.validity(one, TODAY) == said
    assert (words.version(one), words.version(replace(one, number=0))) == ("1", "shipped")
