from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.intake.free_line import FreeLine


class Units:
    def suggest(self, text):
        return [Suggestion("hosp", "County Hospital")] if text and "county hospital".startswith(text.lower()) else []


def line(shown):
    window = QWidget()
    one, other = FreeLine("line", Units().suggest, window), FreeLine("other", Units().suggest, window)
    column = QVBoxLayout(window)
    column.addWidget(one)
    column.addWidget(other)
    shown(window)
    one.setFocus()
    return one, other


def test_what_is_in_no_list_stays_when_the_line_is_left(shown, qtbot):
    one, other = line(shown)
    qtbot.keyClicks(one, "my own clinic")
    other.setFocus()
    assert one.value() == "my own clinic"


def test_a_suggestion_is_taken_with_enter(shown, qtbot):
    one, _ = line(shown)
    qtbot.keyClicks(one, "cou")
    with qtbot.waitSignal(one.edited, check_params_cb="County Hospital".__eq__):
        qtbot.keyClick(one, Qt.Key.Key_Return)


def test_setting_a_value_is_no_edit(shown, qtbot):
    one, _ = line(shown)
    with qtbot.assertNotEmitted(one.edited):
        one.set_value("x")
    one.set_value(None)
    assert one.value() == ""
