import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.long_text import LongText
from app.ui.panes.intake.low_room import LINES, LowRoom


@pytest.fixture
def column(shown):
    made = QWidget()
    made.text = LongText(4, made)
    made.text.setObjectName("details")
    made.text.setAccessibleName("Details")
    QVBoxLayout(made).addWidget(made.text)
    made.room = LowRoom(made, made.text)
    made.resize(400, _height(made, LINES + 1))
    return shown(made)


def _height(column, lines):
    return lines * column.fontMetrics().lineSpacing()


def test_a_high_column_leaves_the_text_its_four_lines(column):
    assert not column.room.low
    assert column.text.minimumHeight() == column.text.height_of(4)
    assert column.text.height() > column.text.height_of(4)


def test_a_long_text_is_seen_whole_in_a_high_column_up_to_ten_lines(column):
    column.text.setPlainText("one\n" * 6)
    assert column.text.minimumHeight() == column.text.height_of(7)
    column.text.setPlainText("one\n" * 60)
    assert column.text.minimumHeight() == column.text.height_of(10)


def test_a_low_column_says_so_once_and_takes_two_lines_back(column, qtbot):
    with qtbot.waitSignal(column.room.changed, check_params_cb=bool):
        column.resize(400, _height(column, LINES - 2))
    with qtbot.assertNotEmitted(column.room.changed):
        column.resize(400, _height(column, LINES - 3))
    assert column.text.height() == column.text.height_of(2)


def test_what_is_written_gets_its_lines_in_a_low_column_too(column):
    column.resize(400, _height(column, LINES - 2))
    column.text.setPlainText("one\ntwo\nthree")
    assert column.text.minimumHeight() == column.text.height_of(3)
    column.text.setPlainText("\n" * 30)
    assert column.text.minimumHeight() == column.text.height_of(4)
    column.text.clear()
    assert column.text.minimumHeight() == column.text.height_of(2)


def test_a_column_that_grows_gives_the_lines_back(column):
    column.resize(400, _height(column, LINES - 2))
    column.resize(400, _height(column, LINES + 2))
    assert not column.room.low
    assert column.text.minimumHeight() == column.text.height_of(4)
