"""The hours of a day: what is free can be chosen, what is past or full cannot."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.models.appointments import Appointment, AppointmentKind
from app.services.callback_appointments import AgendaHour, Agreed
from app.store import callbacks
from app.ui.kit import languages
from app.ui.panes.callbacks.agenda_view import AgendaView
from tests.desk import NOON
from tests.services.calling import promised
from tests.windows import put_up


def test_an_hour_that_is_free_can_be_chosen(qtbot) -> None:
    languages.of_app().use("en")
    view = AgendaView()
    qtbot.addWidget(view)
    hours = [AgendaHour(NOON + timedelta(hours=place), (), place == 2) for place in range(3)]
    view.show_hours(hours, NOON, NOON.tzinfo)
    assert [view.list.item(row).text() for row in range(3)] == ["today", "05:00 free", "06:00 full (0 agreed)"]
    enabled = [bool(view.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled) for row in range(3)]
    assert enabled == [False, True, False]
    with qtbot.waitSignal(view.hour_chosen) as chosen:
        view.list.itemActivated.emit(view.list.item(1))
    assert chosen.args == [NOON + timedelta(hours=1)]


def test_the_hour_that_enter_takes_is_seen_once_the_agenda_has_the_keyboard(qtbot) -> None:
    languages.of_app().use("en")
    view = AgendaView()
    put_up(qtbot, view)
    view.list.clearFocus()
    hours = [AgendaHour(NOON + timedelta(hours=place), (), place == 1) for place in range(4)]
    view.show_hours(hours, NOON, NOON.tzinfo)
    assert not view.list.selectedItems()
    view.list.setFocus()
    assert [one.text() for one in view.list.selectedItems()] == ["06:00 free"]
    with qtbot.waitSignal(view.hour_chosen, check_params_cb=(NOON + timedelta(hours=2)).__eq__):
        qtbot.keyClick(view.list, Qt.Key.Key_Return)


def test_few_hours_take_one_line_and_all_of_a_day_as_many_as_they_need(qtbot) -> None:
    languages.of_app().use("en")
    view = AgendaView()
    view.resize(600, 80)
    put_up(qtbot, view)
    hours = [AgendaHour(NOON + timedelta(hours=place + 1), (), full=False) for place in range(13)]
    view.show_hours(hours[:2], NOON, NOON.tzinfo)
    low = view.list.height()
    view.show_hours(hours, NOON, NOON.tzinfo)
    assert low < view.list.height() < 3 * low
    last = view.list.item(13)
    assert view.list.viewport().rect().contains(view.list.visualItemRect(last))


def test_only_the_day_that_was_turned_to_last_is_waited_for(qtbot) -> None:
    view = AgendaView()
    qtbot.addWidget(view)
    today, tomorrow = ([AgendaHour(NOON + timedelta(days=place), (), full=False)] for place in range(2))
    view.show_hours(today, NOON, NOON.tzinfo)
    assert not view.turn_to(NOON + timedelta(hours=2))
    assert view.turn_to(NOON + timedelta(days=1))
    assert not view.turn_to(NOON + timedelta(days=1, hours=2))
    assert (view.is_wanted(today), view.is_wanted(tomorrow)) == (False, True)
    assert view.turn_to(NOON)
    assert (view.is_wanted(today), view.is_wanted(tomorrow), view.is_wanted([])) == (True, False, False)


def test_an_hour_says_how_many_of_what_is_agreed_in_it_wait_for_whoever_looks(qtbot, office) -> None:
    languages.of_app().use("en")
    view = AgendaView()
    qtbot.addWidget(view)
    owed = callbacks.by_id(office.store.rows, promised(office))
    mine, theirs = (
        Agreed(Appointment(who, owed.id, NOON, NOON + timedelta(hours=1), AppointmentKind.HARD, "", "", who), owed)
        for who in (b"m" * 16, b"t" * 16)
    )
    agreed = ((mine, theirs), (theirs,), (mine,))
    hours = [AgendaHour(NOON + timedelta(hours=place), one, place == 2) for place, one in enumerate(agreed)]
    view.show_hours(hours, NOON - timedelta(hours=1), NOON.tzinfo, me=b"m" * 16)
    told = [view.list.item(row).text()[6:] for row in range(1, 4)]
    assert told == ["2 agreed, 1 with me", "1 agreed", "full (1 agreed, 1 with me)"]
