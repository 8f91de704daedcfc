"""The open calls to one number stand in a menu, and the one whose person is on the line is chosen by Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services import callbacks
from app.services.office import Office
from app.ui.panes.callbacks.who_calls import WhoCalls
from tests.services.calling import call, campaign, number


def test_whom_we_tried_last_comes_first_and_enter_takes_it(office: Office, jobs, qtbot) -> None:
    _, second = campaign(office, 2, planted=number(7))
    call(office, second, "207")
    under = QLabel()
    qtbot.addWidget(under)
    under.show()
    menu = WhoCalls(under)
    menu.choose(office.ask(callbacks.inbound, number(7)), under)
    texts = [one.text() for one in menu.actions()]
    assert texts == ["Patient 1 · Campaign · Spring · 207 Somebody else answered", "Patient 0 · Campaign · Spring"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == [second]
