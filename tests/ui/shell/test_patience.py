"""Whoever waits long is told why, and no longer than they wait."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.shell.patience import Patience
from app.ui.shell.start_page import Notice


class _Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice("notice", self)


def test_what_takes_long_is_said_on_the_page_until_it_is_done(qtbot):
    pages, page = QStackedWidget(), _Page()
    qtbot.addWidget(pages)
    pages.addWidget(page)
    patience = Patience(pages)
    patience.begin()
    assert (patience.late.isActive(), page.notice.isHidden()) == (True, True)
    patience.late.timeout.emit()
    assert page.notice.text() == "Opening takes longer than usual."
    assert not page.notice.isHidden()
    patience.moved.emit(0, 2)
    assert "after an update" in page.notice.text()
    assert page.notice.text().endswith("Step 1 of 2.")
    patience.end()
    assert (patience.late.isActive(), page.notice.isHidden()) == (False, True)


def test_where_no_page_is_shown_nothing_is_said(qtbot):
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    patience = Patience(pages)
    patience.late.timeout.emit()
    patience.end()
    assert pages.currentWidget() is None
