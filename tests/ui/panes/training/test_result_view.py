"""A result stands with its answers, and with the time from which it can be sat again."""

from datetime import UTC, timedelta

from PySide6.QtCore import QUrl

from app.models.drill_items import DrillKind, Item
from app.services.exam_results import AnswerGot, Result
from app.ui.panes.training.result_view import ResultView
from tests.desk import NOON

ITEM = Item(b"i", DrillKind.SLOT, "s", ("k",), {"en": "open at ____"}, fills={"en": ("8",)})
RESULT = Result(b"p", "", b"s", 1, 0.5, 1, 0, False, timedelta(minutes=5), 0, 0, ())


def test_a_failed_exam_says_from_when_on_it_can_be_sat_again(qtbot) -> None:
    view = ResultView()
    qtbot.addWidget(view)
    assert view.toPlainText() == ""
    assert view.placeholderText().startswith("While an exam is open")
    found = [(RESULT, [AnswerGot(ITEM, "9", (), 0.0, True, True, version=b"v", appeal="I said 8")])]
    view.show_results(found, NOON, UTC)
    said = view.toPlainText()
    assert said.startswith("You can sit it again on another form from 2026-03-02")
    for part in ("50 % · not passed", "Right: 8", "Your appeal: I said 8 · waits for another person"):
        assert part in said
    view.show_results(found, None, UTC)
    assert view.toPlainText().startswith("Sitting 1")


def test_only_a_question_that_was_not_right_leads_to_a_flag(qtbot) -> None:
    view = ResultView()
    qtbot.addWidget(view)
    wrong, right = (AnswerGot(ITEM, "9", (), points, False, True) for points in (0.0, 1.0))
    view.show_results([(RESULT, [right, wrong])], None, UTC)
    assert view.toHtml().count('href="flag:') == 1
    with qtbot.waitSignal(view.flag_wanted) as wanted:
        view.anchorClicked.emit(QUrl("flag:1-2"))
    assert wanted.args == ["s", "k"]
    with qtbot.assertNotEmitted(view.flag_wanted):
        view.anchorClicked.emit(QUrl("flag:9-9"))
