"""The trainer's desk in the window: an exam is set, answers are marked, results are read and let out."""

import pytest
from PySide6.QtCore import Qt

from app.services import exam_ratings, exams
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.exam_desk_page import ExamDeskPage
from tests.desk import sign_in
from tests.services.examined import close, set_exam, sit


@pytest.fixture
def page(office: Office, jobs: Jobs, qtbot) -> ExamDeskPage:
    exam = set_exam(office)
    sit(office, exam, "wang")
    sit(office, exam, "li")
    close(office, exam)
    sign_in(office, "chen")
    made = ExamDeskPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 640)
    made.show()
    return made


def test_answers_are_marked_by_keyboard_and_the_results_let_out(page: ExamDeskPage, qtbot) -> None:
    assert page.exam_rows.cells(0)[3].text == "2 / 3"
    assert not page.may_release()
    qtbot.keyClick(page.exams, Qt.Key.Key_Return)
    for _ in ("the words", "the gap"):
        qtbot.keyClick(page.marking.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not page.may_mark()
    assert [page.behind.result_rows.cells(place)[4].text for place in (0, 1)] == ["passed", "passed"]
    page.release()
    assert page.exam_rows.cells(0)[5].text == "results are out"


def test_judges_rate_questions_by_keyboard_and_make_the_pass_mark(page: ExamDeskPage, office: Office, qtbot) -> None:
    page.rate()
    view = page.rating
    count = len(view._questions)
    qtbot.keyClicks(view.field, "101")
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    assert view._place == 0, "more than 100 of 100 cannot be"
    view.field.clear()
    for _ in range(count - 1):
        qtbot.keyClicks(view.field, "60")
        qtbot.keyClick(view.field, Qt.Key.Key_Return)
    assert view._stands.text() == f"{count - 1} of {count} rated; Enter goes on, ↑ back"
    qtbot.keyClick(view.field, Qt.Key.Key_Up)
    assert view._place == count - 2
    view.go_on()
    view.field.setText("60")
    view.go_on()
    assert page._stack.currentWidget() is page._list
    page.rate()
    assert "Form 1: 60 % by 1 judges" in view._stands.text()
    assert [one.cut for one in office.ask(exam_ratings.standing, page._line.exam.id)] == pytest.approx([0.6, 0.6])


def test_figures_say_how_few_people_there_are(page: ExamDeskPage) -> None:
    said = page.behind.figures.text()
    assert said.startswith("2 people")
    assert "α (KR-20) – · SEM –" in said
    assert "read with care" in said
    assert page.behind.question_rows.cells(0)[3].text == "n = 2 < 30"
    assert page.behind.options.toPlainText()


def test_each_list_shows_seven_rows_on_a_small_screen(page: ExamDeskPage, qtbot) -> None:
    page.resize(1172, 540)
    page.behind.show_questions()
    assert page.behind.questions.isVisible()
    assert page.behind.questions.viewport().height() >= 7 * page.behind.questions.verticalHeader().defaultSectionSize()
    qtbot.keyClick(page.behind.tabs, Qt.Key.Key_Left)
    assert page.behind.results.isVisible()


def test_an_exam_is_set_from_a_proposed_blueprint(page: ExamDeskPage, office: Office) -> None:
    page.new_exam()
    page.save_exam()
    assert page.is_setting()
    page.form._form.set_values({"name": "Week 11", "extra": "nobody=2"}, clear=False)
    page.form.count.setValue(6)
    page.form._propose.click()
    page.save_exam()
    assert page.is_setting()
    page.form._form.set_values({"extra": "wang=1.5"}, clear=False)
    page.save_exam()
    assert not page.is_setting()
    names = [page.exam_rows.cells(place)[0].text for place in range(2)]
    assert sorted(names) == ["Week 10", "Week 11"]
    assert page.exam_rows.cells(page.exams.currentIndex().row())[0].text == "Week 11"
    page.reload()
    assert page.exam_rows.cells(page.exams.currentIndex().row())[0].text == "Week 11"
    sign_in(office, "wang")
    assert len(office.ask(exams.mine)) == 2
