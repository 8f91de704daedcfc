"""The hours of a day: what is free can be chosen, what is past or full cannot."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.services.callback_appointments import AgendaHour
from app.ui.kit import languages
from app.ui.panes.callbacks.agenda_view import AgendaView
from tests.desk import NOON


def test_an_hour_that_is_free_can_be_chosen(qtbot) -> None:
    languages.of_app().use("en")
    view = AgendaView()
    qtbot.addWidget(view)
    hours = [AgendaHour(NOON + timedelta(hours=place), (), place == 2) for place in range(3)]
    view.show_hours(hours, NOON, NOON.tzinfo)
    enabled = [bool(view.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled) for row in range(3)]
    assert enabled == [False, True, False]
    assert view.list.item(2).text() == "06:00 full (0 agreed)"
    with qtbot.waitSignal(view.hour_chosen) as chosen:
        view.list.itemActivated.emit(view.list.item(1))
    assert chosen.args == [NOON + timedelta(hours=1)]
