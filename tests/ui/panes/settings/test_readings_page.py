from typing import Any

from PySide6.QtCore import Qt

from app.models.contacts import Outcome
from app.services import access
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.readings_page import ReadingsPage, ReadingsTable
from tests.desk import sign_in
from tests.services.taking import take


def test_the_log_says_who_did_what_and_when_at_the_center(office: Office, jobs: Jobs, qtbot: Any) -> None:
    sign_in(office, "li")
    office.do(access.exported, "inquiry", 1200, "monthly list")
    page = ReadingsPage(jobs)
    qtbot.addWidget(page)
    page.show()
    model = page.model
    cells = [str(model.index(0, column).data(Qt.ItemDataRole.DisplayRole)) for column in range(5)]
    assert cells == ["2026-03-02 12:00", "Li", "exported", "Inquiry · 1,200", "monthly list"]


def test_the_number_of_an_inquiry_that_was_read_is_not_cut(office: Office, jobs: Jobs, qtbot: Any) -> None:
    page = ReadingsPage(jobs)
    qtbot.addWidget(page)
    page.resize(948, 600)
    page.show()
    needed = page.view.fontMetrics().horizontalAdvance("Inquiry 261130-F1C1-0005") + 16  # of the padding of a cell
    assert page.view.columnWidth(3) >= needed


def test_enter_opens_the_inquiry_that_a_line_is_about(office: Office, jobs: Jobs, qtbot: Any) -> None:
    sign_in(office, "wang")
    inquiry = take(office, Outcome.ANSWERED)
    office.do(access.opened, "inquiry", inquiry)
    sign_in(office, "li")
    page = ReadingsPage(jobs)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.inquiry_wanted) as wanted:
        page.view.select(0)
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert wanted.args == [inquiry]
    office.do(access.exported, "inquiry", 3)
    page.refresh()
    page.view.select(0)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.strip.current.text == "No inquiry belongs to this line."


def test_an_operator_is_refused_in_words(office: Office, jobs: Jobs, qtbot: Any) -> None:
    sign_in(office, "wang")
    page = ReadingsPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert page.strip.current.level == "danger"
    assert page.model.rowCount() == 0


def test_the_log_is_a_sound_model(qapp: Any, qtmodeltester: Any) -> None:
    model = ReadingsTable()
    model.reload()
    qtmodeltester.check(model)
    assert model.rowCount() == 0
