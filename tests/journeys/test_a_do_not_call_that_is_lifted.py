"""A person asks in an interview never to be called, writes months later that calls are welcome, and asks again.

A supervisor lifts it by keys alone; the person is called again, says it again, and is barred again.
"""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.models.errors import DoNotCall
from app.services import callback_sources, callbacks, callers, never_calls
from app.ui.kit import focus, languages
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import NOON, sign_in
from tests.services.calling import campaign, number
from tests.ui.panes.intake.ending_jobs import EndingJobs
from tests.windows import put_up

_ENTER = Qt.Key.Key_Return


@pytest.fixture
def dialed(monkeypatch):
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


@pytest.fixture
def pane(office, clock, qtbot, dialed):
    languages.of_app().use("en")
    jobs = EndingJobs(office, clock.now, executor=InlineExecutor())
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    put_up(qtbot, made)
    yield made
    jobs.close()


def _asks_never_to_be_called(pane, qtbot):
    """Take the next call, dial it, and end it with "never call again" (8): keys only."""
    qtbot.keyClick(pane, Qt.Key.Key_F7)
    qtbot.keyClick(pane, Qt.Key.Key_F9)
    qtbot.keyClicks(pane.outcome.line, "8")
    qtbot.keyClick(pane.outcome.line, _ENTER)
    qtbot.keyClick(pane, Qt.Key.Key_F8)


def _press(qtbot, pane, *keys):
    for one in keys:
        held = QApplication.focusWidget() or pane
        if one is Qt.Key.Key_Tab:
            focus.step(pane, onward=True)  # as the desk leads it
        elif isinstance(one, str):
            qtbot.keyClicks(held, one)
        else:
            qtbot.keyClick(held, one)


def _lifts_by_keys(pane, qtbot, day):
    """Alt+N, find the number, Tab to the request, say day and place, and press twice."""
    qtbot.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    pane.barred.line.setFocus()
    _press(qtbot, pane, number(0), _ENTER)
    pane.barred.focus_list()
    _press(qtbot, pane, Qt.Key.Key_Tab, day, Qt.Key.Key_Tab, "Folder 7, letter 12", Qt.Key.Key_Tab)
    _press(qtbot, pane, Qt.Key.Key_Space, Qt.Key.Key_Space)
    qtbot.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_person_is_barred_called_again_at_a_written_request_and_barred_again(office, clock, pane, dialed, qtbot):
    (only,) = campaign(office, 1)
    clock.set(NOON.replace(hour=6, minute=30))
    sign_in(office, "wang")
    pane.refresh()
    _asks_never_to_be_called(pane, qtbot)
    with pytest.raises(DoNotCall):
        office.ask(callers.may_dial, number(0))
    assert office.do(callback_sources.missed, number(0)).value is None, "no call is owed to who is barred"
    clock.advance(timedelta(days=1))
    sign_in(office, "li")
    pane.refresh()
    _lifts_by_keys(pane, qtbot, "2026-03-03")
    assert dialed == [f"tel:{number(0)}"], "nobody is dialed by a lift"
    assert office.ask(callers.may_dial, number(0)).uri
    sign_in(office, "wang")
    assert office.do(callback_sources.missed, number(0)).value
    clock.advance(timedelta(hours=1))
    pane.refresh()
    _asks_never_to_be_called(pane, qtbot)
    assert dialed == [f"tel:{number(0)}"] * 2
    with pytest.raises(DoNotCall):
        office.ask(callers.may_dial, number(0))
    told = office.ask(never_calls.of_call, only)
    assert [(one.stands, one.lifted_by) for one in told] == [(True, ""), (False, "Li")]
    assert office.ask(callbacks.queue) == []
