import pytest
from PySide6.QtCore import Qt

from app.models.settings import Settings
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.shell.sign_in import SignInPage
from tests.desk import PASSWORD
from tests.fakes import LateExecutor
from tests.windows import put_up


@pytest.fixture
def page(qtbot, jobs):
    page = SignInPage()
    qtbot.addWidget(page)
    page.show()
    page.open_for(jobs, organization="Health line 12320")
    page.enter()
    return page


def fill(page, name, password):
    page._name.line.setText(name)
    page._password.line.setText(password)


def test_name_and_password_let_a_person_in(qtbot, page):
    fill(page, " Wang ", PASSWORD)
    with qtbot.waitSignal(page.signed_in) as told:
        page._password.line.returnPressed.emit()
    assert told.args[0].name == "wang"
    assert page._password.text() == ""


def test_a_wrong_password_is_said_beside_the_fields_and_marked(qtbot, page):
    fill(page, "wang", "wrong")
    with qtbot.assertNotEmitted(page.signed_in):
        page.submit()
    assert "do not match" in page.notice.text()
    assert page._password.line.selectedText() == "wrong"
    assert page._button.isEnabled()


def test_enter_on_the_button_signs_in_as_space_does(qtbot, page):
    fill(page, "wang", PASSWORD)
    page._button.setFocus()
    with qtbot.waitSignal(page.signed_in):
        qtbot.keyClick(page._button, Qt.Key.Key_Return)


@pytest.fixture
def late(qtbot, house):
    """A page whose passwords take their time, and what lets them go."""
    executor, page = LateExecutor(), SignInPage()
    jobs = Jobs(house.office, house.office.clock.now, executor=executor)
    qtbot.addWidget(page)
    put_up(qtbot, page)
    page.open_for(jobs, organization="")
    page.enter()
    yield page, executor
    jobs.close()


def test_what_is_typed_while_a_password_is_checked_is_kept_when_it_is_refused(qtbot, late):
    page, executor = late
    fill(page, "wang", "too")
    page.submit()
    qtbot.keyClicks(page._password.line, " early")
    executor.answer()
    assert "do not match" in page.notice.text()
    assert page._password.line.selectedText() == ""
    qtbot.keyClicks(page._password.line, "!")
    assert page._password.text() == "too early!"


def test_a_name_that_is_mended_while_a_password_is_checked_keeps_the_cursor(qtbot, late):
    page, executor = late
    fill(page, "wagn", PASSWORD)
    page.submit()
    page._name.setFocus()
    page._name.line.setText("wan")
    executor.answer()
    assert page.focusWidget() is page._name.line


def test_a_button_pressed_by_space_gives_the_keyboard_to_the_password_not_to_its_neighbor(qtbot, late):
    page, _ = late
    fill(page, "wang", "wrong")
    page._button.setFocus()
    qtbot.keyClick(page._button, Qt.Key.Key_Space)
    assert page.focusWidget() is page._password.line


def test_the_first_key_of_a_password_says_who_is_awaited(qtbot, page):
    page._name.line.setText("wang")
    assert page.awaited == ""
    with qtbot.waitSignal(page.begun) as told:
        qtbot.keyClick(page._password.line, Qt.Key.Key_O)
    assert (told.args, page.awaited) == (["wang"], "wang")
    with qtbot.assertNotEmitted(page.begun):
        qtbot.keyClick(page._password.line, Qt.Key.Key_N)


def test_an_empty_field_takes_the_cursor_instead_of_a_try(qtbot, page):
    page.submit()
    fill(page, "wang", "")
    page.submit()
    assert page.notice.isHidden()


def test_enter_before_the_house_is_open_is_remembered(qtbot, jobs):
    page = SignInPage()
    qtbot.addWidget(page)
    fill(page, "wang", PASSWORD)
    page.submit()
    with qtbot.waitSignal(page.signed_in):
        page.open_for(jobs, organization="")


def test_nobody_comes_in_while_somebody_is_leaving(qtbot, page, jobs):
    page.hold()
    fill(page, "wang", PASSWORD)
    with qtbot.assertNotEmitted(page.signed_in):
        page.submit()
    with qtbot.waitSignal(page.signed_in):
        page.open_for(jobs, organization="")


def test_caps_lock_is_hinted_at(page):
    page._warn(True)
    assert "Caps Lock" in page._password.line.accessibleDescription()
    page._warn(False)
    assert page._password.line.accessibleDescription() == ""


def test_the_page_says_whose_desk_it_is_and_tells_the_demo(qtbot, page, jobs):
    assert page.title.text() == "Health line 12320"
    page.open_for(jobs, organization="Demo", demo=("wang", "onewindow"))
    assert "wang" in page._name.line.accessibleDescription()
    assert "onewindow" in page._password.line.accessibleDescription()


def test_a_desk_whose_center_has_no_name_yet_is_called_as_the_program_in_either_language(page, jobs):
    page.open_for(jobs, organization=Settings().organization)
    said = [page.title.text()]
    languages.of_app().use("zh_CN")
    page.retranslate()
    said.append(page.title.text())
    languages.of_app().use("en")
    assert said == ["OneWindow", "一窗"]


def test_who_sat_here_last_is_filled_in_but_never_over_what_is_being_typed(qtbot, page):
    page.set_name("li")
    assert (page._name.text(), page.focusWidget()) == ("li", page._password.line)
    page._name.line.clear()
    qtbot.keyClicks(page._name.line, "wa")
    page.set_name("li")
    assert page._name.text() == "wa"


def test_a_name_that_is_filled_in_late_leads_on_to_the_password(qtbot, page):
    assert page.focusWidget() is page._name.line
    page.set_name("li")
    qtbot.keyClicks(page.focusWidget(), "secret")
    page.set_name("li")
    assert (page._name.text(), page._password.text()) == ("li", "secret")


def test_when_somebody_left_the_name_is_marked_for_whoever_comes(page):
    page.set_name("li")
    page.enter()
    assert page.focusWidget() is page._password.line
    page._name.line.deselect()
    page.hold()
    page.enter()
    assert page.focusWidget() is page._name.line
    assert page._name.line.selectedText() == "li"


def test_the_words_follow_the_language(qtbot, page):
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: page._button.text() == "登录")


def test_a_call_that_rings_is_said_until_somebody_is_in_whatever_else_is_said(qtbot, page):
    page.announce(call=True)
    page.notice.say("No font with Chinese characters is installed.")
    fill(page, "wang", "wrong")
    page.submit()
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "来电" in page._call.text())
    assert page._call.isVisible()
    page.announce(call=False)
    assert page._call.isHidden()
    languages.of_app().use("en")


def test_why_somebody_had_to_leave_is_said_in_the_language_of_the_window_until_the_next_try(qtbot, page, jobs):
    page.tell_closed(closed=True)
    assert "Your account was closed, or" in page.notice.text()
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: page.notice.text().startswith("您的账号已停用，"))
    languages.of_app().use("en")
    fill(page, "wang", PASSWORD)
    page.submit()
    assert page.notice.isHidden()
    page.retranslate()
    assert page.notice.isHidden()


class _Asked:
    """Jobs of which what they are asked can be answered when a test likes."""

    def __init__(self):
        self.done = []

    def ask(self, _question, *, done, **_told):
        self.done.append(done)


def test_what_joining_a_center_closed_is_said_no_more_once_it_is_settled(qtbot):
    page, jobs = SignInPage(), _Asked()
    qtbot.addWidget(page)
    page.open_for(jobs, organization="Center")
    jobs.done[-1]((("wang",), ()))
    assert "Closed on this computer: wang." in page.notice.text()
    page.hold()
    page.enter()
    page.open_for(jobs, organization="Center")
    assert page.notice.isHidden()
    jobs.done[-1](((), ()))
    assert page.notice.isHidden()


def test_what_joining_a_center_closed_is_renewed_while_it_stands_there_but_not_over_a_refusal(qtbot):
    page, jobs = SignInPage(), _Asked()
    qtbot.addWidget(page)
    for news in ((("wang",), ()), (("chen",), ()), ((), ())):
        page.open_for(jobs, organization="Center")
        jobs.done[-1](news)
        assert ("wang" in page.notice.text()) == (news[0] == ("wang",))
        assert page.notice.isHidden() == (not news[0])
    page.notice.say("The name and the password do not match.")
    jobs.done[-1]((("wang",), ()))
    assert page.notice.text() == "The name and the password do not match."
