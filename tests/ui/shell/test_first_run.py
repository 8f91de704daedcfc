import pytest

from app.ui.kit import languages
from app.ui.shell.first_run import FirstRunPage


@pytest.fixture
def page(qtbot):
    page = FirstRunPage()
    qtbot.addWidget(page)
    page.show()
    page.enter()
    return page


@pytest.mark.parametrize("name", ["set_up", "demo", "recover"])
def test_there_are_three_clear_choices(qtbot, page, name):
    with qtbot.waitSignal(getattr(page, f"{name}_wanted")):
        page._cards[name].button.click()


def test_while_the_demo_is_filled_nothing_else_can_be_chosen(page):
    page._cards["demo"].button.click()
    assert not any(card.button.isEnabled() for card in page._cards.values())
    assert "made-up" in page.notice.text()
    page.enter()
    assert all(card.button.isEnabled() for card in page._cards.values())


def test_a_screen_reader_hears_what_each_button_leads_to(qtbot, page):
    assert page._cards["recover"].button.accessibleName() == "Recover: Recover a desk"
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "恢复" in page._cards["recover"].button.accessibleName())


def test_a_set_up_that_was_cut_short_is_told_in_the_language_of_the_window(qtbot, page):
    page.cut_short = True
    page.enter()
    assert "cut short" in page.notice.text()
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "中断" in page.notice.text())
    page.cut_short = False
    page.enter()
    assert page.notice.isHidden()
