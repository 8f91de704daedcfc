"""The caller's side of a mock call: silent until picked up, one line at a time, the mood in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.models.mock_calls import CallState, Turn
from app.ui.kit.commands import CommandTable
from app.ui.panes.practice.caller_panel import CallerPanel
from app.ui.panes.practice.commands import PRACTICE


class Target(QWidget):
    """Something that can be told all of it."""

    may_speak = True

    def focus_line(self) -> None: ...

    read_out = speak_aloud = end = focus_line


@pytest.fixture
def panel(jobs, qtbot) -> CallerPanel:
    target = Target()
    made = CallerPanel("Rose", CommandTable(PRACTICE, target), target)
    qtbot.addWidget(target)
    target.resize(1100, 200)
    made.resize(1100, 150)
    target.show()
    return made


def test_nothing_is_said_before_the_call_is_picked_up(panel: CallerPanel, qtbot) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    panel.show_call((), None, "It rings")
    assert not panel.line.isEnabled()
    panel.put("Hello")
    panel.line.returnPressed.emit()
    assert said == []


def test_enter_says_the_line_once(panel: CallerPanel, qtbot) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    panel.show_call((Turn(False, "Help!"),), CallState(-1), "")
    panel.put("Hello,\n  Rose")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert said == ["Hello, Rose"]
    assert "Help!" in panel.transcript.toPlainText()
    assert panel._mood.text() == "uneasy"


def test_whoever_is_gone_hears_nothing(panel: CallerPanel) -> None:
    panel.show_call((), CallState(-4, over=True), "Over")
    assert not panel.line.isEnabled()


def test_a_high_window_shows_more_of_what_was_said(panel: CallerPanel) -> None:
    panel.fit(600)
    low = panel.transcript.height()
    panel.fit(1000)
    assert panel.transcript.minimumHeight() > low
