from dataclasses import replace

import pytest

from app.models.inquiries import EventKind, InquiryEvent
from app.ui.panes.work.move_words import MoveWords
from tests.desk import NOON

_STEP = InquiryEvent(b"e", b"i", EventKind.NOTE, NOON, None, None, None, None, None, None, None, None)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (EventKind.CANCELLED, "Transferred to South"),
        (EventKind.IMPORTED, "Came from South, where it is 7"),
        (EventKind.NOTE, "South: Closed"),
    ],
)
def test_a_step_names_the_other_center(kind: EventKind, said: str) -> None:
    event = replace(_STEP, kind=kind, elsewhere={"center": "South", "number": "7"})
    assert MoveWords().title(event, "Closed") == said


def test_what_was_passed_on_is_said_where_something_was() -> None:
    assert MoveWords().passed(_STEP) == ""
    assert MoveWords().passed(replace(_STEP, elsewhere={"passed": "caller"})).startswith("Name and numbers")
