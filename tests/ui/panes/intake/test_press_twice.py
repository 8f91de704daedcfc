from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.panes.intake.press_twice import PressTwice


def button(shown):
    made = PressTwice("never")
    made.show_texts("Never call", "Sure?")
    return shown(made)


def test_the_first_press_only_asks(shown, qtbot):
    one = button(shown)
    with qtbot.assertNotEmitted(one.confirmed):
        one.click()
    assert one.text() == "Sure?"
    assert one.property("tone") == "danger"


def test_the_second_press_does_it(shown, qtbot):
    one = button(shown)
    one.click()
    with qtbot.waitSignal(one.confirmed):
        one.click()
    assert one.text() == "Never call"


def test_going_elsewhere_forgets_the_first_press(shown, qtbot):
    window = QWidget()
    one, other = PressTwice("a", parent=window), PressTwice("b", parent=window)
    one.show_texts("Never call", "Sure?")
    other.show_texts("b", "b?")
    shown(window)
    one.setFocus()
    one.click()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert one.text() == "Never call"
