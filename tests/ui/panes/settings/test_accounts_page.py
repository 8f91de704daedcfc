from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.accounts import Person, Role
from app.models.errors import DiskFull
from app.services import accounts, leaving, units
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.accounts_page import AccountsPage
from app.ui.panes.settings.passwords import AGAIN, FRESH
from app.ui.panes.settings.person_form import PASSWORD, ROLES
from app.ui.panes.settings.person_place import LEAVE


@pytest.fixture
def page(jobs: Jobs, qtbot) -> AccountsPage:
    made = AccountsPage(jobs)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def _one(office: Office, name: str) -> Person:
    return next(one for one in office.ask(accounts.people) if one.name == name)


def _choose(page: AccountsPage, name: str) -> None:
    page.view.select(next(place for place, one in enumerate(page.model.people) if one.name == name))


def _password(page: AccountsPage, text: str) -> None:
    for name in (FRESH, AGAIN):
        page.form.lines._lines[name].setText(text)


def test_a_person_is_made_and_chosen(office: Office, page: AccountsPage) -> None:
    page.add_person()
    page.form.name.setText("zhao")
    _password(page, "long enough")
    page.form.speaks.setText("Hakka")
    page.form.submit()
    assert (_one(office, "zhao").roles, _one(office, "zhao").speaks) == ((Role.OPERATOR,), ("Hakka",))
    assert page.view.row().name == "zhao"
    assert office.ask(accounts.sign_in, "zhao", "long enough").display == "zhao"


@pytest.mark.parametrize("asks", ["add_person", "ask_for_roles", "ask_for_password", "ask_for_unit", "ask_for_heir"])
def test_a_refusal_is_gone_when_another_form_is_opened(page: AccountsPage, asks: str) -> None:
    _choose(page, "wang")
    page.refuse(DiskFull(path="data"))
    assert page.strip.isVisible()
    getattr(page, asks)()
    assert page.form.mode or page.place.mode
    assert not page.strip.isVisible()


def test_a_name_that_is_taken_is_said_in_the_form(page: AccountsPage) -> None:
    page.add_person()
    page.form.name.setText("wang")
    _password(page, "long enough")
    page.form.submit()
    assert page.form._error.isVisible()
    assert page.form.name.text() == "wang"


def test_roles_are_changed_and_can_be_taken_back(office: Office, page: AccountsPage) -> None:
    _choose(page, "wang")
    page.view.opened.emit(page.view.row())
    assert page.form.mode == ROLES
    page.form.boxes.set_roles([Role.OPERATOR, Role.TRAINER])
    page.form.submit()
    assert _one(office, "wang").roles == (Role.OPERATOR, Role.TRAINER)
    page.strip.current.undo()
    assert _one(office, "wang").roles == (Role.OPERATOR,)


def test_languages_are_said_beside_the_roles_and_kept(office: Office, page: AccountsPage) -> None:
    _choose(page, "wang")
    page.ask_for_roles()
    page.form.speaks.setText("EN, Hakka")
    page.form.submit()
    assert _one(office, "wang").speaks == ("en", "Hakka")
    _choose(page, "wang")
    page.ask_for_roles()
    assert page.form.speaks.text() == "en Hakka"
    page.form.speaks.setText("x" * 31)
    page.form.submit()
    assert page.form._error.isVisible()
    assert _one(office, "wang").speaks == ("en", "Hakka")
    page.ask_for_password()
    assert not page.form.speaks.isVisible()


def test_the_last_administrator_stays(office: Office, page: AccountsPage) -> None:
    _choose(page, "admin")
    page.ask_for_roles()
    page.form.boxes.set_roles([Role.OPERATOR])
    page.form.submit()
    assert page.form._error.text() == "Somebody must remain who manages accounts"
    page.leave_form()
    page.disable()
    assert page.strip.current.level == "danger"
    assert _one(office, "admin").disabled_at is None


def test_a_forgotten_password_is_replaced_for_good(office: Office, page: AccountsPage) -> None:
    _choose(page, "wang")
    page.ask_for_password()
    assert page.form.mode == PASSWORD
    _password(page, "a fresh password")
    page.form.submit()
    assert office.ask(accounts.sign_in, "wang", "a fresh password").name == "wang"
    assert page.strip.current.undo is None


def test_an_account_is_disabled_and_enabled(office: Office, page: AccountsPage) -> None:
    _choose(page, "wang")
    assert (page.can_disable(), page.can_enable()) == (True, False)
    page.disable()
    assert _one(office, "wang").disabled_at is not None
    assert (page.can_disable(), page.can_enable()) == (False, True)
    page.enable()
    assert _one(office, "wang").disabled_at is None


def test_another_person_chosen_takes_the_question_away(page: AccountsPage) -> None:
    _choose(page, "wang")
    page.ask_for_roles()
    _choose(page, "li")
    assert page.form.mode == ""
    assert not page.leave_form()


def test_a_person_is_put_into_a_unit_by_keys(office: Office, page: AccountsPage) -> None:
    office.do(units.save_unit, "cdc", name="疾控中心")
    _choose(page, "wang")
    page.ask_for_unit()
    page.place.choice.set_value("cdc")
    QTest.keyClick(page.place.choice, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _one(office, "wang").unit == "cdc"
    assert not page.place.mode
    page.ask_for_unit()
    assert page.place.choice.value() == "cdc"
    assert page.leave_form()


def test_who_leaves_gives_open_work_to_a_colleague_and_signs_in_no_more(office: Office, page: AccountsPage) -> None:
    wang, li = _one(office, "wang"), _one(office, "li")
    with office.store.write("wang") as tx:
        call = tx.add("callback", {"reason": "promised", "owner": wang.id.hex(), "due_at": "2026"})
    _choose(page, "wang")
    page.ask_for_heir()
    assert page.place.mode == LEAVE
    page.place.choice.set_value("li")
    page.place.submit()
    assert _one(office, "wang").disabled_at is not None
    assert page.strip.current.text == "Closed. Handed over: inquiries 0, call-backs 1."
    assert page.strip.current.undo is None
    assert office.store.rows.one("SELECT owner FROM callback WHERE id=?", call) == (li.id,)


def test_a_last_day_is_set_shown_and_taken_back(office: Office, page: AccountsPage) -> None:
    _choose(page, "wang")
    page.ask_for_heir()
    page.place.last_day.setText("2026-03-31")
    page.place.submit()
    wang = _one(office, "wang")
    assert (wang.disabled_at, office.ask(leaving.last_day_of, wang)) == (None, date(2026, 3, 31))
    shown = next(one for one in page.model.people if one.name == "wang")
    assert page.model.index(page.model.place_of(shown.id) or 0, 6).data() == "Last day 2026-03-31"
    _choose(page, "wang")
    assert page.can_enable()
    page.enable()
    assert _one(office, "wang").leaves_at is None


def test_the_last_administrator_does_not_leave(office: Office, page: AccountsPage) -> None:
    _choose(page, "admin")
    page.ask_for_heir()
    page.place.submit()
    assert page.strip.current.level == "danger"
    assert page.place.save.isEnabled()
    assert _one(office, "admin").disabled_at is None


def test_three_roles_of_a_person_are_seen_whole_in_a_window_of_1280(office: Office, page: AccountsPage) -> None:
    office.do(accounts.set_roles, "wang", (Role.ADMINISTRATOR, Role.SUPERVISOR, Role.OPERATOR))
    page.resize(936, 580)  # what the rail and the sections leave, and the bar of a long list
    page.refresh()
    _choose(page, "wang")
    index = page.view.currentIndex().siblingAtColumn(2)
    assert index.data().count("·") == 2
    assert page.view.columnWidth(2) >= page.view.fontMetrics().horizontalAdvance(index.data()) + 16
