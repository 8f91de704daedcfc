"""Sitting an exam in the window: begun, answered by keyboard, resumed, handed in, and its result read."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.services import exam_results, exams, scripts
from app.services.exams import NewExam
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.exams_page import ExamsPage
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.examined import LINES, close, release, set_exam, sit


@pytest.fixture
def exam(office: Office) -> bytes:
    made = set_exam(office)
    sign_in(office, "wang")
    return made


@pytest.fixture
def page(exam: bytes, jobs: Jobs, qtbot) -> ExamsPage:
    made = ExamsPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    made.show()
    return made


def test_an_open_exam_is_begun_by_enter_and_goes_on_after_a_restart(page: ExamsPage, jobs: Jobs, qtbot) -> None:
    assert page.rows.cells(0)[4].text == "open"
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.is_sitting()
    assert not page.may_begin()
    again = ExamsPage(jobs)
    qtbot.addWidget(again)
    again.show()
    assert again.rows.cells(0)[4].text == "begun: go on"
    again.begin()
    assert again.is_sitting()


def test_the_exam_that_can_be_sat_is_the_chosen_one(page: ExamsPage, exam: bytes, office: Office, jobs: Jobs) -> None:
    release(office, exam)
    sign_in(office, "chen")
    now = office.clock.now()
    office.do(exams.set_exam, NewExam("Week 11", LINES, now, now + timedelta(days=9)))
    sign_in(office, "wang")
    page.reload()
    assert [page.rows.cells(at)[0].text for at in range(2)] == ["Week 10", "Week 11"]
    again = ExamsPage(jobs)
    again.reload()
    chosen = again.chosen()
    assert chosen is not None
    assert chosen.exam.name == "Week 11"
    assert again.may_begin()
    again.close()


def test_a_paper_is_handed_in_only_when_asked_twice(page: ExamsPage) -> None:
    page.begin()
    page.hand_in()
    assert page.is_sitting()
    page.hand_in()
    assert not page.is_sitting()
    assert page.rows.cells(0)[4].text == "handed in"
    assert not page.may_begin()


def test_the_result_is_shown_once_it_is_out(page: ExamsPage, exam: bytes, office: Office, clock: FakeClock) -> None:
    paper = sit(office, exam, "wang")
    page.reload()
    assert page.result.toPlainText() == ""
    close(office, exam)
    sign_in(office, "chen")
    for one in office.ask(exam_results.to_mark, exam):
        office.do(exam_results.mark, paper.sitting, one.version, points=0.5, critical=True, note="a point is missing")
    office.do(exam_results.release, exam)
    sign_in(office, "wang")
    clock.advance(timedelta(minutes=5))
    page.reload()
    said = page.result.toPlainText()
    assert "not passed" in said
    assert "a point is missing" in said
    assert page.rows.cells(0)[4].text == "can be sat again"
    page.appeal()
    assert page.may_appeal()
    page.appeals.reason.setText("I did say it")
    page.appeal()
    assert "waits for another person" in page.result.toPlainText()


def test_who_passed_can_have_a_certificate(page: ExamsPage, exam: bytes, office: Office) -> None:
    sit(office, exam, "wang")
    page.reload()
    assert not page.has_passed()
    release(office, exam)
    sign_in(office, "wang")
    page.reload()
    assert page.has_passed()
    page.show_certificate()
    assert page.certificate is not None
    assert page.certificate.windowTitle() == "Certificate of completion"
    assert "Week 10" in page.certificate.page.toPlainText()
    page.certificate.close()


def test_the_script_of_a_question_is_flagged_by_keyboard(
    page: ExamsPage, exam: bytes, office: Office, clock: FakeClock, qtbot
) -> None:
    paper = sit(office, exam, "wang")
    close(office, exam)
    sign_in(office, "chen")
    for one in office.ask(exam_results.to_mark, exam):
        office.do(exam_results.mark, paper.sitting, one.version, points=0.5, critical=True, note="a point is missing")
    office.do(exam_results.release, exam)
    sign_in(office, "wang")
    page.reload()
    ((_, answers),) = office.ask(exam_results.my_answers, exam)
    item = next(one.item for one in answers if one.points < 1)
    page.result.setFocus()
    qtbot.keyClick(page.result, Qt.Key.Key_Tab)
    qtbot.keyClick(page.result, Qt.Key.Key_Return)
    assert page.flagging.isVisible()
    with qtbot.waitSignal(page.told):
        qtbot.keyClick(page.flagging.findChild(QLineEdit, "training.flagging.note"), Qt.Key.Key_Return)
    (flag,) = office.ask(scripts.flags_of, item.script)
    assert flag.key_point == (item.point or None)
    assert page.flagging.isHidden()
