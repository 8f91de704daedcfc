import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.ui.kit.tags import TagButton, TagLine, TagTyping
from app.ui.kit.type_ahead import Suggestion


def suggest(text):
    return [Suggestion("疫苗", "疫苗")] if text.startswith("y") else []


@pytest.fixture
def tags(qtbot):
    tags = TagLine("form.tags", suggest)
    qtbot.addWidget(tags)
    tags.resize(400, 80)
    tags.show()
    return tags


@pytest.fixture
def line(tags):
    return tags.findChild(TagTyping)


def test_enter_or_a_comma_ends_a_tag(tags, line, qtbot):
    with qtbot.waitSignal(tags.edited):
        qtbot.keyClicks(line, "fever,")
    qtbot.keyClicks(line, "second  call")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert tags.value() == ("fever", "second call")
    assert line.text() == ""


def test_a_suggestion_becomes_a_tag(tags, line, qtbot):
    qtbot.keyClicks(line, "y")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert tags.value() == ("疫苗",)
    assert line.text() == ""


def test_no_tag_stands_twice(tags, line, qtbot):
    qtbot.keyClicks(line, "a,a,")
    assert tags.value() == ("a",)


def test_what_is_typed_and_not_ended_counts_too(tags, line, qtbot):
    tags.set_value(("a",))
    qtbot.keyClicks(line, "b")
    assert tags.value() == ("a", "b")


def test_backspace_in_the_empty_line_takes_the_last_back(tags, line, qtbot):
    tags.set_value(("a", "b"))
    with qtbot.waitSignal(tags.edited) as told:
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert told.args == [("a",)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_a_tag_takes_itself_away_by_key(tags, qtbot, key):
    tags.set_value(("a",))
    qtbot.keyClick(tags.findChild(TagButton), key)
    assert tags.value() == ()


def test_other_tags_are_shown_without_a_signal(tags, line, qtbot):
    qtbot.keyClicks(line, "left over")
    with qtbot.assertNotEmitted(tags.edited):
        tags.set_value(["x"])
    assert tags.value() == ("x",)


def test_while_composing_enter_belongs_to_the_input_method(tags, line, qtbot):
    line.setText("x")
    QApplication.sendEvent(line, QInputMethodEvent("mq", []))
    with qtbot.assertNotEmitted(tags.edited):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_focus_goes_to_the_line_that_has_the_name(tags, line):
    tags.setAccessibleName("Tags")
    assert tags.focusProxy() is line
    assert line.accessibleName() == "Tags"
