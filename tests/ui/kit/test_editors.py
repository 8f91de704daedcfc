from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.ui.kit.editors import CategoryEditor, ChoiceEditor, editor_for
from app.ui.kit.fields import KINDS, Field, Option
from app.ui.kit.type_ahead import Suggestion

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
OPTIONS = (Option("phone", {"en": "Phone", "zh_CN": "电话"}), Option("mail", "Mail"))


def now():
    return NOW


def suggest(text):
    found = {"la": ("lab", "Lab result"), "va": ("vac", "Vaccination")}.get(text[:2].lower())
    return [Suggestion(*found)] if found else []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_editor_with_the_same_three_words(kind, qtbot):
    editor = editor_for(Field("x", kind, "X"), "form.x", "en", now, UTC)
    qtbot.addWidget(editor)
    editor.set_value(None)
    assert editor.value() in ("", None, (), "not_asked")
    assert editor.objectName() == "form.x"
    assert hasattr(editor, "edited")


@pytest.fixture
def choice(qtbot):
    choice = ChoiceEditor(OPTIONS, "en")
    qtbot.addWidget(choice)
    choice.show()
    return choice


def test_a_choice_begins_without_an_answer(choice):
    assert choice.value() == ""


def test_a_choice_is_made_by_key_and_told(choice, qtbot):
    with qtbot.waitSignal(choice.edited) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == ["phone"]


def test_a_field_too_narrow_for_its_choice_says_the_whole(choice):
    for place in range(choice.count()):
        choice.setCurrentIndex(place)
        assert choice.toolTip() == choice.itemText(place)


def test_another_language_keeps_the_choice(choice):
    choice.set_value("phone")
    choice.show_options(OPTIONS, "zh_CN")
    assert (choice.value(), choice.currentText()) == ("phone", "电话")


def test_a_stored_key_that_is_not_offered_is_not_lost(choice):
    choice.set_value("fax")
    assert choice.value() == "fax"


def test_the_wheel_passes_over_a_choice(choice):
    choice.set_value("phone")
    down = QPoint(0, -120)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(choice, QWheelEvent(QPointF(5, 5), QPointF(5, 5), down, down, *none, False))
    assert choice.value() == "phone"


@pytest.fixture
def taken(qtbot):
    editor = CategoryEditor("form.category", Field("category", "category", "Category", suggest=suggest))
    qtbot.addWidget(editor)
    editor.set_value("lab")
    return editor


def _leave(editor):
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut))


def test_words_that_are_no_entry_stay_and_are_told(taken, qtbot):
    taken.selectAll()
    qtbot.keyClicks(taken, "something else")
    with qtbot.waitSignal(taken.left_untaken), qtbot.assertNotEmitted(taken.edited):
        _leave(taken)
    assert (taken.text(), taken.value(), taken.unreadable()) == ("something else", "lab", True)


def test_words_that_were_left_untaken_are_marked_when_the_keyboard_comes_back(taken, qtbot):
    qtbot.keyClicks(taken, "something else")
    _leave(taken)
    QApplication.sendEvent(taken, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    qtbot.keyClicks(taken, "va")
    assert taken.text() == "va"
    taken.close_list()


def test_an_entry_that_is_typed_out_in_full_is_taken_when_the_line_is_left(taken, qtbot):
    taken.selectAll()
    qtbot.keyClicks(taken, "VACCINATION ")
    with qtbot.waitSignal(taken.edited) as told, qtbot.assertNotEmitted(taken.left_untaken):
        _leave(taken)
    assert told.args == ["vac"]
    assert (taken.text(), taken.unreadable()) == ("Vaccination", False)


def test_an_emptied_category_is_none_and_can_be_read(taken, qtbot):
    taken.selectAll()
    qtbot.keyClick(taken, Qt.Key.Key_Delete)
    _leave(taken)
    assert (taken.value(), taken.unreadable()) == ("", False)


def test_a_category_is_shown_with_the_label_of_its_source(qtbot):
    editor = CategoryEditor("form.category", Field("category", "category", "Category", suggest=suggest))
    qtbot.addWidget(editor)
    editor.set_value("lab")
    assert (editor.text(), editor.value()) == ("Lab result", "lab")
    editor.set_value("unknown")
    assert (editor.text(), editor.value()) == ("unknown", "unknown")
    editor.set_value(Suggestion("x", "Given with its label"))
    assert (editor.text(), editor.value()) == ("Given with its label", "x")
