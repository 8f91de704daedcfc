"""A contact beside its score sheet: scored by keyboard, appealed by its operator, decided by another evaluator."""

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import Outcome
from app.services import contacts, evaluations
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.review_page import ReviewPage
from app.ui.panes.training.scores_page import ScoresPage
from tests.desk import draft, sign_in


@pytest.fixture
def page(desk: Office, jobs: Jobs, qtbot) -> ReviewPage:
    desk.do(contacts.finalize, desk.do(contacts.start, draft()).value, Outcome.ANSWERED)
    sign_in(desk, "li")
    made = ReviewPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    made.show()
    return made


def fill(page: ReviewPage, qtbot) -> None:
    for place in range(17):
        page.sheet.items.setCurrentRow(place)
        qtbot.keyClick(page.sheet.items, Qt.Key.Key_N if place == 16 else Qt.Key.Key_2)


def test_a_sheet_is_filled_by_keys_and_saved_when_it_is_whole(page: ReviewPage, desk: Office, qtbot) -> None:
    said: list[str] = []
    page.told.connect(said.append)
    page.save()
    assert said[0].startswith("Some items are open")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    fill(page, qtbot)
    page.sheet.what.setText("said 9")
    qtbot.keyClick(page.sheet.what, Qt.Key.Key_Return)
    page.save()
    assert said[-1].startswith("Scored")
    assert not page.may_score()
    assert page.rows.cells(0)[4].text == "0 %"


def test_a_sheet_that_is_left_half_filled_is_there_again(page: ReviewPage, desk: Office, qtbot) -> None:
    qtbot.keyClick(page.sheet.items, Qt.Key.Key_2)
    qtbot.keyClick(page.sheet.items, Qt.Key.Key_1)
    page.sheet.note.setText("well")
    page.hide()
    page.show()
    assert (len(page.sheet._points), page.sheet.note.text(), page.sheet.items.currentRow()) == (2, "well", 2)
    fill(page, qtbot)
    page.save()
    assert not page.sheet.note.text()
    page.reload()
    assert page.sheet.half_filled() is None


def test_an_appeal_is_decided_by_another_evaluator(page: ReviewPage, desk: Office, jobs: Jobs, qtbot) -> None:
    fill(page, qtbot)
    page.save()
    sign_in(desk, "wang")
    mine = ScoresPage(jobs)
    qtbot.addWidget(mine)
    mine.show()
    assert mine.may_appeal()
    mine.reason.setText("the caller hung up")
    mine.appeal()
    assert not mine.may_appeal()
    sign_in(desk, "chen")
    page.reload()
    assert "the caller hung up" in page.contact.toPlainText()
    page.sheet.items.setCurrentRow(0)
    qtbot.keyClick(page.sheet.items, Qt.Key.Key_0)
    page.uphold()
    sign_in(desk, "wang")
    assert desk.ask(evaluations.mine)[0].appeal.upheld
    mine.reload()
    assert "this score counts instead" in mine.detail.toPlainText()
