import pytest

from app.models.errors import SignInRefused
from app.services import accounts
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.my_account import MyAccount
from app.ui.panes.settings.passwords import AGAIN, FORMER, FRESH
from tests.desk import PASSWORD


@pytest.fixture
def page(jobs: Jobs, qtbot) -> MyAccount:
    made = MyAccount(jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def _type(page: MyAccount, former: str, fresh: str) -> None:
    for name, text in ((FORMER, former), (FRESH, fresh), (AGAIN, fresh)):
        page.lines._lines[name].setText(text)


def test_the_own_password_is_changed_with_the_former_one(office: Office, page: MyAccount) -> None:
    _type(page, PASSWORD, "a better password")
    page._save.click()
    assert page.strip.current.text == "Password changed"
    assert page.strip.current.undo is None
    assert page.lines.value(FORMER) == ""
    assert office.ask(accounts.sign_in, "admin", "a better password").name == "admin"


def test_a_wrong_former_password_is_said_beside_it(office: Office, page: MyAccount) -> None:
    _type(page, "not it", "a better password")
    page._save.click()
    assert page.lines._error.text() == "The present password is not right"
    assert page._save.isEnabled()
    with pytest.raises(SignInRefused):
        office.ask(accounts.sign_in, "admin", "a better password")


def test_the_present_password_is_no_new_one(page: MyAccount) -> None:
    _type(page, PASSWORD, PASSWORD)
    page._save.click()
    assert page.lines._error.text() == "The new password is the present one. Choose another one, and type it twice."
    assert page.strip.current is None
    assert page.focusWidget().objectName() == "settings.own_password.fresh"


def test_a_short_password_is_not_sent(page: MyAccount) -> None:
    _type(page, PASSWORD, "short")
    page._save.click()
    assert page.strip.current is None
    assert page.lines._error.isVisible()


@pytest.mark.parametrize(("name", "code"), [("mode", "dark"), ("text_size", "large"), ("density", "dense")])
def test_looks_are_asked_of_the_shell(page: MyAccount, qtbot, name: str, code: str) -> None:
    choice = page._choices[name]
    choice.set_value(code)
    with qtbot.waitSignal(page.appearance_changed) as changed:
        choice.activated.emit(choice.currentIndex())
    assert changed.args == [{name: code}]


def test_the_language_is_kept_with_the_account(office: Office, page: MyAccount, qtbot) -> None:
    choice = page._choices["language"]
    choice.set_value("zh_CN")
    with qtbot.waitSignal(page.appearance_changed) as changed:
        choice.activated.emit(choice.currentIndex())
    assert changed.args == [{"language": "zh_CN"}]
    assert next(one for one in office.ask(accounts.people) if one.name == "admin").language == "zh_CN"


def test_it_says_who_is_at_the_desk(page: MyAccount) -> None:
    assert page._who.header.title() == "Admin"
    assert page._name.text() == "Signs in as admin"
