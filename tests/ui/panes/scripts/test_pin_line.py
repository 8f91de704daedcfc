"""Until when a script is pinned."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.panes.scripts.pin_line import PinLine
from tests.desk import NOON

TODAY = date(2026, 3, 2)


def now():
    return NOON


@pytest.fixture
def line(bare_jobs, qtbot) -> PinLine:
    made = PinLine("scripts.pinning", now)
    qtbot.addWidget(made)
    return made


def test_enter_pins_for_a_week_and_another_day_can_be_typed(line: PinLine, qtbot) -> None:
    line.begin("Ages", TODAY, None)
    assert not line.findChild(QPushButton, "scripts.pinning.off").isVisible()
    with qtbot.waitSignal(line.wanted) as wanted:
        qtbot.keyClick(line.day, Qt.Key.Key_Return)
    assert wanted.args == [TODAY + timedelta(days=7)]
    line.day.setText("2026-04-01")
    with qtbot.waitSignal(line.wanted) as wanted:
        line.submit()
    assert wanted.args == [date(2026, 4, 1)]


def test_a_pin_is_taken_off_and_nothing_is_sent_without_a_day(line: PinLine, qtbot) -> None:
    line.begin("Ages", TODAY, TODAY)
    assert line.day.value() == TODAY
    with qtbot.waitSignal(line.wanted) as wanted:
        line.findChild(QPushButton, "scripts.pinning.off").click()
    assert wanted.args == [None]
    line.day.setText("some day")
    with qtbot.assertNotEmitted(line.wanted):
        line.submit()
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.isHidden()
