import pytest
from PySide6.QtCore import QPoint, Qt

from app.ui.kit import theme
from app.ui.kit.tri_state import TriState


@pytest.fixture
def switch(qtbot):
    theme.of_app().apply(mode="light")
    switch = TriState()
    qtbot.addWidget(switch)
    switch.show()
    return switch


def test_it_begins_as_not_asked(switch):
    assert switch.value() == "not_asked"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ([Qt.Key.Key_Y], "yes"),
        ([Qt.Key.Key_1], "yes"),
        ([Qt.Key.Key_N], "no"),
        ([Qt.Key.Key_0], "no"),
        ([Qt.Key.Key_Y, Qt.Key.Key_Backspace], "not_asked"),
        ([Qt.Key.Key_Space], "yes"),
        ([Qt.Key.Key_Left], "no"),
        ([Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left], "yes"),
        ([Qt.Key.Key_Y, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right], "not_asked"),
    ],
)
def test_each_answer_has_its_keys(switch, qtbot, keys, answer):
    for key in keys:
        qtbot.keyClick(switch, key)
    assert switch.value() == answer


def test_an_answer_is_told_once(switch, qtbot):
    with qtbot.waitSignal(switch.edited) as told:
        qtbot.keyClick(switch, Qt.Key.Key_N)
    assert told.args == ["no"]
    with qtbot.assertNotEmitted(switch.edited):
        qtbot.keyClick(switch, Qt.Key.Key_N)


def test_setting_a_value_is_not_an_answer(switch, qtbot):
    with qtbot.assertNotEmitted(switch.edited):
        switch.set_value("yes")
        switch.set_value(None)
    assert switch.value() == "not_asked"


def test_a_fourth_answer_is_refused(switch):
    with pytest.raises(ValueError, match="maybe"):
        switch.set_value("maybe")


def test_a_click_answers_with_the_word_under_it(switch, qtbot):
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert switch.value() == "yes"
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 10, 10))
    assert switch.value() == "not_asked"


def test_keys_reach_it_while_a_chinese_input_method_is_on(switch):
    assert not switch.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_screen_reader_is_told_the_answer(switch, qtbot):
    qtbot.keyClick(switch, Qt.Key.Key_Y)
    assert switch.accessibleDescription() == "Yes"


def test_the_answer_is_filled_with_the_accent(switch):
    switch.set_value("yes")
    image = switch.grab().toImage()
    assert image.pixelColor(12, 6).name() == theme.of_app().hex("accent").lower()


def test_other_keys_go_on_to_the_form(switch, qtbot):
    qtbot.keyClick(switch, Qt.Key.Key_F8)
    assert switch.value() == "not_asked"
