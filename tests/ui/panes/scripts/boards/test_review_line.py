"""The day of the next review, asked in place."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.kit import languages
from app.ui.panes.scripts.boards.review_line import ReviewLine
from tests.desk import NOON


@pytest.fixture
def line(bare_jobs, qtbot) -> ReviewLine:
    made = ReviewLine("review_on")
    qtbot.addWidget(made)
    made.begin(NOON, NOON.date() + timedelta(days=180))
    return made


def test_the_usual_day_stands_there_and_another_can_be_typed(line: ReviewLine, qtbot) -> None:
    line.day.setText("+90")
    with qtbot.waitSignal(line.sent) as sent:
        qtbot.mouseClick(line.findChild(QPushButton, "review_on.send"), Qt.MouseButton.LeftButton)
    assert sent.args == [NOON.date() + timedelta(days=90)]
    assert line.isHidden()


def test_without_a_day_nothing_is_sent_and_esc_leaves(line: ReviewLine, qtbot) -> None:
    line.day.setText("")
    with qtbot.assertNotEmitted(line.sent):
        qtbot.keyClick(line.day, Qt.Key.Key_Return)
    assert not line.isHidden()
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line.day, Qt.Key.Key_Escape)
    assert line.isHidden()


def test_it_speaks_the_language_of_the_window(line: ReviewLine, qtbot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: line.day.accessibleName() == "下次复审日期")
