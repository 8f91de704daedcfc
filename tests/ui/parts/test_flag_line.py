"""Flagging a script in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from app.services.script_reading import OpenScript
from app.ui.kit import languages
from app.ui.parts.flag_line import FlagLine


@pytest.fixture
def line(qtbot, opened: OpenScript) -> FlagLine:
    made = FlagLine()
    qtbot.addWidget(made)
    made.begin(opened.points)
    return made


def note(line: FlagLine) -> QLineEdit:
    return line.findChild(QLineEdit, "flag.note")


def test_enter_alone_is_enough(line: FlagLine, qtbot) -> None:
    with qtbot.waitSignal(line.flagged) as heard:
        qtbot.keyClick(note(line), Qt.Key.Key_Return)
    assert heard.args == ["Something is wrong", ""]


def test_words_and_a_key_point_go_with_it(line: FlagLine, qtbot) -> None:
    line.findChild(QComboBox, "flag.reason").setCurrentIndex(1)
    line.findChild(QComboBox, "flag.about").setCurrentIndex(2)
    qtbot.keyClicks(note(line), " changed  in March ")
    with qtbot.waitSignal(line.flagged) as heard:
        line.findChild(QPushButton, "flag.send").click()
    assert heard.args == ["It is out of date: changed in March", "k2"]


def test_escape_leaves_without_a_word(line: FlagLine, qtbot) -> None:
    with qtbot.waitSignal(line.left), qtbot.assertNotEmitted(line.flagged):
        qtbot.keyClick(note(line), Qt.Key.Key_Escape)


def test_enter_belongs_to_the_input_method_while_it_composes(line: FlagLine, qtbot) -> None:
    QApplication.sendEvent(note(line), QInputMethodEvent("guo'shi", []))
    with qtbot.assertNotEmitted(line.flagged), qtbot.assertNotEmitted(line.left):
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_it_begins_anew_each_time(line: FlagLine, qtbot) -> None:
    qtbot.keyClicks(note(line), "old words")
    line.findChild(QComboBox, "flag.reason").setCurrentIndex(2)
    line.begin(())
    assert note(line).text() == ""
    assert line.findChild(QComboBox, "flag.reason").currentIndex() == 0
    assert line.findChild(QComboBox, "flag.about").isHidden()


def test_a_choice_survives_a_change_of_language(line: FlagLine, qtbot) -> None:
    reason = line.findChild(QComboBox, "flag.reason")
    reason.setCurrentIndex(1)
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: reason.currentText() == "内容过时")


def test_the_key_point_that_is_meant_can_be_chosen_already(line: FlagLine) -> None:
    line.choose("k2")
    assert line.findChild(QComboBox, "flag.about").currentData() == "k2"
    line.choose("gone")
    assert line.findChild(QComboBox, "flag.about").currentData() == ""
