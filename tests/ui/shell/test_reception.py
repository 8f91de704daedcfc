import pytest

from app import bootstrap
from app.models.errors import DatabaseTooNew, WrongKey
from app.models.key_errors import RecoveryMistyped
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.doors import DoorOffice, Told
from app.ui.shell.reception import Reception
from tests.ui.shell.doors import NO_KEYRING, HouseDoors

PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def home(tmp_path):
    made = HouseDoors(tmp_path)
    yield made
    for house in made.opened:
        house.close()


def reception_of(qtbot, home, **changed):
    errands = Jobs(DoorOffice(), executor=InlineExecutor())
    reception = Reception(home.doors(**changed), errands)
    qtbot.addWidget(reception)
    reception.resize(1000, 700)
    reception.show()
    reception.begin()
    return reception


def set_up(reception, passphrase=""):
    reception._ask_set_up()
    page = reception._pages["set_up"]
    for line, text in ((page._admin, "li"), (page._password, "correct horse"), (page._again, "correct horse")):
        line.line.setText(text)
    if passphrase:
        page.home.choose_passphrase()
        page.home._first.line.setText(passphrase)
        page.home._second.line.setText(passphrase)
    page.submit()


def keep_sheet(reception):
    page = reception._pages["recovery"]
    groups = "-".join(page._groups)
    page._last.line.setText(page._groups[-1])
    page.submit()
    return groups


def test_a_desk_is_set_up_and_its_sheet_kept_before_anything_else(qtbot, home):
    reception = reception_of(qtbot, home)
    assert reception.page == "first_run"
    set_up(reception)
    assert (reception.page, reception.must_stay) == ("recovery", True)
    with qtbot.waitSignal(reception.opened) as told:
        keep_sheet(reception)
    assert told.args == [home.opened[0]]
    assert (reception.page, reception.must_stay) == ("sign_in", False)


def test_without_a_keyring_the_key_is_kept_by_a_passphrase_asked_for_at_each_start(qtbot, home):
    home.why_no_keyring = NO_KEYRING
    first = reception_of(qtbot, home)
    set_up(first, PASSPHRASE)
    keep_sheet(first)
    home.opened.pop().close()
    again = reception_of(qtbot, home)
    assert again.page == "passphrase"
    again._open_with("wrong horse battery staple")
    assert "does not open" in again._pages["passphrase"].notice.text()
    with qtbot.waitSignal(again.opened):
        again._open_with(PASSPHRASE)


def test_a_lost_key_is_recovered_with_the_sheet(qtbot, home):
    first = reception_of(qtbot, home)
    set_up(first)
    typed = keep_sheet(first)
    home.opened.pop().close()
    home.trouble = WrongKey(path="onewindow.db")
    again = reception_of(qtbot, home)
    again._pages["trouble"]._recover.click()
    again._pages["recover"].typed.emit(typed[:-1] + ("0" if typed[-1] != "0" else "1"), "", None)
    assert again._pages["recover"].notice.text().startswith("The recovery passphrase or code has a typing error")
    with qtbot.waitSignal(again.opened):
        again._pages["recover"].typed.emit(typed.lower(), "", None)


def test_no_passphrase_is_asked_for_where_a_key_file_was_named_at_the_start(qtbot, home):
    home.why_no_keyring = NO_KEYRING
    reception = reception_of(qtbot, home, key_place=("/safe/desk.key", ""))
    for page, ask in (("set_up", reception._ask_set_up), ("recover", reception._ask_recovery)):
        ask()
        assert "/safe/desk.key" in reception._pages[page].home._about.text()
        assert reception._pages[page].home.complete()


def test_a_trouble_has_its_page_and_can_be_tried_again(qtbot, home):
    set_up(first := reception_of(qtbot, home))
    keep_sheet(first)
    home.opened.pop().close()
    home.trouble = DatabaseTooNew(path="onewindow.db", found=9, known=2)
    again = reception_of(qtbot, home)
    assert (again.page, again._pages["trouble"].error) == ("trouble", home.trouble)
    home.trouble = None
    with qtbot.waitSignal(again.opened):
        again._pages["trouble"]._again.click()


def test_the_demo_is_one_press_away(qtbot, home):
    reception = reception_of(qtbot, home)
    with qtbot.waitSignal(reception.opened) as told:
        reception._pages["first_run"].demo_wanted.emit()
    assert told.args[0].demo


def test_a_sheet_is_saved_to_a_file(qtbot, home, tmp_path):
    set_up(reception := reception_of(qtbot, home))
    page = reception._pages["recovery"]
    page._save_to(str(tmp_path / "sheet.txt"))
    assert page._groups[0] in (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    page._save_to(str(tmp_path / "no" / "folder" / "sheet.txt"))
    assert "could not be written" in page.notice.text() or "no file" in page.notice.text().lower()


def test_closing_over_the_sheet_is_warned_of(qtbot, home):
    set_up(reception := reception_of(qtbot, home))
    reception.warn_of_sheet()
    assert "cannot be recovered" in reception._pages["recovery"].notice.text()


def test_a_language_is_chosen_on_any_page(qtbot, home):
    reception = reception_of(qtbot, home)
    with qtbot.waitSignal(reception.language_wanted) as told:
        reception._pages["first_run"].language_wanted.emit("zh_CN")
    assert told.args == ["zh_CN"]
    assert RecoveryMistyped(field="recovery").facts == {"field": "recovery"}


def test_a_set_up_that_was_cut_short_is_told_on_the_first_page(qtbot, home):
    (home.folder / bootstrap._MAKING).touch()
    reception = reception_of(qtbot, home)
    assert "cut short" in reception._pages["first_run"].notice.text()
    set_up(reception)
    keep_sheet(reception)
    assert reception.page == "sign_in"


def test_who_waits_long_for_the_house_is_told_why_until_it_is_open(qtbot, home):
    reception = reception_of(qtbot, home)
    set_up(reception)
    keep_sheet(reception)
    again = reception_of(qtbot, home)
    again.patience.begin()
    again.patience.late.timeout.emit()
    assert "longer than usual" in again.sign_in.notice.text()
    again._open(home.opened[0])
    assert again.sign_in.notice.isHidden()


def test_enter_leaves_said_why_the_house_is_not_open_and_how_far_it_is(qtbot, home):
    reception = reception_of(qtbot, home)
    set_up(reception)
    keep_sheet(reception)
    told = Told()
    again = Reception(home.doors(follow=told.listen), reception.errands)
    qtbot.addWidget(again)
    again._show("sign_in")
    again.patience.begin()
    again.patience.late.timeout.emit()
    told.at(2, 9)
    again.sign_in._name.line.setText("admin")
    again.sign_in._password.line.setText("a password")
    again.sign_in.submit()
    assert "longer than usual" in again.sign_in.notice.text()
    assert "Step 3 of 9." in again.sign_in.notice.text()
    assert not again.sign_in.notice.isHidden()


def test_how_much_of_the_demo_is_filled_is_said(qtbot, home):
    told = Told()
    reception = Reception(home.doors(follow=told.listen), reception_of(qtbot, home).errands)
    qtbot.addWidget(reception)
    reception._show_filling()
    notice = reception._pages["first_run"].notice
    assert notice.text().endswith("inquiries …")
    told.at(63, 100)
    assert notice.text().endswith("inquiries … 60 %")
    reception._pages["first_run"].set_busy(busy=False)
    told.at(70, 100)
    assert notice.isHidden()
