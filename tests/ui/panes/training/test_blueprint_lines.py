"""Each line of a blueprint has its own number, kind and difficulty, by keyboard, within what the bank holds."""

import pytest
from PySide6.QtCore import Qt

from app.models.drill_items import Difficulty, DrillKind
from app.models.exams import BlueprintLine
from app.ui.panes.training.blueprint_lines import BlueprintLines
from tests.ui.panes.training.test_exam_form import STOCK


@pytest.fixture
def lines(qtbot) -> BlueprintLines:
    made = BlueprintLines()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.ask(STOCK, {"a": "Topic A"})
    return made


def test_a_number_is_typed_on_its_topic_and_never_beyond_the_bank(lines: BlueprintLines, qtbot) -> None:
    assert [lines.rows.cells(0)[place].text for place in (0, 3)] == ["Topic A", "0 / 5"]
    qtbot.keyClick(lines.list, Qt.Key.Key_4)
    assert lines.lines() == (BlueprintLine("a", 4),)
    qtbot.keyClick(lines.list, Qt.Key.Key_9)
    assert lines.lines() == (BlueprintLine("a", 5),)
    qtbot.keyClick(lines.list, Qt.Key.Key_Down)
    qtbot.keyClick(lines.list, Qt.Key.Key_1)
    assert lines.lines() == (BlueprintLine("a", 5), BlueprintLine("b", 1))


def test_each_line_has_its_own_kind_and_difficulty(lines: BlueprintLines) -> None:
    lines.list.select(1)
    lines.count.setValue(3)
    lines.hard.setCurrentIndex(lines.hard.findData("easy"))
    assert lines.lines() == (BlueprintLine("b", 1, difficulty=Difficulty.EASY),)
    lines.another()
    lines.count.setValue(2)
    lines.kind.setCurrentIndex(lines.kind.findData("mcq"))
    assert lines.lines() == (
        BlueprintLine("b", 1, difficulty=Difficulty.EASY),
        BlueprintLine("b", 2, DrillKind.MCQ),
    )
    lines.list.select(1)
    assert (lines.count.value(), lines.kind.currentData(), lines.hard.currentData()) == (1, "", "easy")


def test_a_proposal_stands_on_top_and_the_other_topics_below_it(lines: BlueprintLines) -> None:
    lines.show_lines([BlueprintLine("b", 2)])
    assert [lines.rows.cells(place)[3].text for place in (0, 1)] == ["2 / 3", "0 / 5"]
    assert lines.lines() == (BlueprintLine("b", 2),)
