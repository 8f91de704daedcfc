"""How an exam stands, its countdown, and a result in words."""

from datetime import timedelta

import pytest

from app.models.drill_items import DrillKind, Item
from app.models.exams import BlueprintLine, Exam, PassRule
from app.models.sittings import ClockMoved
from app.services.exam_results import AnswerGot, Result
from app.services.exams import Mine
from app.ui.panes.training import presenting_exams
from tests.desk import NOON

DAY = timedelta(days=1)
ITEM = Item(b"i", DrillKind.MCQ, "s", ("k",), {"en": "When?"}, options=({"en": "at 8"}, {"en": "at 9"}), right=(0,))


def mine(sittings: int, *, running: bool, may_begin: bool, released: bool = False) -> Mine:
    exam = Exam(
        b"e", "x", (BlueprintLine("", 1),), 1, NOON, NOON + DAY, 10, PassRule(), (), {}, NOON if released else None
    )  # fmt: skip
    return Mine(exam, sittings, running, may_begin)


@pytest.mark.parametrize(
    ("one", "now", "stands"),
    [
        (mine(1, running=True, may_begin=True), NOON, "running"),
        (mine(0, running=False, may_begin=True), NOON, "open"),
        (mine(0, running=False, may_begin=False), NOON - DAY, "later"),
        (mine(1, running=False, may_begin=False), NOON, "handed_in"),
        (mine(0, running=False, may_begin=False), NOON + DAY, "closed"),
        (mine(1, running=False, may_begin=False, released=True), NOON, "released"),
        (mine(1, running=False, may_begin=True, released=True), NOON, "resit"),
    ],
)
def test_an_exam_stands_as_its_log_says(one: Mine, now, stands: str) -> None:
    assert presenting_exams.standing(one, now) == stands


def test_the_countdown_warns_when_little_is_left() -> None:
    assert presenting_exams.time_left(timedelta(minutes=5)) == ("05:00", "")
    assert presenting_exams.time_left(timedelta(seconds=90)) == ("01:30", "warning")
    assert presenting_exams.time_left(timedelta(seconds=-3)) == ("00:00", "danger")


def test_a_result_says_answers_what_was_right_and_moves_of_the_clock() -> None:
    result = Result(
        b"p", "Wang", b"s", 1, 0.5, 1, 0, False, timedelta(minutes=4), 0, 2, (ClockMoved(NOON, timedelta(seconds=-90)),)
    )  # fmt: skip
    answers = [AnswerGot(ITEM, "", (1,), 0.0, critical=True, marked=False, note="<b>")]
    words = {name: name for name in ("passed", "failed", "critical", "sitting", "used", "late", "left", "clock")}
    words |= {"yours": "yours", "flag": "wrong?", "right": "right:"}
    html = presenting_exams.result_html([(result, answers)], "en", words, ("#000000", "#ff0000"))
    for said in ("failed", "at 9", "right: at 8", "-90 s", "&lt;b&gt;", "04:00"):
        assert said in html
    assert presenting_exams.right_of(ITEM, "en") == "at 8"
    assert not presenting_exams.is_answered({"text": " "})
