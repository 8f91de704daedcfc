from PySide6.QtWidgets import QDialog

from app.models.accounts import OperatorState
from app.models.errors import DiskFull, NotAllowed, NotSignedIn
from app.services import accounts, settings
from tests.desk import PASSWORD, sign_in
from tests.ui.shell.conftest import enter


def test_a_desk_is_made_for_who_signs_in(seated, house):
    assert seated.desk.person.name == "wang"
    assert house.office.by.name == "wang"


def test_who_leaves_takes_everything_with_her(qtbot, seated, house):
    first = seated.desk
    with qtbot.waitSignal(seated.left):
        seated.leave()
    assert (seated.desk, house.office.by, seated.reception.page) == (None, None, "sign_in")
    enter(seated, "li")
    assert seated.desk is not first
    assert seated.desk.person.name == "li"


def test_typing_is_saved_before_the_next_person_comes(seated, house):
    intake = seated.desk.panes.pane("intake")
    intake.dirty = 4
    seated.leave()
    assert intake.dirty == 0
    assert house.office.by is None


def test_typing_that_cannot_be_saved_keeps_the_desk(seated, house, monkeypatch):
    monkeypatch.setattr(seated.desk, "unsaved", lambda: 2)
    seated.leave()
    assert seated.desk.person.name == "wang"
    assert "2 conversations cannot be saved" in seated.desk.strip.current.text
    assert house.office.by.name == "wang"


def test_locking_covers_the_desk_and_closes_what_is_open(seated):
    seated.desk.open_palette()
    dialog = QDialog(seated)
    dialog.open()
    seated.lock()
    assert seated.seat.locked
    assert not dialog.isVisible()
    assert not seated.desk.isVisible()
    assert ("masked", True) in seated.desk.panes.pane("intake").asked


def test_unlocking_shows_the_desk_as_it_was(seated):
    seated.desk.show_work()
    seated.lock()
    page = seated.seat.lock_page
    page._line.line.setText(PASSWORD)
    page.submit()
    assert (seated.seat.locked, seated.desk.panes.current) == (False, "work")
    assert seated.desk.panes.pane("intake").asked[-1] == ("masked", False)


def test_an_idle_desk_locks_itself_after_the_time_of_the_settings(seated):
    assert seated.seat.idle.watching
    seated.seat.idle.idle.emit()
    assert seated.seat.locked
    assert not seated.seat.idle.watching


def test_another_idle_time_counts_at_once(seated, house, office):
    person = house.office.by
    sign_in(office, "admin")
    seated.jobs.do(settings.change, lock_after_s=0)
    house.office.sign_in(person)
    assert not seated.seat.idle.watching


def test_an_error_that_no_pane_took_is_told_in_the_strip(seated):
    seated.jobs.do(accounts.disable, name="li")
    assert "Your roles do not allow" in seated.desk.strip.current.text


def test_a_new_person_is_offered_the_tour_once(seated):
    assert "New here?" in seated.desk.strip.current.text
    seated.leave()
    enter(seated, "wang")
    assert seated.desk.strip.current is None


def test_the_next_start_knows_who_sat_here(seated):
    assert seated.appearance.preferences.last_name == "wang"


def last_state(house, name):
    sign_in(house.office, name)
    return house.office.ask(accounts.my_state)[0]


def test_the_time_of_who_signs_out_ends_there(seated, house):
    seated.leave()
    assert last_state(house, "wang") is OperatorState.SIGNED_OUT


def test_typing_that_cannot_be_saved_keeps_the_time_running(seated, house, monkeypatch):
    monkeypatch.setattr(seated.desk, "unsaved", lambda: 2)
    seated.leave()
    assert house.office.ask(accounts.my_state)[0] is OperatorState.READY


def test_the_time_of_who_closes_the_window_ends_there(qtbot, seated, house):
    with qtbot.waitSignal(seated.ended):
        seated.shut_down()
    assert last_state(house, "wang") is OperatorState.SIGNED_OUT


def test_nobody_without_calls_is_counted(window, house):
    enter(window, "admin")
    window.leave()
    sign_in(house.office, "admin")
    assert house.office.ask(accounts.my_state) is None


def test_what_the_disk_refused_is_taken_from_the_screen_once_it_takes_again(seated):
    strip = seated.desk.strip
    seated.jobs.failed.emit(DiskFull(path="x"))
    assert strip.current.level == "danger"
    seated.desk.state.be_away("meal")
    assert strip.current is None or strip.current.level != "danger"


def test_a_refusal_that_is_not_the_disks_stays_until_it_was_seen(seated):
    seated.jobs.failed.emit(NotAllowed(permission="export_records"))
    seated.desk.state.be_away("meal")
    assert seated.desk.strip.current.level == "danger"


def test_what_was_asked_before_anybody_signed_in_is_no_news_to_who_came(seated):
    before = seated.desk.strip.current
    seated.jobs.failed.emit(NotSignedIn())
    assert seated.desk.strip.current == before
