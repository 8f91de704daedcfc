"""Digits choose: one ends it, several are ticked, an order is built."""

import pytest
from PySide6.QtCore import Qt

from app.ui.panes.training.choice_list import ChoiceList, Choosing


@pytest.fixture
def made(qtbot) -> ChoiceList:
    found = ChoiceList("test.options")
    qtbot.addWidget(found)
    return found


def press(made: ChoiceList, qtbot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(made, key)


def test_one_digit_ends_a_single_choice(made: ChoiceList, qtbot) -> None:
    made.offer(["a", "b"], Choosing.ONE)
    with qtbot.waitSignal(made.made, timeout=1000):
        press(made, qtbot, Qt.Key.Key_2)
    assert (made.chosen(), made.is_whole()) == ((1,), True)
    press(made, qtbot, Qt.Key.Key_3)
    assert made.chosen() == (1,)


def test_several_are_ticked_and_unticked(made: ChoiceList, qtbot) -> None:
    made.offer(["a", "b", "c"], Choosing.SEVERAL)
    press(made, qtbot, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Space)
    assert made.chosen() == (0, 2)
    made.offer(["a", "b", "c"], Choosing.SEVERAL)
    assert (made.chosen(), made.is_whole()) == ((), False)


def test_an_order_is_whole_when_everything_has_its_place(made: ChoiceList, qtbot) -> None:
    made.offer(["a", "b", "c"], Choosing.ORDER)
    press(made, qtbot, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_2)
    assert (made.chosen(), made.is_whole()) == ((2, 1), False)
    press(made, qtbot, Qt.Key.Key_1)
    with qtbot.waitSignal(made.made, timeout=1000):
        press(made, qtbot, Qt.Key.Key_Return)
    assert made.item(0).text() == "1 · 3.   a"
