"""The contact behind a proposed script: what was said, not who it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from app.models.contacts import AnswerMode, Outcome
from app.models.errors import RecordGone
from app.services import contacts
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.boards.contact_page import ContactPage
from tests.desk import draft, sign_in


@pytest.fixture
def page(bare_jobs: Jobs, qtbot) -> ContactPage:
    made = ContactPage(bare_jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(page: ContactPage) -> str:
    return "\n".join([*(one.text() for one in page.findChildren(QLabel)), page.findChild(QPlainTextEdit).toPlainText()])


def test_what_was_asked_and_said_is_shown_without_the_caller(page: ContactPage, office: Office, qtbot) -> None:
    sign_in(office, "wang")
    said = draft(summary="Parking", details="Behind the house, 张三", answer_mode=AnswerMode.OWN_KNOWLEDGE)
    started = office.do(contacts.start, said).value
    office.do(contacts.finalize, started, Outcome.ANSWERED)
    sign_in(office, "chen")
    page.begin(started.id)
    assert "Phone (in) · Answered on the line" in texts(page)
    assert "Parking\n\nBehind the house, …" in texts(page)
    assert "张三" not in texts(page)
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: page._back.text() == "返回话术")
    assert "Parking" in texts(page)
    page.clear()
    assert "Parking" not in texts(page)


def test_a_contact_that_is_not_there_is_told_and_esc_goes_back(page: ContactPage, qtbot) -> None:
    with qtbot.waitSignal(page.refused) as refused:
        page.begin(b"x" * 16)
    assert isinstance(refused.args[0], RecordGone)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
