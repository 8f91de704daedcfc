"""The timeline says what was suggested for a dispatch, and why another unit was chosen."""

from zoneinfo import ZoneInfo

import pytest

from app.services import inquiry_steps, worklists
from app.services.office import Office
from app.ui.panes.work.choice_words import ChoiceWords
from app.ui.panes.work.words import Words
from tests.desk import NOON

LEARNED = {"by": "learned", "unit": "C11", "probability": 0.93, "level": "category", "words": []}
RULE = {"by": "rule", "unit": "C11", "rule": "Vaccines", "table": "main", "version": 3}


@pytest.mark.parametrize(
    ("routing", "said"),
    [
        ({}, []),
        ({"suggested": RULE}, ["as suggested (rule “Vaccines”, version 3)"]),
        (
            {"suggested": {**LEARNED, "unit": "H01", "words": ["bill"]}, "override": "other", "note": "on leave"},
            ["suggested: <H01> (93% sure by past dispatches, words: bill)", "chosen because: Another reason: on leave"],
        ),
        ({"moved_for": "wrong_area"}, ["taken from the former unit: Wrong area"]),
    ],
)
def test_a_choice_is_said_in_words(words: Words, routing, said) -> None:
    assert list(ChoiceWords(words).choice(routing, "C11", "<{}>".format)) == said


def test_a_timeline_shows_suggestion_choice_and_reason(office: Office, work: dict[str, bytes], words: Words) -> None:
    said = {"suggested": LEARNED, "override": "caller_wish", "moved_for": "not_our_duty"}
    office.do(inquiry_steps.take, work["Late"], "dispatch", unit="H01", due_at=NOON, reason="today", **said)
    found = office.ask(worklists.dossier, work["Late"])
    last = list(words.entries(found, NOON, ZoneInfo("Asia/Shanghai")))[-1]
    assert last.title == "Dispatched to County Hospital"
    assert "suggested: Disease Control (93% sure by past dispatches)" in last.detail
    assert "chosen because: The caller asks for this unit" in last.detail
