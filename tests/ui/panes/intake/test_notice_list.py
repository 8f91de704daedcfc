"""What has changed, as lines."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.models.script_notices import Notice, NoticeKind
from app.ui.kit import languages
from app.ui.panes.intake.notice_list import MOST, NoticeList, NoticeRow


def notice(place: int) -> Notice:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return Notice(NoticeKind.CHANGED, f"a-{place}", (bytes([place]),), 2, at, "几点开门", "Opening hours", 1)


@pytest.fixture
def listed(shown) -> NoticeList:
    made = NoticeList()
    made.resize(340, 200)
    made.show_notices([notice(place) for place in range(MOST + 2)])
    return shown(made)


def test_the_first_ones_are_lines_and_the_others_are_counted(listed):
    rows = [row for row in listed.findChildren(NoticeRow) if row.isVisible()]
    assert [row.text() for row in rows] == ["Opening hours"] * MOST
    assert rows[0].accessibleName() == "Changed: Opening hours"
    assert listed._more.text() == "and 2 more"


def test_a_line_opens_its_notice(listed, qtbot):
    with qtbot.waitSignal(listed.opened) as opened:
        qtbot.mouseClick(listed.findChild(NoticeRow, "intake.notices.row_2"), Qt.MouseButton.LeftButton)
    assert opened.args == [bytes([1])]


def test_all_of_it_is_read_with_one_button(listed, qtbot):
    with qtbot.waitSignal(listed.all_read):
        qtbot.mouseClick(listed.findChild(QPushButton, "intake.notices.all_read"), Qt.MouseButton.LeftButton)


def test_lines_follow_the_language_of_the_window(listed, qtbot):
    languages.of_app().use("zh_CN")
    try:
        qtbot.waitUntil(lambda: listed.findChild(NoticeRow).text() == "几点开门")
    finally:
        languages.of_app().use("en")
