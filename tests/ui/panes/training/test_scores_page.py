"""Without a score the page says what it is for."""

from app.ui.panes.training.scores_page import ScoresPage


def test_the_page_says_that_nothing_was_scored_yet(desk, jobs, qtbot) -> None:
    page = ScoresPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert not page.may_appeal()
    assert page._empty.isVisibleTo(page)
    page.appeal()
    assert page.detail.toPlainText() == ""
