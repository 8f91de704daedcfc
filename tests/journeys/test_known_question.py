"""A known question, from the ring to the saved contact: at most twelve keystrokes besides the free text, no mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.contacts import AnswerMode
from app.services import drafts, inquiries, script_imports
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.intake.pane import IntakePane
from tests.desk import sign_in
from tests.ui.panes.intake.ending_jobs import EndingJobs

SCRIPTS = Path(__file__).resolve().parents[2] / "resources" / "scripts"
MOST = 12


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot):
        self._qtbot = qtbot
        self.count = 0

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.count += 1
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifiers)

    def letters(self, text):
        for letter in text:
            self.count += 1
            self._qtbot.keyClicks(QApplication.focusWidget(), letter)

    def free_text(self, text):
        """The words of the caller: typed, and not counted."""
        self._qtbot.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def desk_with_scripts(office):
    sign_in(office, "chen")
    texts = [
        script_imports.ScriptText(path.name, path.read_text(encoding="utf-8")) for path in sorted(SCRIPTS.rglob("*.md"))
    ]
    office.do(script_imports.import_scripts, texts, publish=True)
    sign_in(office, "wang")
    return office


@pytest.fixture
def pane(desk_with_scripts, clock, qtbot):
    jobs = EndingJobs(desk_with_scripts, clock.now, executor=InlineExecutor())
    pane = IntakePane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1180, 640)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    yield pane
    jobs.close()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_known_question_is_saved_in_twelve_keystrokes(pane, office, qtbot):
    keys = Keyboard(qtbot)
    pane.screen_pop("138 1234 5678", "call-1")
    keys.press(Qt.Key.Key_F2)
    keys.free_text("daughter is 12, wants the HPV vaccine")
    keys.press(Qt.Key.Key_F3)
    keys.letters("hpv")
    keys.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    keys.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    keys.press(Qt.Key.Key_F8)
    assert keys.count <= MOST, keys.count
    (row,) = office.ask(inquiries.list_page, inquiries.Wanted()).rows
    assert (row.category, row.state.value) == ("consult.immunization.hpv", "closed")
    (contact,) = office.ask(inquiries.detail, row.id).contacts
    assert contact.answer_mode is AnswerMode.SCRIPT
    assert [(one.key, one.version, one.query, one.rank) for one in contact.scripts] == [("imm-hpv-ages", 1, "hpv", 1)]
    assert pane.strip.current.text == f"Saved {row.number}"


@pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing", extend=True)
def test_a_silent_call_takes_two_keys(pane, office, qtbot):
    keys = Keyboard(qtbot)
    pane.screen_pop("138 1234 5678", "call-1")
    keys.press(Qt.Key.Key_Escape)
    menu = QApplication.activePopupWidget()
    qtbot.keyPress(menu, Qt.Key.Key_S)
    assert keys.count + 1 == 2
    assert office.ask(inquiries.list_page, inquiries.Wanted()).rows == ()
    assert office.ask(drafts.mine) == []
    assert pane.front.blank


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_category_alone_suggests_the_answer(pane, office, qtbot):
    keys = Keyboard(qtbot)
    pane.screen_pop("138 1234 5678", "call-1")
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    keys.letters("hpv")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.key for one in pane.front.say._hits][:1] == ["imm-hpv-ages"], timeout=5_000)
    keys.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    keys.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    keys.press(Qt.Key.Key_F8)
    assert keys.count <= MOST
    (row,) = office.ask(inquiries.list_page, inquiries.Wanted()).rows
    (contact,) = office.ask(contacts_of, row.id)
    assert contact.scripts[0].key == "imm-hpv-ages"


def contacts_of(view, inquiry):
    return inquiries.detail(view, inquiry).contacts
