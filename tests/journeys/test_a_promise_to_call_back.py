"""A promised call falls due: busy, again after twenty minutes by the rule, answered, done; another person asks never to
be called again and is gone from every queue at once."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from app.models.contacts import Outcome
from app.models.promises import PromiseState
from app.services import callback_sources, callbacks, callers, inquiries
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import NOON
from tests.services.calling import campaign, number
from tests.services.taking import take
from tests.ui.panes.intake.ending_jobs import EndingJobs
from tests.windows import put_up


@pytest.fixture
def dialed(monkeypatch):
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


@pytest.fixture
def pane(office, clock, qtbot, dialed):
    jobs = EndingJobs(office, clock.now, executor=InlineExecutor())
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    put_up(qtbot, made)
    yield made
    jobs.close()


def _call(pane, qtbot, digit):
    """Take the next call, dial it, and say by a digit how it ended: keys only."""
    qtbot.keyClick(pane, Qt.Key.Key_F7)
    qtbot.keyClick(pane, Qt.Key.Key_F9)
    qtbot.keyClicks(pane.outcome.line, digit)
    qtbot.keyClick(pane.outcome.line, Qt.Key.Key_Return)
    qtbot.keyClick(pane, Qt.Key.Key_F8)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_promised_call_is_busy_then_answered_and_another_person_is_never_called_again(
    office, clock, pane, dialed, qtbot
):
    due_at = NOON + timedelta(hours=1)
    inquiry = take(office, Outcome.CALL_BACK, promise="Tell her the date", due_at=due_at, summary="Vaccine")
    assert office.ask(callbacks.next_for) is None
    clock.set(due_at)
    pane.refresh()
    _call(pane, qtbot, "3")
    clock.advance(timedelta(minutes=19))
    assert office.ask(callbacks.next_for) is None
    clock.advance(timedelta(minutes=1))
    pane.refresh()
    _call(pane, qtbot, "1")
    assert dialed == ["tel:+8613812345678"] * 2
    assert office.ask(inquiries.detail, inquiry).promises[0].state is PromiseState.KEPT
    _asks_never_to_be_called(office, clock, pane, qtbot)


def _asks_never_to_be_called(office, clock, pane, qtbot):
    campaign(office, 2)
    office.do(callback_sources.missed, number(0))
    clock.advance(timedelta(minutes=40))
    pane.refresh()
    assert len(office.ask(callbacks.queue)) == 3
    _call(pane, qtbot, "8")
    assert [one.sheet.number.key for one in office.ask(callbacks.queue)] == [number(1)]
    assert office.ask(inquiries.due_callbacks) == []
    assert office.ask(callers.by_number, number(0)).do_not_call
