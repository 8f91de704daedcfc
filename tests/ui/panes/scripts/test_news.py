"""What changed is told in the library, too, to those who take no calls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.services import script_outline, scripts
from app.ui.panes.scripts.news import NewsColumn
from tests.desk import sign_in
from tests.ui.notice_desk import one_change, one_urgent, shown  # noqa: F401 - fixtures


@pytest.fixture
def news(one_urgent, bare_jobs, shown) -> NewsColumn:  # noqa: F811
    sign_in(one_urgent, "wang")
    made = NewsColumn(bare_jobs)
    made.resize(320, 300)
    made.watch.look()
    return shown(made)


def test_the_gravest_change_stands_first_with_its_kind(news: NewsColumn) -> None:
    assert [(line.title, line.chips[0][0]) for line in news.list.lines] == [
        ("Fire", "Urgent"),
        ("Opening hours", "Changed"),
    ]
    assert news.count == 2


def test_everything_but_what_is_urgent_is_marked_as_read_at_once(news: NewsColumn, qtbot) -> None:
    button = news.findChild(QPushButton, "scripts.news.all_read")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [line.title for line in news.list.lines] == ["Fire"]
    assert not button.isVisible()


def test_the_reply_to_a_flag_reaches_the_one_who_flagged(news: NewsColumn, one_urgent) -> None:  # noqa: F811
    flag = one_urgent.do(scripts.flag, "desk-hours", 2, note="closed on Sundays").value
    sign_in(one_urgent, "chen")
    one_urgent.do(script_outline.end_flag, flag, answer="The page says so now.")
    sign_in(one_urgent, "wang")
    news.watch.look()
    told = [(line.chips[0][0], line.detail) for line in news.list.lines]
    assert ("Flag answered", "The page says so now.") in told
