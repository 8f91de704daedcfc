"""An operator cannot speak with somebody in the language they need; the call goes to a colleague who speaks it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.services import accounts, callback_sheets, campaign_progress
from app.ui.kit import focus, languages
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import sign_in
from tests.services.calling import call, campaign
from tests.windows import put_up

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def call_of_wang(office):
    """The only call there is; li speaks Cantonese, wang does not."""
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "li", ["zh_CN", "Cantonese"])
    sign_in(office, "wang")
    return campaign(office, 1, rotate_days=0)[0]


@pytest.fixture
def pane(office, clock, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", str)
    languages.of_app().use("en")
    jobs = Jobs(office, clock.now, executor=InlineExecutor())
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    put_up(qtbot, made)
    yield made
    jobs.close()


def _say_cantonese(pane, qtbot):
    """Dial, and say by keys that the language was in the way, and which one it is."""
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F9):
        qtbot.keyClick(pane, key)
    qtbot.keyClicks(pane.outcome.line, "243")
    qtbot.keyClick(pane.outcome.line, Qt.Key.Key_Return)
    focus.step(pane, onward=True)  # what Tab does in the window
    asked = QApplication.focusWidget()
    assert asked.objectName() == "callbacks.outcome.form.language"
    qtbot.keyClicks(asked, "canto")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.keyClick(pane, Qt.Key.Key_F8)


def test_only_a_colleague_who_speaks_it_gets_the_call_and_is_told_why(office, clock, pane, qtbot, call_of_wang):
    pane.refresh()
    _say_cantonese(pane, qtbot)
    assert office.ask(callback_sheets.of, call_of_wang).language == "Cantonese"
    clock.advance(timedelta(hours=7))
    qtbot.keyClick(pane, Qt.Key.Key_F7)
    assert pane.in_hand() is None
    assert "Waits for somebody who speaks the language" in pane.explanation.lines.text()
    assert "Cantonese: 1, spoken by Li" in pane.explanation.lines.text()
    sign_in(office, "li")
    pane.refresh()
    qtbot.keyClick(pane, Qt.Key.Key_F7)
    assert pane.in_hand() == call_of_wang
    assert pane.card.chip.text() == "You speak Cantonese"
    assert "speaks Cantonese" in pane.card.about.text()


def test_nobody_waits_for_a_language_once_its_speaker_is_gone(office, call_of_wang):
    call(office, call_of_wang, "243", language="Cantonese")
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "li", [])
    sign_in(office, "li")
    of = office.ask(callback_sheets.of, call_of_wang).callback.campaign
    assert office.ask(campaign_progress.progress, of).languages == ()
