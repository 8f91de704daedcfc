import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.kit.fault_sheet import FaultSheet
from app.ui.kit.faults import Fault

FAULT = Fault("0badcafe", "contacts.finalize", "1.0", "KeyError", "KeyError\n  app/x.py:1 in f: g()")


@pytest.fixture
def sheet(qtbot):
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    sheet = FaultSheet(window)
    sheet.window_kept = window
    return sheet


def press(sheet, name):
    sheet.findChild(QPushButton, f"fault_sheet.{name}").click()


def test_a_fault_is_shown_inside_the_window_and_stops_nobody(sheet):
    sheet.show_fault(FAULT)
    assert sheet.isVisible()
    assert sheet.parent().rect().contains(sheet.geometry())
    assert not sheet.isModal()
    assert not sheet.hasFocus()


def test_the_report_is_copied_whole(sheet):
    sheet.show_fault(FAULT)
    press(sheet, "copy")
    assert QGuiApplication.clipboard().text() == FAULT.report()


def test_going_on_closes_and_forgets(sheet, qtbot):
    sheet.show_fault(FAULT)
    with qtbot.waitSignal(sheet.closed):
        press(sheet, "go_on")
    assert (sheet.isVisible(), sheet.faults) == (False, ())


def test_further_faults_are_counted_on_the_open_sheet(sheet):
    other = Fault("0000beef", "contacts.open", "1.0", "ValueError", "ValueError")
    sheet.show_fault(FAULT)
    sheet.show_fault(other)
    press(sheet, "copy")
    assert sheet.faults == (FAULT, other)
    assert "0000beef" in QGuiApplication.clipboard().text()


def test_esc_goes_on(sheet, qtbot):
    sheet.show_fault(FAULT)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_it_stays_in_the_window_when_that_shrinks(sheet):
    sheet.show_fault(FAULT)
    sheet.parent().resize(480, 520)
    assert sheet.parent().rect().contains(sheet.geometry())
