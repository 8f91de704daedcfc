from dataclasses import replace

import pytest

from app.models.inquiries import EventKind, InquiryEvent
from app.ui.panes.work.move_words import MoveWords
from tests.desk import NOON

pytestmark = pytest.mark.usefixtures("qapp")
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


@pytest.mark.parametrize(
    ("news", "said"),
    [
        ({"taken_over": "West"}, "South: taken over by West"),
        ({"kept": ["West", "East"]}, "South: decided that you work on it, and no longer West, East"),
        ({"both": ["West"]}, "South: it was sent to West too; which center works on it is being decided"),
        ({"never_call": "person"}, "South: the caller asked never to be called"),
    ],
)
def test_news_of_another_center_are_said_in_a_line(news: dict[str, object], said: str) -> None:
    assert MoveWords().told(replace(_STEP, elsewhere={"center": "South", **news})) == said


def test_what_was_seen_names_no_center() -> None:
    assert MoveWords().title(replace(_STEP, elsewhere={"seen": ["ab"]}), "Seen") == "Seen"


def test_who_must_not_be_called_is_named_where_it_came_in() -> None:
    came = replace(_STEP, kind=EventKind.IMPORTED, elsewhere={"center": "South", "number": "7", "never_call": "person"})
    assert MoveWords().title(came, "").startswith("Came from South")
    assert MoveWords().passed(came) == "the caller asked never to be called"


def test_what_was_passed_on_is_said_where_something_was() -> None:
    assert MoveWords().passed(_STEP) == ""
    assert MoveWords().passed(replace(_STEP, elsewhere={"passed": "caller"})).startswith("Name and numbers")
