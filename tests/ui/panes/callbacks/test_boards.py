"""A supervisor turns from one list to the other and back to the queue."""

from PySide6.QtCore import Qt

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
