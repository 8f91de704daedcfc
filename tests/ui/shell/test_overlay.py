import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.shell.overlay import Overlay


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    ground.line = QLineEdit(ground)
    QVBoxLayout(ground).addWidget(ground.line)
    ground.resize(300, 200)
    qtbot.addWidget(ground)
    ground.show()
    ground.line.setFocus()
    return ground


@pytest.fixture
def overlay(ground):
    overlay = Overlay("sheet", ground)
    overlay.one, overlay.two = QPushButton("one", overlay), QPushButton("two", overlay)
    return overlay


def test_it_covers_its_parent_and_follows_its_size(ground, overlay):
    overlay.open()
    ground.resize(400, 260)
    assert overlay.geometry() == ground.rect()


def test_escape_takes_it_away_and_the_focus_goes_back(qtbot, ground, overlay):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is ground.line)
    overlay.open()
    overlay.one.setFocus()
    with qtbot.waitSignal(overlay.closed):
        qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    assert overlay.isHidden()
    assert QApplication.focusWidget() is ground.line


def test_a_press_beside_takes_it_away(qtbot, overlay):
    overlay.open()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(290, 190))
    assert overlay.isHidden()


def test_tab_stays_on_it(qtbot, overlay):
    overlay.open()
    overlay.one.setFocus()
    qtbot.waitUntil(overlay.one.hasFocus)
    for expected in (overlay.two, overlay.one, overlay.two):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
