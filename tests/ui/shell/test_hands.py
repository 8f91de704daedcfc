import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.shell.hands import Hands


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    for name, shown in (("try.line", False), ("try.line", True)):
        line = QLineEdit(ground)
        line.setObjectName(name)
        line.setVisible(shown)
    qtbot.addWidget(ground)
    ground.show()
    return ground


def test_of_several_parts_the_one_on_the_screen_is_meant(ground):
    hands = Hands(ground)
    hands.type("try.line", "九价 HPV")
    assert hands.part("try.line").text() == "九价 HPV"


def test_what_stands_in_a_line_can_be_typed_over(ground):
    hands = Hands(ground)
    hands.type("try.line", "wang")
    hands.empty("try.line")
    hands.type("try.line", "li")
    assert hands.part("try.line").text() == "li"


def test_keys_arrive_as_keys(qtbot, ground):
    hands = Hands(ground)
    with qtbot.waitSignal(hands.part("try.line").returnPressed):
        hands.press("try.line", Qt.Key.Key_Return)


def test_a_part_that_is_not_there_is_a_mistake(ground):
    hands = Hands(ground)
    assert not hands.shows("try.other")
    with pytest.raises(KeyError):
        hands.type("try.other", "text")
