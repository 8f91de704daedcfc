"""The keyboard is handed on by what leaves the screen with it, and by nothing else."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.focus import KeyboardHome, handed_on, in_order
from tests.windows import put_up


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("elsewhere", "heir"):
        column.addWidget(QLineEdit(made, objectName=name))
    leaving = QWidget(made, objectName="leaving")
    column.addWidget(leaving)
    QVBoxLayout(leaving).addWidget(QLineEdit(leaving, objectName="field"))
    put_up(qtbot, made)
    return made


@pytest.mark.parametrize(("holder", "later"), [("field", "heir"), ("elsewhere", "elsewhere")])
def test_the_heir_gets_the_keyboard_of_what_leaves(window: QWidget, holder: str, later: str) -> None:
    window.findChild(QLineEdit, holder).setFocus()
    leaving = window.findChild(QWidget, "leaving")
    with handed_on(leaving, window.findChild(QLineEdit, "heir")):
        leaving.hide()
    assert window.focusWidget().objectName() == later


@pytest.mark.parametrize("way", ["disabled", "hidden"])
def test_the_keyboard_comes_home_when_its_widget_goes(window: QWidget, way: str) -> None:
    leaving, field = window.findChild(QWidget, "leaving"), window.findChild(QLineEdit, "field")
    home = QLineEdit(leaving, objectName="home")
    leaving.layout().insertWidget(0, home)
    KeyboardHome(leaving, home.setFocus)
    home.show()
    field.setFocus()
    field.setEnabled(False) if way == "disabled" else field.hide()
    assert window.focusWidget() is home


def test_who_goes_elsewhere_is_not_called_back(window: QWidget) -> None:
    leaving = window.findChild(QWidget, "leaving")
    called: list[str] = []
    KeyboardHome(leaving, partial(called.append, "home"))
    window.findChild(QLineEdit, "field").setFocus()
    window.findChild(QLineEdit, "elsewhere").setFocus()
    window.findChild(QLineEdit, "field").setFocus()
    leaving.hide()
    assert (called, window.focusWidget().objectName()) == ([], "elsewhere")


def test_tab_follows_the_order_that_is_asked_for(window: QWidget, qtbot: QtBot) -> None:
    late = QWidget(window, objectName="late")
    window.layout().insertWidget(0, late)
    column = QVBoxLayout(late)
    for name in ("one", "two"):
        column.addWidget(QLineEdit(late, objectName=name))
    late.show()
    in_order(late, window.findChild(QWidget, "leaving"), window.findChild(QLineEdit, "heir"))
    late.findChild(QLineEdit, "one").setFocus()
    went = []
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        went.append(window.focusWidget().objectName())
    assert went == ["two", "field", "heir"]
