import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.models.accounts import OperatorState
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.shell.doors import StartChoice
from app.ui.shell.preferences import Preferences
from app.ui.shell.start_page import Notice
from app.ui.shell.window import MainWindow
from tests.desk import PASSWORD
from tests.ui.shell.conftest import enter
from tests.ui.shell.standins import SPECS

POP = {"action": "screen_pop", "number": "138 1234 5678", "call_id": "7"}


def test_the_window_begins_at_the_sign_in_page(window):
    assert window.reception.page == "sign_in"
    assert window.windowTitle() == "OneWindow"


def test_who_sat_here_last_is_filled_in_before_the_house_is_open(qtbot, doors, house):
    Preferences(house.data_dir).last_name = "wang"
    window = MainWindow(doors, specs=SPECS, executor=InlineExecutor)
    qtbot.addWidget(window)
    window.reception._open_with_what_is_kept = _not_yet
    window.begin()
    page = window.reception.sign_in
    qtbot.keyClicks(page.focusWidget(), PASSWORD)
    assert (page._name.text(), page._password.text(), window.jobs) == ("wang", PASSWORD, None)


def _not_yet():
    pass


def test_the_title_says_where_one_is_and_nothing_of_anybody(seated):
    assert seated.windowTitle() == "Intake – OneWindow"
    seated.desk.show_work()
    assert seated.windowTitle() == "My work – OneWindow"
    seated.lock()
    assert seated.windowTitle() == "Locked – OneWindow"


def test_a_call_that_rings_before_sign_in_waits_for_the_person(window):
    window.take(POP)
    assert "Sign in to take it" in window.findChild(Notice, "sign_in.call").text()
    enter(window, "wang")
    assert ("pop", "138 1234 5678", "7") in window.desk.panes.pane("intake").asked


def test_a_call_at_the_desk_of_an_administrator_is_told(window):
    enter(window, "admin")
    window.take(POP)
    assert "Admin takes no calls" in window.desk.strip.current.text


def test_a_call_at_a_locked_window_shows_masked(seated):
    seated.lock()
    seated.take(POP)
    assert seated.seat.locked
    assert "Ringing" in seated.seat.lock_page.call.text
    assert "1234" not in seated.seat.lock_page.call.text


def test_a_locked_window_leaves_no_menu_open_over_it(seated):
    menu = QMenu(seated)
    menu.addAction("Wrong number")
    menu.popup(QPoint(0, 0))
    seated.lock()
    assert not menu.isVisible()


def test_a_second_start_without_a_call_only_raises_the_window(seated):
    before = list(seated.desk.panes.pane("intake").asked)
    seated.take({"action": "raise"})
    assert seated.desk.panes.pane("intake").asked == before


def test_the_window_closes_once_everything_is_saved(qtbot, seated, house):
    seated.desk.panes.pane("intake").dirty = 3
    with qtbot.waitSignal(seated.ended):
        seated.close()
    assert (seated.isVisible(), house.closed) == (False, 1)


def test_a_running_call_asks_for_a_second_try(qtbot, seated):
    seated.desk.state.take(OperatorState.TALKING)
    assert not seated.close()
    assert "Close once more" in seated.desk.strip.current.text
    with qtbot.waitSignal(seated.ended):
        seated.close()
    assert not seated.isVisible()


def test_the_question_before_a_call_is_left_is_seen_over_an_error(seated):
    seated.desk.state.take(OperatorState.TALKING)
    seated.desk.strip.danger("letter.eml is empty")
    assert not seated.close()
    assert "Close once more" in seated.desk.strip.current.text
    seated.desk.strip.dismiss()
    assert seated.desk.strip.current.text == "letter.eml is empty"


def test_the_demo_says_so(qtbot, doors, house):
    house.demo = True
    made = MainWindow(doors, StartChoice(demo=True, language="en"), specs=SPECS, executor=InlineExecutor)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    assert made.banner.isVisible()
    assert PASSWORD in made.banner.text()


def test_a_mistake_of_ours_is_shown_without_stopping_the_window(seated):
    seated.on_uncaught(ValueError, ValueError("a value"))
    assert seated._faults.isVisible()
    assert "a value" not in seated._faults.faults[0].report()


def test_language_and_looks_are_remembered_for_the_next_start(qtbot, window, doors):
    window.reception.language_wanted.emit("zh_CN")
    window.appearance.preferences.save()
    languages.of_app().use("en")
    again = MainWindow(doors, specs=SPECS, executor=InlineExecutor)
    qtbot.addWidget(again)
    assert languages.current() == "zh_CN"


@pytest.mark.parametrize(("key", "pane"), [(Qt.Key.Key_2, "work"), (Qt.Key.Key_4, "settings")])
def test_control_and_a_number_lead_to_a_pane(qtbot, seated, key, pane):
    qtbot.waitUntil(seated.isActiveWindow)
    qtbot.keyClick(seated, key, Qt.KeyboardModifier.ControlModifier)
    assert seated.desk.panes.current == pane


def test_the_rest_is_fetched_after_the_first_paint(qtbot, window):
    qtbot.waitUntil(lambda: not window.windowIcon().isNull())
    assert window.ask(lambda view: view.by) is None


@pytest.mark.parametrize("size", theme.TEXT_SIZES)
def test_the_desk_fits_the_least_window_in_every_text_size(seated, size):
    theme.of_app().apply(text_size=size)
    seated.resize(1, 1)
    assert (seated.width(), seated.height()) == (1200, 660)
    assert seated.desk.minimumSizeHint().width() <= 1200
    assert seated.desk.minimumSizeHint().height() <= 660
