"""A supervisor turns from one list to the other and back to the queue."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.services import callback_attempts
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import sign_in
from tests.services.calling import campaign
from tests.windows import put_up


def test_one_list_stands_in_the_place_of_the_queue_at_a_time(office, jobs, qtbot):
    campaign(office, 1)
    sign_in(office, "li")
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    put_up(qtbot, pane)
    pane.refresh()
    shown = []
    for key in (Qt.Key.Key_R, Qt.Key.Key_L, Qt.Key.Key_L):
        qtbot.keyClick(pane, key, Qt.KeyboardModifier.AltModifier)
        pane.reload_boards()
        shown.append((pane.view.isVisible(), pane.referred.isVisible(), pane.leases.isVisible()))
    assert shown == [(False, True, False), (False, False, True), (True, False, False)]
    assert pane.leases.model.rowCount() == 1


def test_a_supervisor_says_how_a_call_ended_that_somebody_else_left(office, clock, jobs, qtbot):
    (only,) = campaign(office, 1)
    attempt = office.do(callback_attempts.begin, only).value.attempt
    clock.advance(timedelta(hours=2))
    sign_in(office, "li")
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    put_up(qtbot, pane)
    pane.refresh()
    qtbot.keyClick(pane, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    board = pane.referred
    assert [board.model.index(0, at).data() for at in (0, 3)] == [
        "Outcome missing", "say how it ended; Wang did not",
    ]  # fmt: skip
    assert [one.isVisible() for one in board._buttons] == [False, False, False, True]
    board.say_outcome()
    assert pane.is_calling()
    pane.outcome.choose("201")
    pane.finish()
    row = office.store.rows.one("SELECT attempt, code FROM attempt_outcome /* whole: a test */")
    assert (bytes(row[0]), row[1]) == (attempt, "201")
    assert board.model.rowCount() == 0
    assert board.view.hasFocus()
