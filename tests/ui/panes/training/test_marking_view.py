"""Marking by keyboard: quarters, a missed critical point, all that say the same, one step back."""

import pytest
from PySide6.QtCore import Qt

from app.models.drill_items import DrillKind, Item
from app.scripts_library.answer_grading import Grade, PointGrade, Verdict
from app.services.exam_desk import Marked
from app.services.exam_results import ToMark
from app.ui.panes.training.marking_view import MarkingView

ITEM = Item(b"i", DrillKind.SAY, "s", ("k1",), {"en": "When do you open?"})


def waiting(sitting: bytes, text: str, score: float) -> ToMark:
    points = (PointGrade("k1", Verdict.MAYBE, 0.4, critical=True),)
    return ToMark(sitting, b"v", ITEM, text, Grade(score, points), {"k1": "opens at 8"})


@pytest.fixture
def view(jobs, qtbot) -> MarkingView:
    made = MarkingView()
    qtbot.addWidget(made)
    made.show()
    made.show_waiting([waiting(b"1", "at 8", 0.6), waiting(b"2", "At  8", 0.6), waiting(b"3", "", 0.0)])
    return made


def test_keys_mark_and_nothing_is_final_before_enter(view: MarkingView, qtbot) -> None:
    said: list[list[Marked]] = []
    view.marked.connect(said.append)
    assert "opens at 8" in view.text.toPlainText()
    assert view.critical.isChecked()
    qtbot.keyClick(view.text, Qt.Key.Key_3)
    qtbot.keyClick(view.text, Qt.Key.Key_C)
    assert said == []
    qtbot.keyClick(view.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [(one.sitting, one.points, one.critical) for one in said[0]] == [(b"1", 0.75, False), (b"2", 0.75, False)]
    qtbot.keyClick(view.text, Qt.Key.Key_Backspace)
    qtbot.keyClick(view.text, Qt.Key.Key_C)
    qtbot.keyClick(view.text, Qt.Key.Key_Return)
    assert said[1] == [Marked(b"2", b"v", 0.75, critical=True)]  # what was given stood there, not what was proposed


def test_whoever_gives_all_points_says_that_nothing_critical_is_missed(view: MarkingView, qtbot) -> None:
    said: list[list[Marked]] = []
    view.marked.connect(said.append)
    assert view.critical.isChecked()
    qtbot.keyClick(view.text, Qt.Key.Key_4)
    qtbot.keyClick(view.text, Qt.Key.Key_Return)
    assert said[0] == [Marked(b"1", b"v", 1.0, critical=False)]


def test_the_view_is_left_when_nothing_waits_any_more(view: MarkingView, qtbot) -> None:
    for _ in range(2):
        qtbot.keyClick(view.text, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.left, timeout=1000):
        qtbot.keyClick(view.text, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.left, timeout=1000):
        qtbot.keyClick(view.text, Qt.Key.Key_Escape)
