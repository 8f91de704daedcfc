import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.models.errors import SignInRefused
from app.ui.kit import languages
from app.ui.shell.start_page import LabeledLine, LanguageSwitch, Notice, SecretLine, StartPage


@pytest.fixture
def secret(qtbot):
    line = SecretLine()
    line.setObjectName("try.secret")
    line.setAccessibleName("Secret")
    qtbot.addWidget(line)
    line.show()
    return line


def test_an_error_is_said_with_its_next_step_in_the_language_of_the_moment(qtbot):
    notice = Notice("try.notice")
    qtbot.addWidget(notice)
    notice.show_error(SignInRefused())
    assert "do not match" in notice.text()
    assert "try again" in notice.text()
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "do not match" not in notice.text())


def test_a_notice_that_was_cleared_is_gone(qtbot):
    notice = Notice("try.notice")
    qtbot.addWidget(notice)
    notice.say("Something")
    notice.clear()
    assert notice.isHidden()


def test_a_password_is_hidden_until_the_eye_is_pressed(secret):
    assert secret.echoMode() is QLineEdit.EchoMode.Password
    secret.actions()[0].trigger()
    assert secret.echoMode() is QLineEdit.EchoMode.Normal
    secret.hide_again()
    assert secret.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_guessed_from_the_letters(qtbot, secret):
    for text, shift, expected in (("a", False, False), ("A", False, True), ("A", True, False), ("a", True, True)):
        with qtbot.waitSignal(secret.caps) as told:
            modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
            strike(secret, text, modifier)
        assert told.args == [expected]


def strike(line, text, modifier):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    line.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, text))


def test_digits_and_chinese_say_nothing_about_caps_lock(qtbot, secret):
    with qtbot.assertNotEmitted(secret.caps):
        for text in ("1", "中", ""):
            strike(secret, text, Qt.KeyboardModifier.NoModifier)


def test_an_error_under_a_field_goes_when_it_is_corrected(qtbot):
    line = LabeledLine("try.line")
    qtbot.addWidget(line)
    line.set_words("Name", "Short")
    line.show_error("This is needed")
    assert line.line.accessibleDescription() == "This is needed"
    qtbot.keyClicks(line.line, "w")
    assert line.line.accessibleDescription() == "Short"


def test_each_language_stands_there_in_its_own_words(qtbot):
    switch = LanguageSwitch()
    qtbot.addWidget(switch)
    buttons = {one.text(): one for one in switch.children() if hasattr(one, "text")}
    with qtbot.waitSignal(switch.chosen) as told:
        buttons["中文"].click()
    assert (sorted(buttons), told.args) == (["English", "中文"], ["zh_CN"])


def test_a_bare_page_has_its_parts(qtbot):
    page = StartPage("try")
    qtbot.addWidget(page)
    page.enter()
    page.retranslate()
    assert page.card.isVisibleTo(page)
