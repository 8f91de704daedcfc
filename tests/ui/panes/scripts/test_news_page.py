"""A change is read beside the library, and the next one follows it."""

import pytest
from PySide6.QtCore import Qt

from app.ui.panes.scripts.desk import LibraryDesk
from app.ui.panes.scripts.news_page import NewsPage
from tests.desk import sign_in
from tests.ui.notice_desk import one_change, one_urgent, shown, watch_of  # noqa: F401 - fixtures


@pytest.fixture
def page(one_urgent, bare_jobs, shown) -> NewsPage:  # noqa: F811
    sign_in(one_urgent, "wang")
    made = NewsPage(bare_jobs, watch_of(bare_jobs))
    made.resize(400, 500)
    return shown(made)


def waiting(page: NewsPage) -> list[str]:
    return [one.key for one in page._watch.waiting]


def test_an_urgent_change_is_answered_and_the_next_one_read_with_the_keyboard(page: NewsPage, qtbot) -> None:
    page.begin(page._watch.waiting[0].id)
    page.take_focus()
    assert page.page is not None
    assert "F2" not in page.page._since.text()
    qtbot.keyClick(page.page, Qt.Key.Key_Return)
    qtbot.keyClick(page.page, Qt.Key(Qt.Key.Key_1 + page.page._page.question.right))
    assert waiting(page) == ["desk-hours"]
    assert page.page._notice.key == "desk-hours"
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.page, Qt.Key.Key_Return)
    assert waiting(page) == []


def test_esc_leaves_it_unread(page: NewsPage, qtbot) -> None:
    page.begin(page._watch.waiting[1].id)
    page.take_focus()
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.page, Qt.Key.Key_Escape)
    assert waiting(page) == ["desk-fire", "desk-hours"]


def test_the_library_counts_what_is_new_and_opens_it_in_its_middle(one_change, bare_jobs, shown) -> None:  # noqa: F811
    sign_in(one_change, "wang")
    desk = LibraryDesk(bare_jobs, None, None)
    shown(desk)
    tabs = desk.library._tabs
    assert not tabs.isTabVisible(3)
    desk.library.news.watch.look()
    assert (tabs.isTabVisible(3), tabs.tabText(3)) == (True, "News (1)")
    tabs.setCurrentIndex(3)
    desk.library.news.list.open_place(0)
    assert desk.news.isVisible()
    assert desk.news.page._notice.key == "desk-hours"
    desk.news.page.forget()
