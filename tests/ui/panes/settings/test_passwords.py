import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.ui.panes.settings.passwords import AGAIN, FORMER, FRESH, PasswordLines, fill_labeled


@pytest.fixture
def lines(qtbot) -> PasswordLines:
    made = PasswordLines("settings.password", former=True)
    qtbot.addWidget(made)
    made.show()
    return made


def _type(lines: PasswordLines, qtbot, fresh: str, again: str) -> None:
    for name, text in ((FORMER, "former one"), (FRESH, fresh), (AGAIN, again)):
        lines._lines[name].clear()
        qtbot.keyClicks(lines._lines[name], text)


@pytest.mark.parametrize(
    ("fresh", "again", "problem"),
    [
        ("short", "short", "At least 8 characters"),
        ("long enough", "long enougj", "The two are not the same"),
        ("long enough", "long enough", ""),
    ],
)
def test_passwords_are_checked_before_they_are_sent(lines, qtbot, fresh: str, again: str, problem: str) -> None:
    _type(lines, qtbot, fresh, again)
    assert lines.problem() == problem
    assert lines._error.isVisible() is bool(problem)


def test_what_is_typed_is_hidden_but_while_the_eye_is_held(lines, qtbot) -> None:
    line = lines._lines[FRESH]
    assert line.echoMode() is QLineEdit.EchoMode.Password
    qtbot.mousePress(lines._show, Qt.MouseButton.LeftButton)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    qtbot.mouseRelease(lines._show, Qt.MouseButton.LeftButton)
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_cleared_lines_forget_everything(lines, qtbot) -> None:
    _type(lines, qtbot, "long enough", "other")
    lines.problem()
    lines.clear()
    assert [lines.value(name) for name in (FORMER, FRESH, AGAIN)] == ["", "", ""]
    assert not lines._error.isVisible()


def test_enter_in_a_line_means_save(lines, qtbot) -> None:
    with qtbot.waitSignal(lines.entered):
        qtbot.keyClick(lines._lines[AGAIN], Qt.Key.Key_Return)


def test_labels_stand_over_their_fields(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    pairs = [(QLabel("One", holder), QLineEdit(holder)), (QLabel("Two", holder), QLineEdit(holder))]
    fill_labeled(QGridLayout(holder), pairs)
    assert pairs[0][0].buddy() is pairs[0][1]
