"""Told in the say column: a list at rest, one line in a conversation, the column before the next call."""

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import CallSpan
from app.ui.kit import languages
from app.ui.panes.intake.notice_place import NoticePlace
from tests.desk import NOON


@pytest.fixture
def place(jobs, state, desk, clock, shown) -> NoticePlace:
    languages.of_app().use("en")
    made = NoticePlace(jobs, state, desk, clock=clock.now)
    made.resize(360, 560)
    shown(made, inside=True)
    return made


def shows(place) -> str:
    parts = {"line": place._line, "list": place._list, "page": place._page}
    return next((name for name, part in parts.items() if part is not None and part.isVisible()), "nothing")


def test_nothing_to_read_takes_no_room(place, watch):
    place.follow(watch)
    assert not place.isVisible()
    assert not place.read_first()


def test_a_change_is_a_list_at_rest_and_one_line_in_a_conversation(place, one_change, watch, state):
    place.follow(watch)
    assert shows(place) == "list"
    state.edit("summary", "HPV")
    assert (shows(place), place._line.text) == ("line", "1 change to read when you are free")
    assert not place.covers


def test_an_urgent_one_takes_the_column_at_rest_and_never_in_a_call(place, one_urgent, watch, state, qtbot):
    with qtbot.waitSignal(place.covered):
        place.follow(watch)
    assert (shows(place), place._page._title.text()) == ("page", "Fire")
    with qtbot.waitSignal(place.covered) as told:
        state.span((CallSpan("talking", NOON),))
    assert told.args == [False]
    assert place._line.text == "1 urgent change, asked for after this conversation"


def test_a_call_in_another_conversation_makes_it_wait_too(place, one_urgent, watch):
    place.follow(watch)
    place.ask()
    assert place.is_asking
    watch.set_busy(True)
    assert (shows(place), place.is_asking) == ("line", False)
    watch.set_busy(False)
    assert shows(place) == "page"


def test_what_is_searched_for_goes_first(place, one_urgent, watch):
    place.follow(watch)
    place.search("flu")
    assert shows(place) == "line"
    place.search("")
    assert shows(place) == "page"


def test_the_next_call_asks_for_it_even_beside_a_letter_that_is_being_written(place, one_urgent, watch, state):
    state.edit("summary", "A letter")
    place.follow(watch)
    place.ask()
    assert shows(place) == "page"
    assert place._page.hasFocus()


def test_one_is_read_after_the_other_and_then_the_form_has_the_cursor_again(place, one_urgent, watch, qtbot):
    place.follow(watch)
    place.ask()
    page = place._page
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_1 + page._page.question.right)
    assert shows(place) == "list"
    place.read_first()
    with qtbot.waitSignal(place.left):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert shows(place) == "nothing"


def test_esc_leads_back_and_what_was_not_read_stays(place, one_change, watch, qtbot):
    place.follow(watch)
    place.read_first()
    with qtbot.waitSignal(place.left):
        qtbot.keyClick(place._page, Qt.Key.Key_Escape)
    assert shows(place) == "list"


def test_the_script_itself_is_one_button_away(place, one_change, watch, qtbot):
    place.follow(watch)
    place.read_first()
    with qtbot.waitSignal(place.opened) as opened:
        qtbot.mouseClick(place._page._open, Qt.MouseButton.LeftButton)
    assert opened.args == ["desk-hours"]


def test_everything_that_is_not_asked_is_read_at_once(place, one_change, watch):
    place.follow(watch)
    place._list.all_read.emit()
    assert shows(place) == "nothing"


def test_the_line_follows_the_language_of_the_window(place, one_change, watch, state, qtbot):
    state.edit("summary", "HPV")
    place.follow(watch)
    languages.of_app().use("zh_CN")
    try:
        qtbot.waitUntil(lambda: place._line.text == "1 条变更，空闲时请阅读")
    finally:
        languages.of_app().use("en")
