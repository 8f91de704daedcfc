from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.accounts import OperatorState
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.shell.lock import CallLine, LockPage
from tests.desk import NOON, PASSWORD, sign_in
from tests.fakes import LateExecutor
from tests.windows import put_up


@pytest.fixture
def page(qtbot, jobs, house):
    page = LockPage(jobs)
    qtbot.addWidget(page)
    page.show()
    page.lock_for(sign_in(house.office, "wang"))
    return page


def unlock(page, password):
    page._line.line.setText(password)
    page.submit()


def test_the_same_person_goes_on_with_her_password(qtbot, page):
    with qtbot.waitSignal(page.unlocked) as told:
        unlock(page, PASSWORD)
    assert told.args[0].name == "wang"
    assert page._line.text() == ""


def test_a_wrong_password_keeps_the_window_covered(qtbot, page):
    with qtbot.assertNotEmitted(page.unlocked):
        unlock(page, "wrong")
    assert page.notice.text().startswith("This password does not open the window")
    assert page._open.isEnabled()


def test_what_is_typed_while_the_password_is_checked_stays_and_no_space_signs_out(qtbot, house):
    executor = LateExecutor()
    jobs = Jobs(house.office, house.office.clock.now, executor=executor)
    page = LockPage(jobs)
    qtbot.addWidget(page)
    put_up(qtbot, page)
    page.lock_for(sign_in(house.office, "wang"))
    page._line.line.setText("too")
    page._open.setFocus()
    qtbot.keyClick(page._open, Qt.Key.Key_Space)
    assert page.focusWidget() is page._line.line
    qtbot.keyClicks(page._line.line, " early")
    executor.answer()
    assert page._line.line.selectedText() == ""
    jobs.close()


def test_unlocking_without_a_password_leads_to_its_line(qtbot, jobs, house):
    page = LockPage(jobs)
    qtbot.addWidget(page)
    put_up(qtbot, page)
    page.lock_for(sign_in(house.office, "wang"))
    page._open.setFocus()
    qtbot.keyClick(page._open, Qt.Key.Key_Space)
    assert page.focusWidget() is page._line.line


def test_the_password_of_another_person_opens_nothing(qtbot, page, office):
    with qtbot.assertNotEmitted(page.unlocked):
        unlock(page, "password of li")


def test_somebody_else_may_sign_in(qtbot, page):
    with qtbot.waitSignal(page.leave_wanted):
        page._leave.click()


def test_the_call_goes_on_in_sight_with_its_number_masked(qtbot):
    line = CallLine()
    qtbot.addWidget(line)
    line.show_call(OperatorState.TALKING, NOON, NOON + timedelta(seconds=5), "138 1234 5678")
    assert line.isVisibleTo(line.parentWidget()) or not line.isHidden()
    assert "Talking 00:05" in line.text
    assert "1234" not in line.text
    assert "5678" in line.text
    line.tick(NOON + timedelta(seconds=65))
    assert "01:05" in line.text


def test_without_a_call_there_is_no_line(qtbot):
    line = CallLine()
    qtbot.addWidget(line)
    line.show_call(OperatorState.READY, NOON, NOON)
    assert line.isHidden()


def test_the_page_follows_the_language_in_the_middle_of_a_call(qtbot, page):
    page.call.show_call(OperatorState.TALKING, NOON, NOON)
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "通话中" in page.call.text)
    assert page._open.text() == "解锁"
