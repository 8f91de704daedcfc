"""An answer is chosen, those that lost points first, and a reason is given."""

from datetime import timedelta

from app.models.drill_items import DrillKind, Item
from app.services.exam_results import AnswerGot, Result
from app.ui.panes.training.mark_appeal_row import Disagreement, MarkAppealRow

ITEM = Item(b"i", DrillKind.MCQ, "s", ("k",), {"en": "When do you open?"})
RESULT = Result(b"p", "", b"s", 1, 0.5, 0, 0, False, timedelta(), 0, 0, ())


def got(version: bytes, points: float, appeal: str = "") -> AnswerGot:
    return AnswerGot(ITEM, "x", (), points, False, True, version=version, appeal=appeal)


def test_what_lost_points_stands_first_and_what_was_appealed_is_gone(qtbot) -> None:
    row = MarkAppealRow()
    qtbot.addWidget(row)
    assert row.isHidden()
    row.show_answers([(RESULT, [got(b"a", 1.0), got(b"b", 0.5), got(b"c", 0.0, "told")])])
    assert [row.question.itemText(place) for place in range(row.question.count())] == [
        "2. When do you open? · 0.50",
        "1. When do you open? · 1.00",
    ]
    assert row.disagreement() is None
    row.reason.setText(" I said 8 ")
    assert row.disagreement() == Disagreement(b"s", b"b", "I said 8")


def test_a_reason_half_typed_stays_while_the_answers_do(qtbot) -> None:
    row = MarkAppealRow()
    qtbot.addWidget(row)
    found = [(RESULT, [got(b"a", 0.0), got(b"b", 0.5)])]
    row.show_answers(found)
    row.question.setCurrentIndex(1)
    row.reason.setText("I said")
    row.show_answers(found)
    assert row.disagreement() == Disagreement(b"s", b"b", "I said")
    row.show_answers([(RESULT, [got(b"a", 0.0)])])
    assert not row.reason.text()
