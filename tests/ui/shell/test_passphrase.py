import pytest

from app.models.key_errors import PassphraseWrong
from app.ui.shell.passphrase import PassphrasePage


@pytest.fixture
def page(qtbot):
    page = PassphrasePage()
    qtbot.addWidget(page)
    page.show()
    page.enter()
    return page


def test_enter_hands_the_passphrase_over_once(qtbot, page):
    page._line.line.setText("correct horse battery")
    with qtbot.waitSignal(page.entered) as told:
        page._line.line.returnPressed.emit()
    assert told.args == ["correct horse battery"]
    assert not page._open.isEnabled()


def test_an_empty_line_is_no_try(qtbot, page):
    with qtbot.assertNotEmitted(page.entered):
        page.submit()


def test_a_wrong_passphrase_can_be_typed_again(page):
    page._line.line.setText("wrong horse battery")
    page.submit()
    page.refuse(PassphraseWrong())
    assert "does not open" in page.notice.text()
    assert (page._open.isEnabled(), page._line.line.selectedText()) == (True, "wrong horse battery")


def test_who_does_not_know_it_is_led_to_the_recovery_sheet(qtbot, page):
    with qtbot.waitSignal(page.recover_wanted):
        page._recover.click()
