import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from app.ui.kit import theme
from app.ui.kit.buttons import TONES, ActionButton


class Runs(QObject):
    def __init__(self):
        super().__init__()
        self.count = 0

    def run(self):
        self.count += 1


@pytest.fixture
def action(qapp):
    action = QAction("Save")
    action.setObjectName("save")
    action.setToolTip("Keep it")
    return action


def test_pressing_starts_the_action(qtbot, action):
    runs = Runs()
    action.triggered.connect(runs.run)
    button = ActionButton(action)
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert runs.count == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_it_but_not_together_with_another_key(qtbot, action, key):
    runs = Runs()
    action.triggered.connect(runs.run)
    button = ActionButton(action)
    qtbot.addWidget(button)
    qtbot.keyClick(button, key)
    assert runs.count == 1
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert runs.count == 1


def test_it_follows_the_action(qtbot, action):
    button = ActionButton(action, icon="save", tone="primary")
    qtbot.addWidget(button)
    action.setText("保存")
    action.setEnabled(False)
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("保存", "保存", "Keep it")
    assert not button.isEnabled()
    assert button.objectName() == "save.button"


def test_an_unknown_tone_is_refused(qtbot, action):
    with pytest.raises(ValueError, match="pink"):
        ActionButton(action, tone="pink")


@pytest.mark.parametrize("tone", TONES)
def test_a_button_that_cannot_be_pressed_is_seen_not_to_be(qtbot, action, tone):
    theme.of_app().apply()
    button = ActionButton(action, tone=tone)
    qtbot.addWidget(button)
    open_one = button.grab().toImage()
    action.setEnabled(False)
    assert button.grab().toImage() != open_one
