"""What is proposed of a mock call follows from its transcript; a score is the score of the sheet."""

from dataclasses import replace
from datetime import UTC, datetime

from app.models.evaluations import ErrorClass, ErrorFound
from app.models.mock_calls import Happened, MockEvent, Turn
from app.models.mock_records import PracticeScore, review, turns_from_body, turns_to_body
from tests.models.test_mock_calls import CALLER

E = MockEvent
TURNS = (
    Turn(False, "Help", level=-1),
    Turn(True, "Hello", (Happened(E.GREETED, "hello"), Happened(E.ASKED, "age")), -1),
    Turn(False, "Five."),
    Turn(True, "How old?", (Happened(E.ASKED_AGAIN, "age"),), -2),
    Turn(True, "Wash it", (Happened(E.POINT, "k1"), Happened(E.TOO_MUCH)), -2),
    Turn(True, "wait and see", (Happened(E.FORBIDDEN, "wait and see"), Happened(E.GOODBYE, "bye")), -4),
)


def test_what_was_said_and_asked_is_proposed_and_what_was_not():
    found = review(CALLER, TURNS)
    assert (found.said, found.missed) == (("k1",), ("k2",))
    assert (found.asked, found.not_asked) == (("age",), ())
    assert review(CALLER, TURNS[:1]).not_asked == ("age",)


def test_manners_are_proposed_too():
    found = review(CALLER, TURNS)
    assert (found.greeted, found.comforted, found.closed) == (True, False, True)
    assert (found.repeats, found.too_much, found.wrong) == (1, 1, ("wait and see",))
    assert found.levels == (-1, -2, -2, -4)


def test_a_transcript_is_kept_as_plain_values_and_read_again():
    assert turns_from_body(turns_to_body(TURNS)) == TURNS


def test_a_critical_error_makes_a_practice_score_zero_as_on_the_sheet():
    one = PracticeScore(b"", b"", b"", datetime(2026, 3, 2, tzinfo=UTC), {"a": 2, "b": 1, "c": None})
    assert one.share == 0.75
    assert replace(one, errors=(ErrorFound(ErrorClass.COMPLIANCE),)).share == 0.0
