"""What is said of an inquiry on a list."""

from zoneinfo import ZoneInfo

from app.models.supervision import Load
from app.services import supervision
from app.services.office import Office
from app.ui.panes.supervision.words import Words
from tests.desk import NOON

_ZONE = ZoneInfo("Asia/Shanghai")


def test_promises_are_said_with_the_soonest_first(office: Office, desk: dict[str, bytes], words: Words) -> None:
    (item,) = office.ask(supervision.items, "late")
    said = words.promises(item.line.row, NOON, _ZONE)
    assert said.startswith("Resolve 3 h late · Accept tomorrow")
    assert "2026-03-02" in words.tip(item.line.row, _ZONE)


def test_why_and_what_for_are_said_in_a_line(office: Office, desk: dict[str, bytes], words: Words) -> None:
    (back,) = office.ask(supervision.items, "returned")
    (asked,) = office.ask(supervision.items, "extensions")
    assert words.why_returned(back) == "Wrong area · The other district"
    assert words.asked(asked, NOON, _ZONE) == "2 days · § 12 · Second sample · Wang · today 12:00"
    assert words.why_returned(asked) == words.asked(back, NOON, _ZONE) == ""


def test_a_load_is_said_in_words(words: Words) -> None:
    assert words.load(Load(1, 2, 3, 4)) == "1 late, 2 due soon, 3 on time, 4 without a due time"
    assert words.due(None, NOON, _ZONE) == ""
