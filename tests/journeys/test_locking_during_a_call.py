"""A window that locks while somebody is on the line: the call goes on, nothing can be read, nothing is lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.models.accounts import OperatorState
from tests.desk import PASSWORD
from tests.journeys.whole_window import Station, whole_window


def test_a_call_outlives_the_lock(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung("138 1234 5678")
        operator.gives("intake.pick_up")
        operator.hands.type("intake.matter.summary", "Has a fever since yesterday")
        operator.window.lock()
        page = operator.window.seat.lock_page
        assert "Talking" in page.call.text
        assert "1234" not in page.call.text
        assert not _readable(operator.window, "Has a fever since yesterday")
        operator.hands.type("lock.password", PASSWORD)
        operator.hands.press("lock.password", Qt.Key.Key_Return)
        operator.until(lambda: not operator.window.seat.locked)
        assert operator.window.desk.state.state is OperatorState.TALKING
        assert operator.intake.front.state.draft.summary == "Has a fever since yesterday"


def test_a_locked_window_says_that_another_call_rings(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung("138 1234 5678")
        operator.gives("intake.pick_up")
        operator.window.lock()
        page = operator.window.seat.lock_page
        assert page.waiting.isHidden()
        operator.is_rung("139 8765 4321", call_id="2")
        assert page.call.text.startswith("Talking")
        assert page.waiting.text() == "Another call rings 139 **** 4321"
        operator.is_rung("137 2222 8888", call_id="3")
        assert page.waiting.text() == "Another call rings 139 **** 4321\nAnother call rings 137 **** 8888"


def test_a_call_that_rings_while_another_is_written_up_shows_on_the_locked_window(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung("138 1234 5678")
        operator.gives("intake.pick_up")
        operator.gives("intake.hang_up")
        operator.window.lock()
        operator.is_rung("139 8765 4321", call_id="2")
        assert operator.window.seat.lock_page.call.text.startswith("Ringing")
        assert operator.window.seat.lock_page.call.text.endswith("4321")


def test_every_call_that_rings_is_named_on_a_locked_window_that_had_none(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.window.lock()
        page = operator.window.seat.lock_page
        operator.is_rung("138 1234 5678")
        assert (page.call.text[-4:], page.waiting.isHidden()) == ("5678", True)
        operator.is_rung("139 8765 4321", call_id="2")
        assert (page.call.text[-4:], page.waiting.text()) == ("4321", "Another call rings 138 **** 5678")


def test_an_idle_window_locks_and_takes_the_next_call_masked(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.window.seat.idle.idle.emit()
        operator.is_rung("138 1234 5678")
        assert operator.window.seat.locked
        assert operator.window.seat.lock_page.call.text.startswith("Ringing")
        assert not _readable(operator.window, "1234")


def _readable(window, text):
    """Whether a line on the screen shows a text."""
    lines = window.findChildren(QLineEdit)
    return any(text in line.text() for line in lines if line.isVisible())
