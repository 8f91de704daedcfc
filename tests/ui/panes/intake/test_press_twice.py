from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.kit.flow import FlowLayout
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


def test_the_question_comes_up_under_the_pointer_where_it_does_not_fit_beside_what_stands_there(shown, qtbot):
    holder = QWidget()
    flow = FlowLayout(holder, gap=4)
    beside, one = QPushButton("Add flag", holder), PressTwice("never", parent=holder)
    beside.setAccessibleName("Add flag")
    beside.setObjectName("add")
    one.show_texts("Never call", "Never call again? Press once more")
    for button in (beside, one):
        flow.addWidget(button)
    shown(holder)
    holder.resize(264, 100)
    before = one.pos()
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    flow.activate()
    assert (one.text(), one.pos()) == ("Never call again? Press once more", before)
