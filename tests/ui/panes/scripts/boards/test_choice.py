"""The choice among the boards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.panes.scripts.boards.choice import BoardChoice


@pytest.fixture
def choice(qtbot) -> BoardChoice:
    made = BoardChoice(("one", "two"))
    qtbot.addWidget(made)
    made.show_texts([("One", 3), ("Two", 0)])
    return made


def test_a_button_shows_how_much_there_is(choice: BoardChoice) -> None:
    buttons = choice.findChildren(QPushButton)
    assert [one.text() for one in buttons] == ["One (3)", "Two"]
    assert [one.accessibleName() for one in buttons] == ["One (3)", "Two"]


def test_only_one_is_down(choice: BoardChoice, qtbot) -> None:
    one, two = choice.findChildren(QPushButton)
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    assert (chosen.args, choice.place, one.isChecked()) == ([1], 1, False)
    with qtbot.waitSignal(choice.chosen):
        choice.choose(0)
    assert choice.place == 0


def test_only_what_a_person_may_see_to_is_offered(choice: BoardChoice, qtbot) -> None:
    one, two = choice.findChildren(QPushButton)
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.show_only(("two",))
    assert (chosen.args, one.isHidden(), two.isHidden(), two.isChecked()) == ([1], True, False, True)
    choice.next()
    assert choice.place == 1
    choice.show_only(("one", "two"))
    choice.next()
    assert (choice.place, one.isHidden()) == (0, False)
    choice.show_only(())
    choice.next()
    assert (choice.place, one.isHidden(), two.isHidden()) == (0, True, True)
