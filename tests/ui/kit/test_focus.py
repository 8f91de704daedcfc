"""The keyboard is handed on by what leaves the screen with it, and by nothing else."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.focus import handed_on
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
