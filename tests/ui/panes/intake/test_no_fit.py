from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.panes.intake.no_fit import NoFit


def test_the_next_step_is_one_key(shown, qtbot):
    none = shown(NoFit())
    button = none.findChild(QPushButton)
    button.setFocus()
    with qtbot.waitSignal(none.own_knowledge):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.accessibleName() == "Answered from own knowledge"
