"""A ladder is said as a person would say it."""

from datetime import date

from app.models.ladders import Ladder, point
from app.services.ladders import Listed
from app.ui.kit import languages
from app.ui.panes.settings.ladder_words import LadderWords

TODAY = date(2026, 3, 2)


def test_points_and_conditions_are_said_in_words(qapp) -> None:
    languages.of_app().use("en")
    words = LadderWords()
    said = [words.point(point(text)) for text in ("-1bd", "0", "+2bh")]
    assert said == ["1 business day before", "at the due time", "2 working hours after"]
    assert words.conditions(Ladder("hot", category="complaint", urgency="critical")) == "Complaint · Critical"
    assert words.conditions(Ladder("plain")) == "every inquiry"
    assert words.calendar(Ladder("plain")) == "the center's"


def test_validity_is_said_as_seen_from_today(qapp) -> None:
    languages.of_app().use("en")
    words = LadderWords()
    days = [(None, None), (None, date(2026, 1, 1)), (date(2027, 1, 1), None), (None, date(2027, 1, 1))]
    found = [words.validity(Listed("x", 0, Ladder("x", from_on=one, until_on=two)), TODAY) for one, two in days]
    assert found == ["in force", "ended 2026-01-01", "from 2027-01-01", "until 2027-01-01"]
    assert [words.version(Listed("x", number, Ladder("x"))) for number in (0, 3)] == ["shipped", "3"]
