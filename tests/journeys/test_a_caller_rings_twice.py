"""A caller rings twice about the same matter: a hint says so, one key adds to it, and no second inquiry is made."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.contacts import Outcome
from app.services import inquiries
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.intake import duplicate_hints
from app.ui.panes.intake.pane import IntakePane
from tests.desk import NOON
from tests.services.taking import take
from tests.ui.panes.intake.ending_jobs import EndingJobs


@pytest.fixture
def pane(office, clock, qtbot, monkeypatch):
    monkeypatch.setattr(duplicate_hints, "DELAY_MS", 1)
    monkeypatch.setattr(duplicate_hints, "READ_MS", 1)
    jobs = EndingJobs(office, clock.now, executor=InlineExecutor())
    pane = IntakePane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1180, 640)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    yield pane
    jobs.close()


def _keys(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_second_call_joins_the_first_inquiry_by_one_key(pane, office, clock, qtbot):
    values = {"summary": "Ward smells of sewage since Sunday", "unit": "H01", "due_at": NOON + timedelta(days=2)}
    first = take(office, Outcome.DISPATCH, **values)
    clock.advance(timedelta(days=1))
    pane.screen_pop("0531 8888 6666", "call-2")
    _keys(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "the ward still smells of sewage")
    for question, answer in (("concerns", "nobody"), ("wants_callback", "no"), ("identity_consent", "no")):
        pane.front.state.answer(question, answer)  # what the county's form asks of every matter
    hints = pane.front.what.hints
    qtbot.waitUntil(hints.isVisible)
    assert hints.first.row.id == first
    qtbot.waitUntil(lambda: hints._stands.hasExpired(duplicate_hints.READ_MS))
    _keys(qtbot, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    (row,) = office.ask(inquiries.list_page, inquiries.Wanted()).rows
    assert len(office.ask(inquiries.detail, row.id).contacts) == 2
    assert pane.strip.current.text == f"Saved {row.number}"
    assert pane.front.blank
    assert not pane.front.what.hints.isVisible()
