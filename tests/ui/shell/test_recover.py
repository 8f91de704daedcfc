import pytest
from PySide6.QtCore import Qt

from app.models.key_errors import KeyringMissing, RecoveryMistyped, RecoveryWrong
from app.ui.shell.recover import RecoverPage


@pytest.fixture
def page(qtbot):
    page = RecoverPage()
    qtbot.addWidget(page)
    page.show()
    page.home.show_keyring(None)
    page.enter()
    return page


def test_what_was_typed_is_handed_over_with_the_new_home_of_the_key(qtbot, page):
    page._line.line.setText("ab12 cd34")
    with qtbot.waitSignal(page.typed) as told:
        page.submit()
    assert told.args == ["ab12 cd34", "", None]


def test_the_file_of_the_center_takes_its_code_and_can_be_put_away_again(qtbot, page, tmp_path):
    page._take_file(str(tmp_path / "center.key"))
    assert "center.key" in page.says.text()
    page._line.line.setText("ab12")
    with qtbot.waitSignal(page.typed) as told:
        page.submit()
    assert told.args == ["ab12", "", tmp_path / "center.key"]
    page._other.click()
    assert "recovery sheet" in page.says.text()


def test_a_passphrase_that_is_not_complete_is_not_tried(qtbot, page):
    page._line.line.setText("ab12")
    page.home.choose_passphrase()
    with qtbot.assertNotEmitted(page.typed):
        page.submit()


@pytest.mark.parametrize("error", [RecoveryMistyped(field="recovery"), RecoveryWrong(install_id="k7")])
def test_what_is_wrong_is_said_and_can_be_corrected(page, error):
    page._line.line.setText("ab12")
    page.submit()
    page.refuse(error)
    assert page.notice.isVisible()
    assert (page._open.isEnabled(), page._line.text()) == (True, "ab12")


def test_the_lines_of_the_new_passphrase_stay_whole_in_a_small_window_beside_what_is_wrong(qtbot, page):
    page.resize(1280, 720)
    page.home.show_keyring(KeyringMissing(backend="keyring.backends.fail.Keyring"))
    page.refuse(RecoveryMistyped(field="recovery"))
    line = page.home._second.line
    qtbot.waitUntil(lambda: line.height() >= line.minimumSizeHint().height(), timeout=2_000)
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height(), timeout=2_000)
    page.enter()
    assert page.says.isVisible()


def test_one_can_go_back(qtbot, page):
    with qtbot.waitSignal(page.back_wanted):
        page._back.click()


def test_enter_in_the_new_passphrase_hands_it_over(qtbot, page):
    page._line.line.setText("ab12")
    page.home.choose_passphrase()
    for line in (page.home._first, page.home._second):
        line.line.setText("battery staple on the desk")
    with qtbot.waitSignal(page.typed) as told:
        qtbot.keyClick(page.home._second.line, Qt.Key.Key_Return)
    assert told.args == ["ab12", "battery staple on the desk", None]
