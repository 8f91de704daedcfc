"""What an outcome still needs is said before it is pressed."""

from dataclasses import replace

import pytest

from app.models.contacts import ContactDraft, GivenScript, Outcome, missing_fields
from tests.desk import NOON

_BARE = ContactDraft(b"1" * 16, NOON)


@pytest.mark.parametrize(
    ("outcome", "missing"),
    [
        (Outcome.ANSWERED, ("category", "summary")),
        (Outcome.DISPATCH, ("category", "summary", "unit", "due_at")),
        (Outcome.CALL_BACK, ("number", "category", "summary", "due_at")),
        (Outcome.ADD_TO, ("add_to",)),
        (Outcome.NON_INQUIRY, ()),
    ],
)
def test_each_outcome_names_what_it_needs(outcome: Outcome, missing: tuple[str, ...]) -> None:
    assert missing_fields(_BARE, outcome) == missing


def test_a_given_script_stands_for_a_summary() -> None:
    given = replace(_BARE, category="x", given=(GivenScript("a", 1, "en", NOON),))
    assert missing_fields(given, Outcome.ANSWERED) == ()


def test_a_draft_is_empty_until_something_is_entered() -> None:
    assert _BARE.empty
    assert not replace(_BARE, answers={"fever": "no"}).empty
    assert not replace(_BARE, number="1").empty
