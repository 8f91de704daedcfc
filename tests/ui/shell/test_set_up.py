import pytest
from PySide6.QtCore import Qt

from app.models.errors import FieldInvalid
from app.models.key_errors import EscrowFailed
from app.ui.kit import here, languages, theme
from app.ui.shell.doors import SetUp
from app.ui.shell.set_up import SetUpPage
from tests.ui.shell.doors import NO_KEYRING


@pytest.fixture
def page(qtbot, monkeypatch):
    monkeypatch.setattr(here, "country", str)
    page = SetUpPage()
    qtbot.addWidget(page)
    page.show()
    page.home.show_keyring(None)
    page.enter()
    return page


def fill(page, admin="li", display="Li Na", password="correct horse", again="correct horse"):
    for line, text in (
        (page._admin, admin),
        (page._display, display),
        (page._password, password),
        (page._again, again),
    ):
        line.line.setText(text)


def test_what_was_filled_in_is_handed_over(qtbot, page):
    fill(page)
    with qtbot.waitSignal(page.filled) as told:
        page.submit()
    assert told.args == [SetUp("li", "Li Na", "correct horse", "", page.place.center())]
    assert told.args[0].center["country"] == "CN"
    assert not page._go.isEnabled()


def test_without_a_shown_name_the_other_one_is_shown(qtbot, page):
    fill(page, display=" ")
    with qtbot.waitSignal(page.filled) as told:
        page.submit()
    assert told.args[0].display == "li"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"admin": " "}, "_admin"), ({"password": "short", "again": "short"}, "_password"), ({"again": "x"}, "_again")],
)
def test_what_is_wrong_is_said_beside_its_field(qtbot, page, wrong, field):
    fill(page, **wrong)
    with qtbot.assertNotEmitted(page.filled):
        page.submit()
    assert getattr(page, field).line.property("wrong") is True


def test_a_refused_field_is_marked_and_another_trouble_said_below(page):
    page.refuse(FieldInvalid(field="name", value="li"))
    assert page._admin.line.property("wrong") is True
    page.refuse(EscrowFailed(path="/data"))
    assert "/data" in page.notice.text()
    assert page._go.isEnabled()


def test_a_country_that_is_none_is_said_beside_it_and_nothing_is_handed_over(qtbot, page):
    fill(page)
    country = page.place.line
    country.selectAll()
    qtbot.keyClicks(country, "Utopia")
    with qtbot.assertNotEmitted(page.filled):
        qtbot.keyClick(country, Qt.Key.Key_Return)
    assert country.property("wrong") is True
    assert country.text() == "Utopia"


def test_by_keyboard_alone_a_country_is_taken_and_the_next_enter_sets_up(qtbot, page):
    fill(page)
    country = page.place.line
    page._again.setFocus()
    qtbot.keyClick(page._again.line, Qt.Key.Key_Tab)
    assert page.focusWidget() is country
    qtbot.keyClicks(country, "germ")
    qtbot.keyClick(country, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.filled) as told:
        qtbot.keyClick(country, Qt.Key.Key_Return)
    assert told.args[0].center["country"] == "DE"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_fits_into_a_small_window_in_large_text(qtbot, page, language):
    languages.of_app().use(language)
    theme.of_app().apply(text_size="large")
    page.home.show_keyring(NO_KEYRING)
    page.refuse(EscrowFailed(path="/data"))
    assert max(page.heightForWidth(1200), page.minimumSizeHint().height()) <= 694  # what a frame leaves of 720
    languages.of_app().use("en")


def test_enter_in_the_last_line_of_the_passphrase_sets_up(qtbot, page):
    fill(page)
    page.home.show_keyring(NO_KEYRING)
    for line in (page.home._first, page.home._second):
        line.line.setText("battery staple on the desk")
    with qtbot.waitSignal(page.filled) as told:
        qtbot.keyClick(page.home._second.line, Qt.Key.Key_Return)
    assert told.args[0].passphrase == "battery staple on the desk"
