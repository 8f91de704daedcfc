from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from app.models.contacts import Outcome
from app.models.form_answers import FormReason
from app.models.inquiries import InquiryRow, State, Urgency
from app.ui.panes.intake.outcome_words import OutcomeWords
from app.ui.panes.intake.readiness import Gap
from tests.desk import NOON, draft

NAMES = {"category": "Category", "unit": "Unit", "due_at": "Due", "summary": "Summary"}


@pytest.fixture
def words(desk, clock, qapp):
    return OutcomeWords(desk, clock.now, NAMES.get, QObject())


def inquiry(place):
    return InquiryRow(
        place, bytes([place]), f"260302-K7-{place:04}", State.NEW, NOON, None, None, None, None, None, Urgency.NORMAL,
        None, None, None, None, None,
    )  # fmt: skip


def note(words, outcome, gaps=(), rows=(), **values):
    return words.note(outcome, draft(**values), gaps, open_inquiries=rows)


def test_missing_fields_are_named_at_most_three(words):
    gaps = [Gap("category"), Gap("summary")]
    assert note(words, Outcome.ANSWERED, gaps) == "Missing: Category, Summary"
    gaps += [Gap("unit"), Gap("due_at")]
    assert note(words, Outcome.DISPATCH, gaps) == "Missing: Category, Summary, Unit …"


def test_what_is_wrong_is_not_called_missing(words):
    assert note(words, Outcome.ANSWERED, [Gap("summary", FormReason.TOO_LONG)]) == "Please check: Summary"


def test_what_will_happen_is_said_when_nothing_is_missing(words):
    assert note(words, Outcome.ANSWERED) == "saves and closes"
    assert note(words, Outcome.CALL_BACK, due_at=NOON + timedelta(hours=4)) == "today 16:00"


def test_the_inquiry_to_add_to_is_named_chosen_or_none(words):
    gap = [Gap("add_to")]
    assert note(words, Outcome.ADD_TO, gap) == "no open inquiry"
    assert note(words, Outcome.ADD_TO, gap, [inquiry(1)]) == "260302-K7-0001"
    assert note(words, Outcome.ADD_TO, gap, [inquiry(1), inquiry(2)]) == "choose which"
    assert note(words, Outcome.ADD_TO, (), [inquiry(1), inquiry(2)], add_to=b"\2") == "260302-K7-0002"
