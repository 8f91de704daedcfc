"""One change is read with the keyboard; an urgent one is answered for."""

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from app.services import script_notices
from app.ui.kit import languages
from app.ui.parts.notice_options import OptionButton
from app.ui.parts.notice_page import NoticePage
from tests.house import widgets


@pytest.fixture
def page(jobs, clock, shown) -> NoticePage:
    made = NoticePage("notice", jobs, clock.now, ZoneInfo("Asia/Shanghai"))
    made.resize(360, 560)
    return shown(made)


def show(page, watch, place=0):
    page.show_notice(watch.waiting[place], place=1, count=len(watch.waiting))
    page.setFocus()
    return page


def right(page):
    return page._page.question.right


def test_a_change_is_understood_with_enter(page, one_change, watch, qtbot):
    show(page, watch)
    assert page._since.text() == "Version 2 since 1 h ago, Li. You knew version 1."
    assert "At " in page._body.text()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert watch.waiting == ()


def test_an_urgent_one_asks_before_it_is_read(page, one_urgent, watch, qtbot):
    show(page, watch)
    assert page._next.text() == "I have read it  Enter"
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert len(watch.urgent) == 1
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page._question.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_1 + right(page))
    assert watch.urgent == ()


def test_a_wrong_answer_shows_the_right_one_and_asks_again(page, one_urgent, watch, qtbot):
    show(page, watch)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    wrong = (right(page) + 1) % page._options.count
    qtbot.keyClick(page, Qt.Key.Key_1 + wrong)
    assert page._verdict.isVisible()
    assert "It opens at 8" in page._verdict.text()
    assert not page._options.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_1 + right(page))
    assert watch.urgent == ()
    rows = one_urgent.ask(lambda view: view.rows.all('SELECT wrong FROM script_notice WHERE "by"=?', view.person.id))
    assert rows == [(1,)]


def test_tab_and_enter_answer_too_and_esc_reads_it_again(page, one_urgent, watch, qtbot):
    show(page, watch)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page._body.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    button = page.findChild(OptionButton, f"notice.option_{right(page) + 1}")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert watch.urgent == ()


def test_every_part_of_it_has_a_name_and_is_reached_by_tab(page, one_urgent, watch, qtbot):
    show(page, watch)
    assert widgets.complaints(page) == []
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert widgets.complaints(page) == []


def test_esc_leaves_it_unread(page, one_change, watch, qtbot):
    show(page, watch)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert len(watch.waiting) == 1


def test_another_language_asks_in_its_own_words_from_the_beginning(page, one_urgent, watch, qtbot):
    show(page, watch)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    languages.of_app().use("zh_CN")
    try:
        qtbot.waitUntil(lambda: page._title.text() == "火警")
        qtbot.waitUntil(lambda: page._page.question.answer == "8点开门")
        assert page._body.isVisible()
    finally:
        languages.of_app().use("en")


def test_a_notice_that_was_read_elsewhere_shows_nothing(page, one_change, watch, jobs):
    notice = watch.waiting[0]
    jobs.do(script_notices.read_all)
    page.show_notice(notice, place=1, count=1)
    assert page._body.text() == ""
