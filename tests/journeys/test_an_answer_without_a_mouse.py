"""An answer is written, approved by a second person, flagged, changed in a hurry, called back about: by keys alone."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.models.contacts import GivenScript, Outcome
from app.services import contacts, inquiries
from app.services.office import Office
from app.services.scripts import versions_of
from tests.desk import NOON, draft
from tests.journeys.test_a_supervisor_without_a_mouse import Keyboard
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.windows import put_up

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_KEY, _SAID = "lost-health-card", "Go to any desk; it is ready in 3 days."
_MOST_TABS = 60


class Author(Keyboard):
    """A keyboard with an input method, from which Chinese comes in one piece, at the scripts."""

    def __init__(self, person: Operator, name: str, qtbot: Any) -> None:
        super().__init__(person)
        if person.window.desk is not None:
            person.leaves()
        person.signs_in(name)
        put_up(qtbot, person.window)
        assert self.strike(Qt.Key.Key_3, held=_CTRL) == "scripts.search"
        self.pane: Any = person.window.desk.panes.pane("scripts")
        self.until = person.until

    def compose(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        self._operator.rests()

    def tab_to(self, name: str) -> None:
        for _ in range(_MOST_TABS):
            if self.at == name:
                return
            self.strike(Qt.Key.Key_Tab)
        raise AssertionError(f"no way by Tab to {name}")

    def find(self, typed: str) -> None:
        self.write(typed)
        self.until(lambda: [line.key for line in self.pane.desk.library.hits.lines][:1] == [_KEY])
        self.strike(Qt.Key.Key_Return)
        self.until(lambda: self.pane.desk.reading.card is not None)

    def go_to_finding(self, code: str) -> None:
        """Strike F8 until the cursor stands where the form lacks this."""
        editor = self.pane.editing.editor
        self.until(lambda: any(one.code == code for one in editor.side.findings))
        for _ in range(len(editor.side.findings)):
            self.strike(Qt.Key.Key_F8)
            if editor.side.findings[editor._finding].code == code:
                return
        raise AssertionError(code)


def _writes(keys: Author) -> None:
    keys.until(keys.pane.can_write)
    assert keys.strike(Qt.Key.Key_N, held=_CTRL) == "scripts.editor.about.title_zh"
    keys.compose("健康卡丢了怎么补？")
    keys.strike(Qt.Key.Key_Tab)
    keys.write("Lost health card")
    assert keys.strike(Qt.Key.Key_PageDown, held=_CTRL) == "scripts.editor.body.say"
    keys.compose("请到任一窗口补办，3天后取。")
    editor = keys.pane.editing.editor
    keys.until(lambda: sum(one.code == "body-missing" for one in editor.side.findings) == 1)
    keys.go_to_finding("body-missing")
    keys.write(_SAID)
    keys.go_to_finding("key-missing")
    keys.write(_KEY)
    keys.go_to_finding("source-missing")
    keys.strike(Qt.Key.Key_Space)
    keys.write("Rule 8")
    keys.until(editor.can_submit)
    keys.strike(Qt.Key.Key_Return, held=_CTRL)
    keys.until(lambda: not keys.pane.editing.is_open)


def _approves(keys: Author) -> None:
    keys.strike(Qt.Key.Key_J, held=_CTRL)
    keys.until(lambda: keys.pane.desk.library.to_do.board.count == 1)
    keys.tab_to(keys.pane.desk.library.to_do.board.list.objectName())
    keys.strike(Qt.Key.Key_Down, Qt.Key.Key_Return)
    keys.tab_to("scripts.life.approve")
    keys.strike(Qt.Key.Key_Space)


def _flags(keys: Author) -> None:
    keys.find("jkk")
    assert keys.strike(Qt.Key.Key_G, held=_CTRL) == "scripts.flagging.note"
    keys.write("Bring your identity card")
    keys.strike(Qt.Key.Key_Return)


def _changes(keys: Author) -> None:
    keys.find("lost card")
    keys.strike(Qt.Key.Key_F4)
    keys.until(lambda: keys.pane.editing.is_open)
    keys.strike(Qt.Key.Key_PageDown, held=_CTRL)
    keys.strike(Qt.Key.Key_End, held=_CTRL)
    keys.compose("请带身份证。")
    keys.strike(Qt.Key.Key_S, held=_CTRL)
    keys.until(lambda: not keys.pane.editing.is_open)


def _hurries(keys: Author) -> None:
    keys.find("lost card")
    keys.tab_to("scripts.life.publish_urgent")
    assert keys.strike(Qt.Key.Key_Space) == "scripts.life.note"
    keys.write("Bring your identity card")
    keys.strike(Qt.Key.Key_Return)


def _calls_back(keys: Author) -> None:
    keys.tab_to("scripts.versions")
    keys.strike(Qt.Key.Key_End)
    assert keys.strike(Qt.Key.Key_B, held=_CTRL) == "scripts.recall.list"
    keys.tab_to("scripts.recall.what")
    keys.write("Bring your identity card")
    keys.strike(Qt.Key.Key_B, held=_CTRL | _SHIFT)


def _standings(office: Office) -> dict[int, str]:
    return {one.number: one.standing.value for one in office.ask(versions_of, _KEY)}


def _give(office: Office) -> None:
    """Wang told a caller; the library knows which version it was."""
    given = GivenScript(_KEY, 1, "en", NOON, query="jkk", rank=1)
    office.do(contacts.finalize, office.do(contacts.start, draft(given=(given,))).value, Outcome.ANSWERED)


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)
def test_an_answer_is_written_approved_flagged_changed_and_called_back_about_by_keys(
    qtbot: Any, office: Office, tmp_path: Path
) -> None:
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as person:
        _writes(Author(person, "chen", qtbot))
        _approves(Author(person, "li", qtbot))
        person.until(lambda: _standings(office) == {1: "live"})
        wang = Author(person, "wang", qtbot)
        _flags(wang)
        person.until(lambda: wang.pane._shelf.flags)
        _give(office)
        _changes(Author(person, "chen", qtbot))
        li = Author(person, "li", qtbot)
        _hurries(li)
        person.until(lambda: _standings(office)[3] == "live")  # the draft and, of it, a copy that is urgent
        _calls_back(li)
        person.until(lambda: office.ask(inquiries.due_callbacks))
        assert [owed.what for owed in office.ask(inquiries.due_callbacks)] == ["Bring your identity card"]
