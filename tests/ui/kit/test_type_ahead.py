import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.ui.kit.type_ahead import Suggestion, TypeAhead
from tests.windows import put_up

CATEGORIES = [
    Suggestion("vac", "Vaccination", "疫苗"),
    Suggestion("vac.hpv", "HPV vaccine", "九价"),
    Suggestion("lab", "Lab result", "化验"),
]


def suggest(text):
    return [one for one in CATEGORIES if text.lower() in (one.label + one.hint).lower()]


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    column = QVBoxLayout(window)
    window.line = TypeAhead("category", suggest)
    window.other = QLineEdit()
    column.addWidget(window.line)
    column.addWidget(window.other)
    column.addStretch(1)
    window.show()
    window.activateWindow()
    window.line.setFocus()
    qtbot.waitUntil(window.line.hasFocus)
    return window


@pytest.fixture
def line(window):
    return window.line


def shown(line):
    rows = line.window().findChild(QListWidget)
    return [rows.item(row).text() for row in range(rows.count())] if line.open else []


def test_the_list_narrows_while_typing(line, qtbot):
    qtbot.keyClicks(line, "vacc")
    assert shown(line) == ["Vaccination", "HPV vaccine"]
    qtbot.keyClicks(line, "ination")
    assert shown(line) == ["Vaccination"]
    qtbot.keyClicks(line, "x")
    assert not line.open


def test_down_and_enter_take_a_line(line, qtbot):
    qtbot.keyClicks(line, "vacc")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(line.chosen) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["vac.hpv"]
    assert (line.text(), line.key, line.open) == ("HPV vaccine", "vac.hpv", False)


def test_only_enter_on_a_line_of_the_list_is_told_as_entered(line, qtbot):
    with qtbot.assertNotEmitted(line.entered):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "lab")
    with qtbot.waitSignal(line.entered):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.key == "lab"


def test_tab_takes_the_marked_line_and_goes_on(window, line, qtbot):
    qtbot.keyClicks(line, "lab")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.key == "lab"
    assert window.focusWidget() is window.other
    assert line.cursorPosition() == 0


def test_down_opens_the_whole_list(line, qtbot):
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert len(shown(line)) == 3


def test_esc_closes_the_list_and_keeps_the_text(line, qtbot):
    qtbot.keyClicks(line, "va")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (line.open, line.text()) == (False, "va")


def test_text_that_is_no_choice_goes_back_when_the_line_is_left(window, line, qtbot):
    line.show_key("lab", "Lab result")
    qtbot.keyClicks(line, " and more")
    window.other.setFocus()
    assert (line.text(), line.key) == ("Lab result", "lab")


def test_emptying_the_line_takes_the_value_away(line, qtbot):
    line.show_key("lab", "Lab result")
    with qtbot.waitSignal(line.chosen) as told:
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert (told.args, line.key) == ([""], "")


def test_an_emptied_line_takes_nothing_by_tab_and_down_opens_the_whole_list(window, line, qtbot):
    qtbot.keyClicks(line, "l")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not line.open
    with qtbot.assertNotEmitted(line.chosen):
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert (line.text(), line.key, window.focusWidget()) == ("", "", window.other)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert len(shown(line)) == 3


def test_showing_a_value_opens_nothing_and_tells_nothing(line, qtbot):
    with qtbot.assertNotEmitted(line.chosen):
        line.show_key("lab", "Lab result")
    assert not line.open


def test_of_a_long_value_that_is_shown_the_beginning_is_seen(window, line, qtbot):
    window.other.setFocus()
    qtbot.waitUntil(window.other.hasFocus)
    line.show_key("cdc", "Center for disease prevention and control " * 9)
    assert line.cursorPosition() == 0


def test_the_preedit_narrows_the_list_but_enter_is_the_input_methods(line, qtbot):
    QApplication.sendEvent(line, QInputMethodEvent("la'b", []))
    assert shown(line) == ["Lab result"]
    with qtbot.assertNotEmitted(line.chosen):
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.keyClick(line, Qt.Key.Key_Down)


def test_a_click_takes_a_line(line, qtbot):
    qtbot.keyClicks(line, "lab")
    rows = line.window().findChild(QListWidget)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(0)).center())
    assert line.key == "lab"


def test_the_list_stays_inside_the_window(window, line, qtbot):
    window.resize(500, 90)
    qtbot.keyClicks(line, "va")
    popup = window.findChild(QListWidget).parentWidget()
    assert popup.y() >= 0
    assert popup.width() >= line.width()


def test_the_list_of_a_narrow_line_at_the_right_edge_grows_to_the_left(window, line, qtbot):
    window.layout().removeWidget(line)
    line.setGeometry(380, 10, 110, 30)
    qtbot.keyClicks(line, "va")
    popup = window.findChild(QListWidget).parentWidget()
    assert (popup.x(), popup.width()) == (500 - 360, 360)


@pytest.mark.parametrize("why", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason])
def test_what_is_typed_stays_while_another_window_is_looked_at(line, qtbot, why):
    qtbot.keyClicks(line, "vacc")
    with qtbot.assertNotEmitted(line.left), qtbot.assertNotEmitted(line.chosen):
        QApplication.sendEvent(line, QFocusEvent(QFocusEvent.Type.FocusOut, why))
    assert (line.text(), line.open) == ("vacc", False)
    QApplication.sendEvent(line, QFocusEvent(QFocusEvent.Type.FocusIn, why))
    assert shown(line) == ["Vaccination", "HPV vaccine"]


def test_text_that_was_not_taken_is_told_before_it_goes_away(window, line, qtbot):
    put_up(qtbot, window)
    line.setFocus()
    qtbot.keyClicks(line, "lab")
    with qtbot.waitSignal(line.left) as told:
        line.clearFocus()
    assert (told.args, line.text(), line.open) == (["lab"], "", False)
    line.setFocus()
    qtbot.keyClicks(line, "lab")
    assert line.take_marked()
    assert (line.key, line.take_marked()) == ("lab", False)
    with qtbot.assertNotEmitted(line.left):
        line.clearFocus()


def test_a_line_is_left_where_the_program_moves_the_cursor_while_another_window_is_looked_at(window, line, qtbot):
    put_up(qtbot, window)
    other = QWidget()
    qtbot.addWidget(other)
    line.show_key("vac", "Vaccination")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "lab")
    put_up(qtbot, other)
    window.other.setFocus()
    assert line.text() == "lab"
    with qtbot.waitSignal(line.left) as told:
        put_up(qtbot, window)
    assert (told.args, line.text(), line.key) == (["lab"], "Vaccination", "vac")
    with qtbot.assertNotEmitted(line.left):
        line.setFocus()
        window.other.setFocus()


def test_a_line_that_goes_off_the_screen_while_another_window_is_looked_at_is_left(window, line, qtbot):
    put_up(qtbot, window)
    other = QWidget()
    qtbot.addWidget(other)
    line.setFocus()
    qtbot.keyClicks(line, "lab")
    put_up(qtbot, other)
    with qtbot.waitSignal(line.left) as told:
        line.hide()
    assert (told.args, line.text()) == (["lab"], "")
