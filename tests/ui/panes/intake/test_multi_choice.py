from PySide6.QtCore import Qt

from app.ui.kit.fields import Option
from app.ui.panes.intake.multi_choice import MultiChoice

OPTIONS = (Option("cough", {"en": "Cough", "zh_CN": "咳嗽"}), Option("rash", {"en": "Rash", "zh_CN": "皮疹"}))


def choice(shown):
    made = MultiChoice(OPTIONS, "en")
    made.setObjectName("symptoms")
    return shown(made)


def boxes(widget):
    return [widget.findChild(object, f"symptoms.{key}") for key in ("cough", "rash")]


def test_chosen_options_come_in_the_order_of_the_list(shown, qtbot):
    one = choice(shown)
    with qtbot.waitSignal(one.edited, check_params_cb=("rash",).__eq__):
        boxes(one)[1].click()
    boxes(one)[0].click()
    assert one.value() == ("cough", "rash")


def test_setting_a_value_is_no_edit_and_an_unknown_option_is_not_lost(shown, qtbot):
    one = choice(shown)
    with qtbot.assertNotEmitted(one.edited):
        one.set_value(["rash", "fever"])
    assert one.value() == ("rash", "fever")
    one.set_value(None)
    assert one.value() == ()


def test_left_and_right_move_and_space_chooses(shown, qtbot):
    one = choice(shown)
    one.setFocus()
    qtbot.keyClick(boxes(one)[0], Qt.Key.Key_Right)
    qtbot.keyClick(one.focusWidget(), Qt.Key.Key_Space)
    assert one.value() == ("rash",)


def test_words_follow_the_language(shown):
    one = choice(shown)
    one.show_options(OPTIONS, "zh_CN")
    assert [box.text() for box in boxes(one)] == ["咳嗽", "皮疹"]
