import pytest

from app.ui.kit import theme
from app.ui.shell.key_home import KeyHome
from tests.ui.shell.doors import NO_KEYRING


@pytest.fixture
def home(qtbot):
    home = KeyHome("try")
    qtbot.addWidget(home)
    home.show()
    home.show_keyring(None)
    return home


def type_twice(home, first, second):
    home.choose_passphrase()
    home._first.line.setText(first)
    home._second.line.setText(second)


def test_a_keyring_that_passed_its_probe_is_the_first_choice(home):
    assert home._keyring.isChecked()
    assert (home.complete(), home.passphrase()) == (True, "")
    assert home._first.isHidden()


def test_without_a_keyring_the_reason_is_said_and_a_passphrase_asked_for(home):
    home.show_keyring(NO_KEYRING)
    assert not home._keyring.isEnabled()
    assert "fail.Keyring" in home._about.text()
    assert home._first.isVisible()


def test_where_the_start_named_a_place_nothing_is_asked_and_the_place_is_said(home):
    home.show_keyring(NO_KEYRING)
    home.show_place("/safe/desk.key")
    assert [one.isVisible() for one in (home._keyring, home._typed, home._first, home._second)] == [False] * 4
    assert "/safe/desk.key" in home._about.text()
    assert (home.complete(), home.passphrase()) == (True, "")


def test_of_a_command_that_prints_the_key_the_program_is_said(home):
    home.show_place("", "cat")
    assert not home._keyring.isVisible()
    assert home._about.text() == "From the command cat"


def test_a_short_passphrase_is_refused_beside_its_field(home):
    type_twice(home, "short", "short")
    assert not home.complete()
    assert "12" in home._first.line.accessibleDescription()


def test_two_different_passphrases_are_refused(home):
    type_twice(home, "correct horse battery", "correct horse")
    assert not home.complete()
    assert "not the same" in home._second.line.accessibleDescription()


def test_a_good_passphrase_is_handed_over(home):
    type_twice(home, "correct horse battery", "correct horse battery")
    assert home.complete()
    assert home.passphrase() == "correct horse battery"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_circle_of_a_choice_that_is_not_taken_is_seen_in_both_themes(home, mode):
    theme.of_app().apply(mode=mode)
    button = home._typed
    picture = button.grab().toImage()
    ratio = picture.devicePixelRatio()
    line = [picture.pixelColor(x, picture.height() // 2).name() for x in range(round(24 * ratio))]
    assert max(theme.contrast(color, theme.of_app().hex("surface")) for color in line) >= 3
    assert theme.of_app().hex("accent") not in line
    home.choose_passphrase()
    picture = button.grab().toImage()
    line = [picture.pixelColor(x, picture.height() // 2).name().upper() for x in range(round(24 * ratio))]
    assert theme.of_app().hex("accent") in line


def test_a_passphrase_is_typed_twice_in_one_row_which_a_small_window_has_room_for(home, qtbot):
    home.resize(462, 300)
    home.choose_passphrase()
    qtbot.waitUntil(lambda: home._first.width() > 200)
    assert home._first.y() == home._second.y()
    assert home._first.geometry().right() < home._second.x()
