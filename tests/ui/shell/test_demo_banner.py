from app.ui.kit import languages
from app.ui.shell.demo_banner import DemoBanner


def test_the_banner_says_that_all_is_made_up_and_how_to_sign_in(qtbot):
    banner = DemoBanner(("wang", "onewindow"))
    qtbot.addWidget(banner)
    assert "made up" in banner.text()
    assert "wang" in banner.text()
    assert "onewindow" in banner.text()


def test_without_an_account_it_only_says_what_it_is(qtbot):
    banner = DemoBanner(("", ""))
    qtbot.addWidget(banner)
    assert "password" not in banner.text()


def test_a_screen_reader_hears_it_in_the_language_of_the_window(qtbot):
    banner = DemoBanner(("wang", "onewindow"))
    qtbot.addWidget(banner)
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "演示" in banner.accessibleName())
    assert "虚构。所有账号" in banner.accessibleName()  # no blank after a full stop of Chinese
