from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.kit.line_editors import DateEditor, LineEditor, MomentEditor, NumberEditor

NOW = datetime(2026, 3, 5, 8, 30, 12, tzinfo=UTC)
SHANGHAI = timezone(timedelta(hours=8))


def now():
    return NOW


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1,234.5", 1234.5),
        (" -3 ", -3),
        ("２", 2),
        ("", None),
        ("three", None),
        ("nan", None),
        ("1e999", None),
    ],
)
def test_a_number_is_read_as_typed(qtbot, text, value):
    editor = NumberEditor()
    qtbot.addWidget(editor)
    editor.setText(text)
    assert editor.value() == value
    assert editor.unreadable() is (value is None and bool(text))


def test_a_text_is_kept_as_typed(qtbot):
    editor = LineEditor()
    qtbot.addWidget(editor)
    editor.set_value(" 咳嗽 🤒 ‏שלום ")
    assert editor.value() == " 咳嗽 🤒 ‏שלום "
    assert not editor.unreadable()


def test_only_a_persons_change_is_told(qtbot):
    editor = LineEditor()
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value("x")
    with qtbot.waitSignal(editor.edited) as told:
        qtbot.keyClicks(editor, "y")
    assert told.args == ["yx"]


@pytest.fixture
def dates(qtbot):
    editor = DateEditor(now, SHANGHAI)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_a_date_stands_in_full_when_the_line_is_left(dates, qtbot):
    qtbot.keyClicks(dates, "3/9")
    qtbot.keyClick(dates, Qt.Key.Key_Return)
    assert (dates.text(), dates.value()) == ("2026-03-09", date(2026, 3, 9))
    assert dates.meaning("en") == "Mon"


def test_up_and_down_move_a_date_and_begin_today(dates, qtbot):
    qtbot.keyClick(dates, Qt.Key.Key_Up)
    assert dates.value() == date(2026, 3, 5)
    qtbot.keyClick(dates, Qt.Key.Key_Down)
    assert dates.value() == date(2026, 3, 4)


def test_what_is_no_date_stays_to_be_mended(dates, qtbot):
    qtbot.keyClicks(dates, "soon")
    qtbot.keyClick(dates, Qt.Key.Key_Return)
    assert (dates.text(), dates.value(), dates.unreadable()) == ("soon", None, True)


def test_a_time_is_read_in_the_zone_of_the_window_and_given_in_utc(qtbot):
    editor = MomentEditor(now, SHANGHAI)
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor, "tomorrow 9:00")
    assert editor.value() == datetime(2026, 3, 6, 1, 0, tzinfo=UTC)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "2026-03-06 09:00"
    assert editor.meaning("zh_CN") == "明天 09:00"


def test_a_time_in_some_hours_is_fixed_when_the_line_is_left(qtbot):
    editor = MomentEditor(now, UTC)
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor, "in 2 h")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.value() == datetime(2026, 3, 5, 10, 30, tzinfo=UTC)


@pytest.fixture
def pair(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    line, other = LineEditor(page), LineEditor(page)
    page.show()
    page.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return line, other


def test_a_line_that_is_left_shows_its_beginning_and_goes_on_where_it_was(pair, qtbot):
    line, other = pair
    qtbot.keyClicks(line, "asks from which age")
    other.setFocus()
    assert line.cursorPosition() == 0
    line.setFocus()
    qtbot.keyClicks(line, " on")
    assert line.text() == "asks from which age on"


def test_a_line_that_was_filled_meanwhile_begins_anew(pair, qtbot):
    line, other = pair
    qtbot.keyClicks(line, "typed")
    other.setFocus()
    line.set_value("read from the records")
    line.setFocus()
    assert line.cursorPosition() == 0
