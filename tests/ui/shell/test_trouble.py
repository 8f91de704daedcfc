import pytest

from app.models import errors, key_errors
from app.ui.kit import languages
from app.ui.shell.trouble import TroublePage

TROUBLES = [
    (key_errors.KeyringMissing(backend="fail.Keyring"), True, "fail.Keyring"),
    (key_errors.KeyringChanged(was="kwallet", now="gnome"), True, "kwallet"),
    (key_errors.KeyMissing(provider="gnome"), True, "gnome"),
    (errors.WrongKey(path="/data/onewindow.db"), True, "/data/onewindow.db"),
    (errors.DatabaseTooNew(path="/data", found=9, known=2), False, "9"),
    (errors.DatabaseDamaged(path="/data/onewindow.db"), False, "/data/onewindow.db"),
    (errors.DiskFull(path="/data"), False, "disk is full"),
]


@pytest.fixture
def page(qtbot):
    page = TroublePage()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize(("error", "recoverable", "fact"), TROUBLES)
def test_each_trouble_has_its_sentence_its_step_and_its_ways_on(page, error, recoverable, fact):
    page.show_error(error)
    page.enter()
    assert fact in page._says.text()
    assert page._then.text()
    assert page._recover.isVisible() == recoverable
    assert "Traceback" not in page._says.text() + page._then.text()


def test_the_ways_on_are_told(qtbot, page):
    page.show_error(TROUBLES[0][0])
    for button, signal in (
        (page._again, page.again),
        (page._recover, page.recover_wanted),
        (page._demo, page.demo_wanted),
        (page._close, page.close_wanted),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_the_sentence_follows_the_language(qtbot, page):
    page.show_error(TROUBLES[6][0])
    before = page._says.text()
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: page._says.text() != before)
