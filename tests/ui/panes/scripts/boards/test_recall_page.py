"""A supervisor calls back whoever was given a version."""

import pytest

from app.services import inquiries
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.boards.recall_page import RecallPage
from tests.desk import sign_in
from tests.ui.panes.scripts.boards.test_recall_asking import give
from tests.windows import put_up


@pytest.fixture
def page(jobs: Jobs, office: Office, qtbot) -> RecallPage:
    for number in ("13812345678", "13812345679"):
        give(office, number)
    sign_in(office, "li")
    made = RecallPage(jobs)
    qtbot.addWidget(made)
    made.resize(560, 600)
    put_up(qtbot, made)
    made.begin("flu", 1, "Who needs the flu vaccine")
    return made


def test_everybody_is_listed_and_chosen(page: RecallPage) -> None:
    assert page.key == "flu"
    assert {line.title for line in page.list.lines} == {"138 1234 5678", "138 1234 5679"}
    assert [line.detail for line in page.list.lines] == ["Wang", "Wang"]
    assert len(page._chosen()) == 2
    assert "version 1" in page._head.title()


def test_calls_are_owed_once_it_is_said_what_about(page: RecallPage, office: Office, qtbot) -> None:
    assert page.can_call() is False
    qtbot.keyClicks(page.what, "The dose was wrong")
    page.list.clearSelection()
    assert page.can_call() is False
    page.list.selectAll()
    with qtbot.waitSignal(page.done) as done:
        page.commands.run("scripts.recall.call")
    assert done.args[0].startswith("Call-backs made: 2. Owed already: 0;")
    assert {owed.what for owed in office.ask(inquiries.due_callbacks)} == {"The dose was wrong"}


def test_a_day_is_given_by_the_clock_of_the_center(page: RecallPage) -> None:
    assert page.due.text() == "2026-03-03 14:00"


def test_a_time_that_cannot_be_read_holds_it_up(page: RecallPage, qtbot) -> None:
    qtbot.keyClicks(page.what, "The dose was wrong")
    page.due.setText("some time")
    assert page.can_call() is False


def test_a_trainer_sees_the_list_and_who_calls(page: RecallPage, office: Office) -> None:
    sign_in(office, "chen")
    page.begin("flu", 1, "Who needs the flu vaccine")
    assert "A supervisor makes call-backs" in page._hint.text()
    assert (page.what.isVisible(), page.can_call()) == (False, False)


def test_a_version_that_nobody_was_given_says_so(page: RecallPage) -> None:
    page.begin("hpv", 1, "Ages for the HPV vaccine")
    assert page._hint.text().startswith("This version was given to nobody")
    assert not page.what.isVisible()
    assert not page.list.isVisible()
    assert page._leave.hasFocus()


def test_an_unknown_version_is_refused(page: RecallPage, qtbot) -> None:
    with qtbot.waitSignal(page.refused) as refused:
        page.begin("flu", 9, "Who needs the flu vaccine")
    assert type(refused.args[0]).__name__ == "RecordGone"


def test_the_page_follows_the_language_of_the_window(page: RecallPage, qtbot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: page.accessibleName() == "用过此版的来电人")
