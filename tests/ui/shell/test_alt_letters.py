import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.search_box import SearchBox
from app.ui.shell.alt_letters import AltLetters
from tests.windows import put_up


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.line, made.box = QLineEdit(made), SearchBox("box", made)
    made.line.setObjectName("line")
    made.line.setAccessibleName("line")
    column = QVBoxLayout(made)
    column.addWidget(made.line)
    column.addWidget(made.box)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    made.line.setFocus()
    return made


def alt(qtbot, window, key):
    qtbot.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.AltModifier)


def test_a_command_key_that_no_command_takes_here_types_nothing(qtbot, window):
    AltLetters(window, "linux").watch()
    alt(qtbot, window, Qt.Key.Key_N)
    alt(qtbot, window, Qt.Key.Key_6)
    assert window.line.text() == ""


def test_a_letter_without_alt_is_typed(qtbot, window):
    AltLetters(window, "linux").watch()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_N)
    assert window.line.text() == "n"


def test_who_answers_a_key_with_alt_still_hears_of_it(qtbot, window):
    AltLetters(window, "linux").watch()
    window.box.setFocus()
    with qtbot.waitSignal(window.box.picked) as picked:
        alt(qtbot, window, Qt.Key.Key_3)
    assert picked.args == [2]


def test_a_command_of_the_place_still_runs(qtbot, window):
    AltLetters(window, "linux").watch()
    action = QAction(window)
    action.setShortcut(QKeySequence("Alt+N"))
    window.addAction(action)
    with qtbot.waitSignal(action.triggered):
        alt(qtbot, window, Qt.Key.Key_N)


def test_where_alt_writes_letters_of_its_own_they_are_typed(qtbot, window):
    AltLetters(window, "darwin").watch()
    alt(qtbot, window, Qt.Key.Key_N)
    assert window.line.text() == "n"


def test_watching_twice_is_watching_once(qtbot, window):
    letters = AltLetters(window, "linux")
    letters.watch()
    letters.watch()
    alt(qtbot, window, Qt.Key.Key_N)
    assert window.line.text() == ""
